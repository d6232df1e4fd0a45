import { createHash } from 'node:crypto'
import type { Detection, Finding, RuleId, Subject } from './finding.ts'
import { chooseNeedsYou } from './needs-you.ts'
import type { Source } from './observation.ts'
import { wasRechecked } from './recheck.ts'
import type { Facts, Rule } from './rule.ts'

export type DetectInput = {
  readonly facts: Facts
  readonly rules: readonly Rule[]
  /** All findings of the last detection, resolved ones included. */
  readonly previous: readonly Finding[]
}

export type Detected = {
  /** All findings, resolved ones included, sorted by id. */
  readonly findings: readonly Finding[]
  /** Those that are new or came back. */
  readonly opened: readonly Finding[]
  /** Those that stopped being true now. */
  readonly resolved: readonly Finding[]
}

/**
 * Findings from facts and history: what is still true keeps its id, its `since` and what people decided; what is not true
 * any more is resolved, but only when every source it rests on was read as far as the finding reaches. Pure; the same for any order of
 * facts, rules and previous findings. Throws when a rule speaks twice of one subject, which is a rule's bug.
 */
export function detect({ facts, rules, previous }: DetectInput): Detected {
  const active = rules.filter(({ id }) => facts.policy.rules[id]?.off !== true)
  const asked = new Set(rules.map(({ id }) => id))
  const detections = collect(active, facts)
  const before = new Map(previous.map((finding) => [finding.id, finding]))
  const stale = new Set(facts.apps.flatMap(({ app }) => (app.tags.includes('not-rechecked') ? [app.id] : [])))
  const now = [...detections].map(([id, detection]) => {
    const staleSince = stale.has(detection.app ?? '') ? lastComplete(unreadOf(detection, facts), facts) : null
    return carry({ ...detection, id, notRecheckedSince: staleSince }, before.get(id), facts.now)
  })
  const gone = previous
    .filter(({ id }) => !detections.has(id))
    .map((finding) => (asked.has(finding.rule) ? end(finding, facts) : finding))
  const chosen = chooseNeedsYou([...now, ...gone], facts.policy, facts.now)
  const findings = [...now, ...gone]
    .map((finding) => ({ ...finding, needsYou: chosen.some(({ id }) => id === finding.id) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    findings,
    opened: findings.filter(({ id, status }) => status === 'open' && isNew(before.get(id))),
    resolved: findings.filter(
      ({ id, status }) => status === 'resolved' && (before.get(id)?.status ?? 'resolved') !== 'resolved',
    ),
  }
}

/** The stable id of what a rule says about a subject: the first 12 hex digits of a SHA-256. */
export function fingerprint(rule: RuleId, subject: Subject): string {
  return createHash('sha256')
    .update(JSON.stringify([rule, subject.kind, subject.id]))
    .digest('hex')
    .slice(0, 12)
}

function isNew(before: Finding | undefined): boolean {
  return before === undefined || before.status === 'resolved'
}

function collect(rules: readonly Rule[], facts: Facts): ReadonlyMap<string, Detection> {
  const found = new Map<string, Detection>()
  for (const rule of rules) {
    const severity = facts.policy.rules[rule.id]?.severity
    for (const detection of rule.detect(facts)) {
      const id = fingerprint(detection.rule, detection.subject)
      if (found.has(id))
        throw new Error(`rule ${rule.id} speaks twice of ${detection.subject.kind} ${detection.subject.id}`)
      found.set(id, severity === undefined ? detection : { ...detection, severity })
    }
  }
  return found
}

/** What is true now, with the history of the same finding. */
function carry(
  detection: Detection & Pick<Finding, 'id' | 'notRecheckedSince'>,
  before: Finding | undefined,
  now: string,
): Finding {
  const fresh = { ...detection, needsYou: false, resolvedAt: null }
  if (before === undefined || before.status === 'resolved') {
    return { ...fresh, status: 'open', since: now, decision: null }
  }
  return { ...fresh, status: before.status, since: before.since, decision: before.decision }
}

/** What no rule says any more: resolved when that was really seen. */
function end(before: Finding, facts: Facts): Finding {
  if (before.status === 'resolved') return { ...before, needsYou: false }
  const unread = unreadOf(before, facts)
  const off = facts.policy.rules[before.rule]?.off === true
  if (unread.length > 0 && !off && !isStillSeen(before, facts) && !wasRechecked(before, unread, facts)) {
    return { ...before, notRecheckedSince: before.notRecheckedSince ?? lastComplete(unread, facts) ?? before.since }
  }
  // A person's decision outranks: what they dismissed stays dismissed, and does not come back as new.
  const status = before.status === 'dismissed' ? 'dismissed' : 'resolved'
  return { ...before, status, needsYou: false, resolvedAt: before.resolvedAt ?? facts.now, notRecheckedSince: null }
}

/**
 * True when all that the finding was built on is still in the facts: then it is not untrue because something went unseen
 * but because people decided something (an approval, a policy, a merge), and no read has to confirm that.
 */
function isStillSeen(before: Finding, { apps }: Facts): boolean {
  const found = apps.find(({ app }) => app.id === before.app)
  const proof = before.evidence.filter(({ kind }) => kind === 'grant' || kind === 'charge')
  // What moved to another app leaves its records there; an app that nothing proves may just not have been read.
  if (found === undefined ? proof.length === 0 : found.app.users < before.people) return false
  const holders = found === undefined ? apps : [found]
  const keys = new Set(
    holders.flatMap(({ evidence: { grants, charges } }) => [
      ...grants.flatMap((grant) => grant.keys),
      ...charges.map((charge) => charge.key),
    ]),
  )
  return proof.every(({ key }) => keys.has(key))
}

function unreadOf({ sources: restsOn }: Detection, { sources }: Facts): Source[] {
  const complete = new Set(sources.flatMap(({ source, status }) => (status === 'complete' ? [source] : [])))
  return restsOn.filter((source) => !complete.has(source))
}

/** The last time at which all of these sources had been read completely; null when one never was. */
function lastComplete(sources: readonly Source[], facts: Facts): string | null {
  const times = sources.map((source) => facts.sources.find((reading) => reading.source === source)?.completeAt ?? null)
  return times.toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1))[0] ?? null
}
