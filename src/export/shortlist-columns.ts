import type { ShortlistLine } from '#shapes/shortlist-line.ts'
import type { Column } from './column.ts'

type ListedApp = ShortlistLine['apps'][number]

/** One app of a group, as a row. `app` is null where the group names it and nothing is known of it. */
export type ShortlistRow = {
  readonly line: ShortlistLine
  readonly id: string
  readonly app: ListedApp | null
  readonly action: 'keep' | 'retire' | 'review'
  /** True for the one row of the group that carries its saving, so that a column can be summed. */
  readonly carriesSaving: boolean
}

/** One row an app, group by group: what is kept first, then what goes, then the rest. */
export function shortlistRows(lines: Iterable<ShortlistLine>): ShortlistRow[] {
  return [...lines].flatMap((line) => {
    const known = line.apps.map(({ app }) => app)
    const others = known.filter((app) => !line.keep.includes(app) && !line.retire.includes(app))
    const ids = [...new Set([...line.keep, ...line.retire, ...others])]
    const carrier = line.retire[0] ?? ids[0]
    return ids.map((id) => ({
      line,
      id,
      app: line.apps.find(({ app }) => app === id) ?? null,
      action: actionOf(line, id),
      carriesSaving: id === carrier,
    }))
  })
}

function actionOf(line: ShortlistLine, app: string): ShortlistRow['action'] {
  if (line.keep.includes(app)) return 'keep'
  return line.retire.includes(app) ? 'retire' : 'review'
}

/** The columns of the shortlist; scripts rely on their ids and order. A saving stands once per group. */
export const SHORTLIST_COLUMNS: readonly Column<ShortlistRow>[] = [
  { id: 'group', kind: 'text', value: ({ line }) => line.group },
  { id: 'capability', kind: 'text', value: ({ line }) => line.capability },
  { id: 'app', kind: 'text', value: ({ id }) => id },
  { id: 'name', kind: 'text', value: ({ app, id }) => app?.name ?? id },
  { id: 'action', kind: 'text', value: ({ action }) => action },
  { id: 'users', kind: 'number', value: ({ app }) => app?.users ?? null },
  { id: 'shared_users', kind: 'number', value: ({ app }) => app?.sharedUsers ?? null },
  { id: 'annual_spend', kind: 'money', value: ({ app, line }) => amount(app?.annualSpendMinor ?? null, line.currency) },
  { id: 'currency', kind: 'text', value: ({ line }) => line.currency },
  {
    id: 'saving_low',
    kind: 'money',
    value: ({ line, carriesSaving }) => amount(carriesSaving ? line.savingMinor.low : null, line.currency),
  },
  {
    id: 'saving_high',
    kind: 'money',
    value: ({ line, carriesSaving }) => amount(carriesSaving ? line.savingMinor.high : null, line.currency),
  },
  { id: 'renewal', kind: 'date', value: ({ app }) => app?.renewal ?? null },
  { id: 'notice_by', kind: 'date', value: ({ app }) => app?.noticeBy ?? null },
  { id: 'standing', kind: 'text', value: ({ app }) => app?.standing ?? null },
  { id: 'owner', kind: 'text', value: ({ app }) => app?.owner ?? null },
  { id: 'confidence', kind: 'number', value: ({ line }) => line.confidence },
  { id: 'reason', kind: 'text', value: ({ line }) => line.arithmetic.join('; ') },
  { id: 'case_for_keeping', kind: 'text', value: ({ line }) => line.caseForKeeping.join('; ') },
  { id: 'gaps', kind: 'text', value: ({ line }) => line.gaps.join('; ') },
]

function amount(minor: number | null, currency: string): { minor: number; currency: string } | null {
  return minor === null ? null : { minor, currency }
}
