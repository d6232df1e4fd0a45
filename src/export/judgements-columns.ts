import type { JudgementLine } from '#shapes/judgement-line.ts'
import type { Column } from './column.ts'

/** A judgement as people list it: `what` is the decision in words. */
export type JudgementRow = { readonly line: JudgementLine; readonly what: string }

/** Judgements as a list to look at; the file that import reads back is another one. */
export const JUDGEMENTS_LIST_COLUMNS: readonly Column<JudgementRow>[] = [
  { id: 'id', kind: 'text', value: ({ line }) => line.id },
  { id: 'what', kind: 'text', value: ({ what }) => what },
  { id: 'by', kind: 'text', value: ({ line }) => line.by },
  { id: 'at', kind: 'date', value: ({ line }) => line.at },
  { id: 'reason', kind: 'text', value: ({ line }) => line.reason },
]
