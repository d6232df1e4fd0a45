import type { FindingLine } from '#shapes/finding-line.ts'
import type { Column } from './column.ts'

/** The columns of the list of findings; scripts rely on their ids and order. */
export const FINDINGS_COLUMNS: readonly Column<FindingLine>[] = [
  { id: 'severity', kind: 'text', value: ({ severity }) => severity },
  { id: 'status', kind: 'text', value: ({ status }) => status },
  { id: 'needs_you', kind: 'text', value: ({ needsYou }) => (needsYou ? 'yes' : 'no') },
  { id: 'rule', kind: 'text', value: ({ rule }) => rule },
  { id: 'app', kind: 'text', value: ({ app }) => app },
  { id: 'title', kind: 'text', value: ({ title }) => title },
  { id: 'next_step', kind: 'text', value: ({ nextStep }) => nextStep },
  { id: 'since', kind: 'date', value: ({ since }) => since },
  { id: 'subject_kind', kind: 'text', value: ({ subject }) => subject.kind },
  { id: 'subject', kind: 'text', value: ({ subject }) => subject.id },
  { id: 'evidence', kind: 'text', value: ({ evidence }) => evidence.map(({ text }) => text).join('; ') },
  { id: 'id', kind: 'text', value: ({ id }) => id },
]
