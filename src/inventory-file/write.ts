import { stringify } from 'csv-stringify/sync'
import type { InventoryEntry } from '#core/inventory.ts'
import { decimal } from '#core/money.ts'
import { guardFormula } from '#src/export/formula-guard.ts'
import { cleanText, domainOf, joinList, optionalText } from './cell.ts'
import { INVENTORY_COLUMNS } from './columns.ts'
import type { InventoryColumn } from './columns.ts'
import { entryId } from './entry.ts'
import type { InventoryDraft } from './entry.ts'
import { formatIdentifiers } from './identifier-cell.ts'

/**
 * The inventory as CSV: UTF-8 text, LF line ends, sorted by tool. Reading it and writing it again gives the same bytes;
 * text that a spreadsheet would evaluate carries a leading apostrophe, which reading removes.
 */
export function inventoryCsv(entries: Iterable<InventoryEntry | InventoryDraft>): string {
  const rows = [...entries].map(cellsOf).toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
  return stringify([
    [...INVENTORY_COLUMNS],
    ...rows.map((cells) => INVENTORY_COLUMNS.map((column) => guardFormula(cells[column]))),
  ])
}

function sortKey(cells: Readonly<Record<InventoryColumn, string>>): string {
  return `${entryId(cells.tool)}\n${cells.tool}`
}

function cellsOf(entry: InventoryEntry | InventoryDraft): Record<InventoryColumn, string> {
  const until = entry.until === null ? [] : [`until ${entry.until}`]
  return {
    tool: cleanText(entry.tool),
    status: entry.status,
    domain: entry.domain === null ? '' : (domainOf(entry.domain) ?? ''),
    vendor: optionalText(entry.vendor ?? '') ?? '',
    owner: optionalText(entry.owner ?? '') ?? '',
    capabilities: optionalText(joinList(entry.capabilities)) ?? '',
    renewal: entry.renewal ?? '',
    notice_days: entry.noticeDays === null ? '' : String(entry.noticeDays),
    monthly_cost: entry.monthlyCost === null ? '' : decimal(entry.monthlyCost.minor, entry.monthlyCost.currency),
    currency: entry.monthlyCost?.currency ?? '',
    seats: entry.seats === null ? '' : String(entry.seats),
    identifiers: optionalText(formatIdentifiers(entry.identifiers)) ?? '',
    conditions: joinList([...until, ...entry.conditions]),
    notes: cleanText(entry.notes),
  }
}
