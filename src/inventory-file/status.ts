import { nameWords } from '#core/name.ts'
import { STATUSES } from '#core/inventory.ts'
import type { Status } from '#core/inventory.ts'
import { parseDay } from './day.ts'
import type { DateOrder } from './day.ts'

/** A status cell understood. `condition` and `note` are what it says besides; `problem` what in it was not understood. */
export type ReadStatus = {
  readonly status: Status
  readonly until: string | null
  readonly condition: string | null
  readonly note: string | null
  readonly problem: string | null
}

const SYNONYMS: Readonly<Record<Status, string>> = {
  approved: `approved|allow|allowed|sanctioned|ok|okay|yes|true|standard|preferred|strategic|supported|active|in use|live|
    production|in production|accepted|permitted|authorised|authorized|licensed|licenced|green|core|adopt|adopted|
    certified|current|whitelisted|allow listed|allowlisted|fully approved|company standard|genehmigt|freigegeben|
    erlaubt|aktiv|approuve|aprobado|autorise`,
  restricted: `restricted|limited|conditional|conditionally approved|approved conditionally|approved with conditions|
    approved with restrictions|allowed with restrictions|allowed with conditions|limited use|restricted use|
    partially approved|tolerated|contained|contain|amber|yellow|exception|approved with exception|by exception|
    limited approval|eingeschrankt|bedingt|restreint|restringido`,
  trial: `trial|in trial|trialing|trialling|pilot|piloting|in pilot|pilot phase|poc|proof of concept|evaluation|test|
    testing|in test|beta|experiment|experimental|free trial|pilotphase|testphase|essai|prueba`,
  'under-review': `under review|in review|review|reviewing|to review|to be reviewed|needs review|pending|pending approval|
    pending review|awaiting approval|awaiting review|requested|new|proposed|assess|assessing|in assessment|
    under assessment|evaluating|under evaluation|in evaluation|submitted|open|in progress|draft|undecided|not reviewed|
    unreviewed|not yet reviewed|on hold|security review|legal review|in prufung|offen|en cours|en revision`,
  rejected: `rejected|reject|denied|deny|declined|banned|ban|blocked|block|prohibited|forbidden|not approved|unapproved|
    unsanctioned|disallowed|not allowed|not permitted|unauthorised|unauthorized|blacklisted|block listed|blocklisted|
    red|no|false|refused|do not use|verboten|abgelehnt|nicht erlaubt|refuse|interdit|rechazado|prohibido`,
  retired: `retired|retire|retiring|to be retired|sunset|sunsetting|sunsetted|to be sunset|decommissioned|decommissioning|
    decommission|to be decommissioned|deprecated|end of life|eol|legacy|phased out|phasing out|phase out|discontinued|
    archived|cancelled|canceled|terminated|inactive|expired|replaced|obsolete|migrated|removed|closed|abgelost|
    eingestellt|abgekundigt|retirado|retire`,
}
const KNOWN: ReadonlyMap<string, Status> = new Map(
  STATUSES.toReversed().flatMap((status) =>
    SYNONYMS[status].split('|').map((text) => [nameWords(text).join(' '), status] as const),
  ),
)
const UNTIL =
  /[\s,(\-–:]*\b(?:until|till|til|through|thru|ends?(?:\s+on)?|ending|expires?(?:\s+on)?|valid to|to|by|bis)\b:?\s+([^()]+?)\)?\s*$/i
// Words that make of an approval a condition: "marketing only", "no customer data".
const LIMITS =
  /\b(only|no|not|except|without|must|max|maximum|up to|limited|if|when|unless|under|until|within|nur|ohne)\b|[<≤]|^for (?!all\b|every)/i

// A status is a few words; a longer text is none, and is not worth the time of the patterns.
const LONGEST_STATUS = 200

/** Understands a status in the words people use, or null. `order` is what is known of dates like 03/04/2026. */
export function parseStatus(text: string, order: DateOrder | null): ReadStatus | null {
  if (text.length > LONGEST_STATUS) return null
  const whole = known(text)
  if (whole !== null) return { status: whole, until: null, condition: null, note: null, problem: null }
  const dated = withUntil(text, order)
  if (dated !== null) return dated
  const bare = withBareDate(text, order)
  if (bare !== null) return bare
  const [main, besides] = splitRemark(text)
  const status = known(main)
  if (status === null || besides === null) return null
  const also = known(besides)
  // "Approved (restricted)", "Approved - pilot": what narrows the approval is the status.
  if (status === 'approved' && (also === 'restricted' || also === 'trial')) {
    return { status: also, until: null, condition: null, note: null, problem: null }
  }
  const condition = status === 'restricted' || status === 'trial' || (status === 'approved' && LIMITS.test(besides))
  if (!condition) return { status, until: null, condition: null, note: text.trim(), problem: null }
  const narrowed = status === 'approved' ? 'restricted' : status
  return { status: narrowed, until: null, condition: besides, note: null, problem: null }
}

function withUntil(text: string, order: DateOrder | null): ReadStatus | null {
  const match = UNTIL.exec(text)
  if (!match) return null
  const base = parseStatus(text.slice(0, match.index), order)
  const when = match[1] ?? ''
  if (base === null || !/\d/.test(when)) return null
  const day = parseDay(when, order)
  if ('reason' in day) return { ...base, note: text.trim(), problem: day.reason }
  // A date on a refusal or a retirement limits nothing; it is only worth noting.
  if (base.status !== 'trial' && base.status !== 'restricted' && base.status !== 'approved') {
    return { ...base, note: text.trim() }
  }
  return { ...base, status: base.status === 'approved' ? 'restricted' : base.status, until: day.date }
}

/** `Pilot 2026-12-31` ends then; `Approved 2024-05-01` was decided then. */
function withBareDate(text: string, order: DateOrder | null): ReadStatus | null {
  const match = /^\s*([\p{L}\s-]+?)[\s,:(–-]+(\d[^()]*?)\)?\s*$/u.exec(text)
  const status = known(match?.[1] ?? '')
  const day = parseDay(match?.[2] ?? '', order)
  if (status === null || 'reason' in day) return null
  if (status === 'trial') return { status, until: day.date, condition: null, note: null, problem: null }
  return { status, until: null, condition: null, note: text.trim(), problem: null }
}

function known(text: string): Status | null {
  return KNOWN.get(nameWords(text).join(' ')) ?? null
}

/** `Approved (EU only)` and `Approved - EU only` -> `Approved`, `EU only`. */
function splitRemark(text: string): [main: string, besides: string | null] {
  const match = /^\s*([^([:,;–—]+?)\s*(?:[([]\s*([^)\]]+)[)\]]|(?:[:,;–—]|\s-)\s*(.+?))\s*$/.exec(text)
  const besides = (match?.[2] ?? match?.[3])?.trim()
  if (match === null || besides === undefined) {
    const words = /^\s*(\p{L}+)\s+(for|with|without|only|in|if|by|since|as|via|under|unless|except)\s+(.+?)\s*$/iu.exec(
      text,
    )
    return words === null ? [text, null] : [words[1] ?? '', `${words[2]} ${words[3]}`]
  }
  return [match[1] ?? '', besides]
}
