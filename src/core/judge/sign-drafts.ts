import type { Judgement } from '../judgement.ts'
import { inOrder } from '../judgement.ts'
import { appDecisions } from './app-decisions.ts'
import type { Draft } from './draft.ts'
import { keptText, splitAppId } from './draft.ts'
import { judgementId } from './judgement-id.ts'
import { judgementKey } from './judgement-key.ts'
import type { KnownApps } from './known-apps.ts'
import { resolveDraft } from './resolve-draft.ts'
import type { ResolvedDraft } from './resolve-draft.ts'

export type DraftProblem = {
  readonly index: number
  readonly reason: string
  /** The earlier draft that it contradicts. */
  readonly other?: number
}

export type SignedDrafts = {
  /** A judgement a draft, in their order; those that are stored already just as they are stored. */
  readonly judgements: readonly Judgement[]
  readonly problems: readonly DraftProblem[]
}

export type SignContext = {
  readonly known: KnownApps
  readonly stored: readonly Judgement[]
  /** ISO time. */
  readonly now: string
  /** Who decides where a draft does not say. */
  readonly by: string
  /** True where a decision that is stored already is decided anew, and holds from now on; false where a file repeats it. */
  readonly renew: boolean
}

const DAY_MS = 86_400_000

/** Makes judgements of drafts, or says of every one that cannot be made why. Without problems all of them hold together. */
export function signDrafts(drafts: readonly Draft[], context: SignContext): SignedDrafts {
  const stored = new Map(context.stored.map((judgement) => [judgement.id, judgement]))
  const splits = new Map(
    drafts.flatMap((draft) => (draft.decision === 'split' ? [[draft.app ?? splitAppId(draft.name), draft.name]] : [])),
  )
  const moment = nextMoment(context)
  const judgements: Judgement[] = []
  const problems: DraftProblem[] = []
  for (const [index, draft] of drafts.entries()) {
    const resolved = resolveDraft(draft, context.known, splits)
    const at = draft.at === null ? null : timeOf(draft.at, context.now)
    if ('problem' in resolved) problems.push({ index, reason: resolved.problem })
    else if (at !== null && 'problem' in at) problems.push({ index, reason: at.problem })
    else if (context.renew && isTaken(resolved.draft, stored)) {
      problems.push({
        index,
        reason: `the judgement ${draft.id} decides something else; leave the id out, or undo that one`,
      })
    } else judgements.push(sign(kept(resolved.draft), at?.time ?? null, { ...context, stored, moment }))
  }
  if (problems.length > 0) return { judgements: [], problems }
  const together = [...clashesAmong(judgements), ...circlesAmong(judgements, stored)]
  return { judgements, problems: together.toSorted((a, b) => a.index - b.index) }
}

/** True when the id that a draft asks for belongs to another decision. */
function isTaken(draft: ResolvedDraft, stored: ReadonlyMap<string, Judgement>): boolean {
  const before = draft.id === null ? undefined : stored.get(draft.id)
  return before !== undefined && judgementId(before) !== judgementId(draft)
}

function kept(draft: ResolvedDraft): ResolvedDraft {
  const by = draft.by === null ? null : keptText(draft.by) || null
  const reason = draft.reason.toWellFormed().replaceAll('\0', '').replaceAll(/\r\n?/g, '\n').trim()
  return { ...draft, by, reason }
}

type Signing = Omit<SignContext, 'stored'> & {
  readonly stored: ReadonlyMap<string, Judgement>
  readonly moment: string
}

function sign(draft: ResolvedDraft, at: string | null, { stored, moment, by, renew }: Signing): Judgement {
  const id = draft.id ?? judgementId(draft)
  const before = stored.get(id) ?? null
  if (before === null || judgementId(before) !== judgementId(draft)) {
    return { ...draft, id, by: draft.by ?? by, at: at ?? moment }
  }
  const who = draft.by ?? (renew ? by : before.by)
  const isSame = who === before.by && draft.reason === before.reason
  const isNew = renew && (!isSame || isOverturned(before, [...stored.values()]))
  const signed = { ...draft, id, by: who, at: at ?? (isNew ? moment : before.at) }
  // The same thing in other capitals or blanks stays as it was first written.
  return signed.decision === 'merge' || before.decision === 'merge'
    ? signed
    : { ...signed, identifier: before.identifier }
}

