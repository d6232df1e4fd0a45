import type { JudgementLine } from '#shapes/judgement-line.ts'
import type { Column } from '#src/export/column.ts'

/** What stands in the cell `app` for "no software"; an empty one is a mistake. */
export const NO_SOFTWARE = 'none'

/** The columns of judgements as CSV, in and out; scripts rely on their ids and order. */
export const JUDGEMENT_COLUMNS = [
  { id: 'decision', kind: 'text', value: ({ decision }) => decision },
  { id: 'kind', kind: 'text', value: (line) => ('identifier' in line ? line.identifier.kind : null) },
  { id: 'value', kind: 'text', value: (line) => ('identifier' in line ? line.identifier.value : null) },
  { id: 'app', kind: 'text', value: ({ app }) => app ?? NO_SOFTWARE },
  { id: 'into', kind: 'text', value: (line) => ('into' in line ? line.into : null) },
  { id: 'name', kind: 'text', value: (line) => ('name' in line ? line.name : null) },
  { id: 'by', kind: 'text', value: ({ by }) => by },
  { id: 'at', kind: 'date', value: ({ at }) => at },
  { id: 'reason', kind: 'text', value: ({ reason }) => reason },
  { id: 'id', kind: 'text', value: ({ id }) => id },
] as const satisfies readonly Column<JudgementLine>[]
export type JudgementColumn = (typeof JUDGEMENT_COLUMNS)[number]['id']
