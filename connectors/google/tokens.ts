import type { ReadContext } from '#core/connector.ts'
import type { Gap, Rejected } from '#core/coverage.ts'
import type { GrantObservation } from '#core/observation.ts'
import { inOrder } from '#provider/in-order.ts'
import type { GoogleClient } from './client.ts'
import { toGrants } from './convert.ts'
import { gapOf, goneGap, suspendedGap, tokenKeys, untriedGap } from './gap.ts'
import type { Account } from './people.ts'
import { SCOPES } from './settings.ts'
import type { GoogleSettings } from './settings.ts'
import { parseToken } from './wire.ts'
import type { Token } from './wire.ts'

// Google counts requests at once as well as per minute, and other tools share the quota.
const CONCURRENCY = 4
// That many failures in a row are no longer about single people.
const MAX_FAILURES = 25

/** The tokens of everybody, one call a person: the cost of a scan. One person's trouble does not end it. */
export async function* readTokens(
  settings: GoogleSettings,
  client: GoogleClient,
  context: ReadContext,
  accounts: readonly Account[],
): AsyncGenerator<GrantObservation | Rejected | Gap, void> {
  const total = accounts.length
  let done = 0
  let failures = 0
  let anyRead = false
  const answers = inOrder(accounts, CONCURRENCY, async (account) => ({
    ...account,
    answer: await client.tokens(account.userKey, account.suspended),
  }))
  for await (const { email, suspended, answer } of answers) {
    done += 1
    context.progress({ step: 'tokens', done, total, waitingSeconds: null })
    const subject = `tokens of ${email}`
    if (answer.kind === 'page') {
      failures = 0
      anyRead = true
      yield* grantsOf(email, answer.items)
      continue
    }
    if (answer.kind === 'gone') {
      yield goneGap(subject, email)
      continue
    }
    if (suspended && answer.status === 401) {
      yield suspendedGap(subject, email)
      continue
    }
    const gap = gapOf(settings, SCOPES.tokens, subject, answer, [tokenKeys(email)])
    yield gap
    // Once anybody was read, a refusal is about the person refused: a super administrator, say.
    if (answer.code !== 'denied' || !anyRead) failures += 1
    if (answer.reach === 'call' && failures < MAX_FAILURES) continue
    if (done < total) yield untriedGap(total - done, gap)
    return
  }
}

function* grantsOf(email: string, items: readonly unknown[]): Generator<GrantObservation | Rejected> {
  const tokens: Token[] = []
  for (const [index, item] of items.entries()) {
    const parsed = parseToken(item)
    if (parsed.ok) tokens.push(parsed.value)
    else {
      const subject = `tokens of ${email}, item ${index + 1}`
      yield { kind: 'rejected', source: 'google', subject, reason: parsed.reason, keyPrefixes: [tokenKeys(email)] }
    }
  }
  yield* toGrants(email, tokens)
}
