import type { InventoryLine } from '#shapes/inventory-line.ts'
import type { Column } from './column.ts'

/** The inventory as a list to look at; the file that import reads back is another one. */
export const INVENTORY_LIST_COLUMNS: readonly Column<InventoryLine>[] = [
  { id: 'tool', kind: 'text', value: ({ tool }) => tool },
  { id: 'status', kind: 'text', value: ({ status }) => status },
  { id: 'owner', kind: 'text', value: ({ owner }) => owner },
  { id: 'seats', kind: 'number', value: ({ seats }) => seats },
  { id: 'monthly_cost', kind: 'money', value: ({ monthlyCost }) => monthlyCost },
  { id: 'renewal', kind: 'date', value: ({ renewal }) => renewal },
  { id: 'domain', kind: 'text', value: ({ domain }) => domain },
  { id: 'conditions', kind: 'text', value: ({ conditions }) => conditions.join('; ') },
]