/** True when a later decision on the same thing holds instead. */
function isOverturned(judgement: Judgement, all: readonly Judgement[]): boolean {
  return inOrder(all.filter((other) => subjectOf(other) === subjectOf(judgement))).at(-1)?.id !== judgement.id
}

function subjectOf(judgement: Judgement): string {
  return judgement.decision === 'merge' ? `merge:${judgement.app}` : judgementKey(judgement.identifier)
}

/** Now, or just after the latest decision there is: what is decided now holds over it, also where clocks differ. */
function nextMoment({ now, stored }: SignContext): string {
  const latest = Math.max(0, ...stored.map(({ at }) => Date.parse(at)))
  return latest < Date.parse(now) ? now : new Date(latest + 1).toISOString()
}

function timeOf(text: string, now: string): { readonly time: string } | { readonly problem: string } {
  const time = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/.test(text)
    ? Date.parse(text)
    : Number.NaN
  if (Number.isNaN(time)) return { problem: `"${text}" is no time; write one such as 2026-03-04T09:00:00Z, or a day` }
  if (time > Date.parse(now) + DAY_MS) return { problem: `${text} lies in the future; nobody has decided that yet` }
  return { time: new Date(time).toISOString() }
}

/** Drafts that repeat an id with something else, or contradict each other at one moment. */
function clashesAmong(judgements: readonly Judgement[]): readonly DraftProblem[] {
  const seen = new Map<string, { readonly judgement: Judgement; readonly index: number }[]>()
  return judgements.flatMap((judgement, index): readonly DraftProblem[] => {
    const keys = [`id:${judgement.id}`, `subject:${subjectOf(judgement)}`]
    const earlier = keys.flatMap((key) => seen.get(key) ?? [])
    for (const key of keys) seen.set(key, [...(seen.get(key) ?? []), { judgement, index }])
    const clash = earlier.find((one) => clashes(one.judgement, judgement))
    const reason = 'says something else than an earlier entry; keep one of them, or write in "at" which came later'
    return clash === undefined ? [] : [{ index, reason, other: clash.index }]
  })
}

function clashes(a: Judgement, b: Judgement): boolean {
  if (a.id === b.id) return JSON.stringify(sorted(a)) !== JSON.stringify(sorted(b))
  if (a.at !== b.at || subjectOf(a) !== subjectOf(b)) return false
  if (a.decision === 'reject' && b.decision === 'reject') return false
  if (a.decision === 'reject' || b.decision === 'reject') return a.app === b.app
  return judgementId(a) !== judgementId(b)
}

function sorted(judgement: Judgement): readonly unknown[] {
  return Object.entries(judgement).toSorted(([x], [y]) => (x < y ? -1 : 1))
}

/** Merges that would lead back to where they begin. One that a later merge of the same app overturned leads nowhere. */
function circlesAmong(
  judgements: readonly Judgement[],
  stored: ReadonlyMap<string, Judgement>,
): readonly DraftProblem[] {
  const all = new Map([...stored, ...judgements.map((judgement) => [judgement.id, judgement] as const)])
  const merges = [...all.values()].filter((judgement) => judgement.decision === 'merge')
  return judgements.flatMap((judgement, index): readonly DraftProblem[] => {
    if (judgement.decision !== 'merge' || isOverturned(judgement, merges)) return []
    const others = merges.filter(({ app }) => app !== judgement.app)
    const back = appDecisions(others).mergesOf(judgement.into)
    const closing = back.find(({ into }) => into === judgement.app)
    if (closing === undefined) return []
    const path = back.slice(0, back.indexOf(closing) + 1).map(({ app, into }) => `${app} counts as ${into}`)
    return [
      { index, reason: `${judgement.app} cannot count as ${judgement.into}: ${path.join(', ')}; undo that first` },
    ]
  })
}
