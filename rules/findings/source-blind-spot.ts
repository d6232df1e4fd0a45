import type { StatementAccount } from '#core/charge.ts'
import { hidesFacts } from '#core/coverage.ts'
import type { Detection, Evidence } from '#core/finding.ts'
import type { Rule, SourceReading } from '#core/rule.ts'
import { facts, reading } from './example.ts'
import { daysBetween } from '#core/date.ts'
import { compare } from './parts/order.ts'
import { agree, count, list, SOURCE_NAMES } from './parts/wording.ts'

// A statement that is not there 45 days after its month began to be due is late, not slow.
const LATE_AFTER_DAYS = 75

/** A source or a statement period that was not read, or only in part: what is there, nobody can say. */
export const sourceBlindSpot: Rule = {
  id: 'source-blind-spot',
  title: 'Something could not be seen',
  why: 'What was not read is unknown, not empty. Until it is read, no finding is closed for want of it, and no list is complete.',
  remedy:
    'Run "daylight doctor" for what each credential may and may not do. Google Admin console → Security → Access and data control → API controls → Domain-wide delegation: add the scopes that doctor names. Entra admin center → App registrations → the app → API permissions → Grant admin consent. Okta Admin Console → Security → API. For a statement, upload the months that are missing (Imports).',
  *detect(given) {
    for (const each of given.sources) {
      if (each.status !== 'complete') yield detectSource(each)
    }
    for (const account of given.statements) {
      if (account.missingMonths.length > 0) yield detectMissing(account)
      else if (isLate(account, given.now)) yield detectLate(account)
    }
  },
  examples: {
    true: [
      {
        title: "one person's tokens were refused",
        facts: facts({
          sources: [
            reading('google', {
              status: 'partial',
              gaps: [
                {
                  kind: 'gap',
                  source: 'google',
                  subject: 'tokens of person1@acme.example',
                  code: 'denied',
                  reason: 'not allowed to read tokens; grant admin.directory.user.security',
                },
              ],
            }),
            reading('microsoft'),
          ],
        }),
        finds: ['google'],
      },
      {
        title: 'a statement account lacks a month between two others',
        facts: facts({
          statements: [{ account: 'card-1', months: ['2025-12', '2026-02'], missingMonths: ['2026-01'] }],
        }),
        finds: ['statement:card-1'],
      },
      {
        title: 'nobody has uploaded statements of an account for months',
        facts: facts({ statements: [{ account: 'card-1', months: ['2025-09', '2025-10'], missingMonths: [] }] }),
        finds: ['statement:card-1'],
      },
    ],
    false: [
      {
        title: 'every source was read completely, though one subject was gone',
        facts: facts({
          sources: [
            reading('google', {
              gaps: [
                { kind: 'gap', source: 'google', subject: 'tokens of x', code: 'gone', reason: 'deleted meanwhile' },
              ],
            }),
          ],
        }),
        finds: [],
      },
      {
        title: 'the statement of last month has not been uploaded yet',
        facts: facts({ statements: [{ account: 'card-1', months: ['2025-12', '2026-01'], missingMonths: [] }] }),
        finds: [],
      },
    ],
  },
}

function detectSource({ source, status, gaps, completeAt, rejected }: SourceReading): Detection {
  const missed = gaps
    .filter(hidesFacts)
    .toSorted((a, b) => compare(a.subject, b.subject) || compare(a.reason, b.reason))
  const name = SOURCE_NAMES[source]
  const [first] = missed
  const verb = source === 'statement' ? 'were' : 'was'
  const evidence: Evidence[] = missed
    .slice(0, MOST_GAPS)
    .map(({ subject, reason }) => ({ kind: 'source', source, key: subject, text: `${subject}: ${reason}` }))
  const counts = [
    ...(missed.length > MOST_GAPS ? [`${missed.length - MOST_GAPS} more that were not read`] : []),
    ...(rejected > 0 ? [`${count(rejected, 'record')} could not be understood`] : []),
    completeAt === null ? 'never read completely' : `last read completely ${completeAt.slice(0, 10)}`,
  ]
  return {
    rule: 'source-blind-spot',
    subject: { kind: 'source', id: source },
    app: null,
    severity: status === 'failed' ? 'high' : 'medium',
    title:
      status === 'failed'
        ? `${name} could not be read`
        : `${name} ${verb} read only in part: ${count(missed.length, 'thing')} ${agree(missed.length, 'is', 'are')} missing`,
    nextStep:
      first === undefined
        ? `Run "daylight doctor" to see why ${name} ${verb} not read`
        : `${name}, ${first.subject}: ${first.reason}`,
    evidence: [...evidence, { kind: 'source', source, key: source, text: list(counts) }],
    people: 0,
    spendMinor: {},
    sources: [source],
    mayNeedYou: true,
  }
}

const MOST_GAPS = 10

function detectMissing({ account, missingMonths, months }: StatementAccount): Detection {
  const missing = list(missingMonths.toSorted(compare), 6)
  return {
    ...statementFinding(account, months),
    severity: missingMonths.length > 2 ? 'high' : 'medium',
    title: `${count(missingMonths.length, 'month')} of account ${account} ${agree(missingMonths.length, 'was', 'were')} not uploaded: ${missing}`,
    nextStep: `Upload the ${agree(missingMonths.length, 'statement', 'statements')} of account ${account} for ${missing}`,
    mayNeedYou: true,
  }
}

function detectLate({ account, months }: StatementAccount): Detection {
  const last = months.at(-1) ?? ''
  return {
    ...statementFinding(account, months),
    severity: 'low',
    title: `No statement of account ${account} after ${last} was uploaded`,
    nextStep: `Upload the statements of account ${account} after ${last}, or leave it when the account is closed`,
    mayNeedYou: false,
  }
}

function statementFinding(
  account: string,
  months: readonly string[],
): Omit<Detection, 'severity' | 'title' | 'nextStep' | 'mayNeedYou'> {
  const read = `Account ${account}: ${count(months.length, 'month')} uploaded, ${months[0] ?? ''} to ${months.at(-1) ?? ''}`
  return {
    rule: 'source-blind-spot',
    subject: { kind: 'source', id: `statement:${account}` },
    app: null,
    evidence: [{ kind: 'source', source: 'statement', key: account, text: read }],
    people: 0,
    spendMinor: {},
    sources: ['statement'],
  }
}

function isLate({ months }: StatementAccount, now: string): boolean {
  const last = months.at(-1)
  return last !== undefined && -daysBetween(now, `${last}-01`) > LATE_AFTER_DAYS
}
