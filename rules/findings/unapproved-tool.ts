import type { AppFacts } from '#core/app.ts'
import type { Detection, Severity } from '#core/finding.ts'
import type { Facts, Rule } from '#core/rule.ts'
import { app, charge, entry, facts, grant, monthly, people } from './example.ts'
import type { ApprovedTool } from './parts/alternative.ts'
import { alternativeTo, approvedTools } from './parts/alternative.ts'
import { blockStep, mainGrant } from './parts/console.ts'
import { grantEvidence, inventoryEvidence, peopleEvidence, sourceEvidence, spendEvidence } from './parts/evidence.ts'
import { riskOf } from './parts/reach.ts'
import { highest, raise } from './parts/severity.ts'
import { annualSpend, reaches } from './parts/spend.ts'
import { excessOf } from './parts/tolerance.ts'
import type { Use } from './parts/use.ts'
import { describeUse, isPaid, isLookalike, isThirdParty, sourcesOf, useOf } from './parts/use.ts'
import { amounts, list, STANDING_WORDS } from './parts/wording.ts'

// Above these a tool matters to the company whatever it may read: whole units of the currency charged.
const MANY_PEOPLE = { medium: 10, high: 25 }
const MUCH_SPEND = { medium: 1_000, high: 10_000 }

/** A third-party app in use that the company declined or retired, or that nobody decided on and that is not small. */
export const unapprovedTool: Rule = {
  id: 'unapproved-tool',
  title: 'A tool is in use that nobody approved',
  why: 'Nobody has checked who runs the tool, what it reads, what it costs and how people leave it. Most such tools came in because the way to a yes was unknown or slow.',
  remedy:
    'Ask its users what it does for them, then approve it, restrict it or decline it in the inventory. To stop it: Google Admin console → Security → Access and data control → API controls → Manage app access → the client → Blocked; Entra admin center → Enterprise apps → the app → Properties → Enabled for users to sign in: No; Okta Admin Console → Applications → the app → Deactivate. Tell its users first, with the approved alternative.',
  *detect(given) {
    const tools = approvedTools(given)
    for (const each of given.apps) {
      const use = useOf(each)
      if (use === null || !isThirdParty(each) || isLookalike(each)) continue
      const detection = detectApp(each, use, tools, given)
      if (detection !== null) yield detection
    }
  },
  examples: {
    true: [
      {
        title: 'seven people use an unlisted tool',
        facts: facts({ apps: [app({ id: 'jasper', people: people(7) })] }),
        finds: ['jasper'],
      },
      {
        title: 'one person gave an unlisted tool all mail',
        facts: facts({
          apps: [app({ id: 'mailbot', grants: [grant({ scopes: ['https://mail.google.com/'] })] })],
        }),
        finds: ['mailbot'],
      },
      {
        title: 'an unlisted tool costs more than the tolerance in a month',
        facts: facts({
          apps: [app({ id: 'jasper', charges: monthly({ amount: { minor: 9_900, currency: 'EUR' } }) })],
        }),
        finds: ['jasper'],
      },
      {
        title: 'a single person still uses a declined tool',
        facts: facts({
          apps: [app({ id: 'jasper', people: people(1), standing: 'rejected', inventoryEntry: 'jasper' })],
          inventory: [entry('jasper', { status: 'rejected' })],
        }),
        finds: ['jasper'],
      },
    ],
    false: [
      {
        title: 'an approved tool is in use',
        facts: facts({ apps: [app({ id: 'slack', people: people(30), standing: 'approved' })] }),
        finds: [],
      },
      {
        title: 'an unlisted tool stays within the tolerance',
        facts: facts({ apps: [app({ id: 'jasper', people: people(2), charges: [charge('2026-02-05')] })] }),
        finds: [],
      },
      {
        title: 'platform, in-house software and own scripts are no shadow IT',
        facts: facts({
          apps: [
            app({ id: 'graph', kind: 'platform', people: people(40) }),
            app({ id: 'intranet', kind: 'in-house', people: people(40) }),
            app({ id: 'untitled', kind: 'script', people: people(3) }),
          ],
        }),
        finds: [],
      },
      {
        title: 'a declined tool has no users any more',
        facts: facts({ apps: [app({ id: 'jasper', standing: 'rejected' })] }),
        finds: [],
      },
      {
        title: 'a purchase was refunded in full',
        facts: facts({
          apps: [
            app({
              id: 'jasper',
              charges: [
                charge('2026-02-05', { amount: { minor: 90_000, currency: 'EUR' } }),
                charge('2026-02-07', { chargeKind: 'refund', amount: { minor: -90_000, currency: 'EUR' } }),
              ],
            }),
          ],
        }),
        finds: [],
      },
    ],
  },
}

function detectApp(each: AppFacts, use: Use, tools: readonly ApprovedTool[], given: Facts): Detection | null {
  const { app: found, evidence } = each
  const ended = found.standing === 'rejected' || found.standing === 'retired'
  const excess = found.standing === 'unlisted' ? excessOf(each, given) : []
  if (!ended && excess.length === 0) return null
  const listed = given.inventory.find(({ id }) => id === found.inventoryEntry)
  const spend = annualSpend(each)
  const paid = use !== 'paid' && isPaid(found) ? ` and paid for (${amounts(spend)})` : ''
  return {
    rule: 'unapproved-tool',
    subject: { kind: 'app', id: found.id },
    app: found.id,
    severity: severityOf(each, given),
    title: `${found.name} ${describeUse(each, use)}${paid} and ${STANDING_WORDS[found.standing]}`,
    nextStep: ended ? endStep(each) : decideStep(each, tools),
    evidence: [
      ...(excess.length === 0
        ? []
        : [{ kind: 'arithmetic', source: null, key: found.id, text: list(excess) } as const]),
      ...(listed === undefined ? [] : [inventoryEvidence(listed)]),
      ...sourceEvidence(each),
      ...peopleEvidence(each),
      ...grantEvidence(evidence.grants, given.scopes),
      ...spendEvidence(each),
    ],
    people: found.users,
    spendMinor: spend,
    sources: sourcesOf(each),
    mayNeedYou: true,
  }
}

function severityOf(each: AppFacts, given: Facts): Severity {
  const reach = riskOf(each.evidence.grants, given.scopes) ?? 'low'
  const spend = annualSpend(each)
  const { users, standing } = each.app
  const bySize = (many: number, much: number): boolean => users >= many || reaches(spend, much)
  const size: Severity = bySize(MANY_PEOPLE.high, MUCH_SPEND.high)
    ? 'high'
    : bySize(MANY_PEOPLE.medium, MUCH_SPEND.medium)
      ? 'medium'
      : 'low'
  // Somebody decided against it, and for a reason.
  const decided = standing === 'rejected' ? raise(highest(reach, size)) : 'low'
  return highest(reach, size, decided, 'medium')
}

function decideStep(each: AppFacts, tools: readonly ApprovedTool[]): string {
  const { name, users } = each.app
  const who = users > 0 ? (users === 1 ? 'its user' : `its ${users} users`) : 'whoever pays for it or set it up'
  const alternative = alternativeTo(each.app, tools)
  const instead = alternative === null ? '' : ` and whether ${alternative} (approved) would do`
  return `Ask ${who} what ${name} does for them${instead}; then approve or decline ${name} in the inventory`
}

function endStep(each: AppFacts): string {
  const main = mainGrant(each)
  if (main !== null) return blockStep(each.app.name, main)
  if (isPaid(each.app)) return `Cancel the subscription to ${each.app.name} with whoever pays for it`
  return `Remove the sign-in and the assignments of ${each.app.name}, or change its status in the inventory`
}
