import type { Detection, Severity } from '#core/finding.ts'
import type { Facts, Rule } from '#core/rule.ts'
import { sumByCurrency } from '#core/money.ts'
import { app, catalogue, entry, facts, holder, monthly, people, product } from './example.ts'
import type { Overlap } from './parts/overlap.ts'
import { overlaps } from './parts/overlap.ts'
import { distinct } from './parts/order.ts'
import { annualSpend } from './parts/spend.ts'
import { sourcesOf, useOf } from './parts/use.ts'
import { amounts, count, list } from './parts/wording.ts'

const EDITORS = { capabilities: ['e-signature'] }
const PRODUCTS = catalogue(product('docusign', EDITORS), product('hellosign', EDITORS), product('zoom'))

/** Several products that do one thing for this company, weighed by who uses both, what they cost and when they renew. */
export const overlappingTools: Rule = {
  id: 'overlapping-tools',
  title: 'Several tools do the same thing',
  why: 'Work is spread over several places, people learn each of them, and the company pays for all of them. Sometimes that is right: teams differ, and a tool that fits is worth its price.',
  remedy:
    'Look at the shortlist, which shows the saving, its arithmetic and the case for keeping each tool. Agree on one tool with the teams that use them, move their work, then end the others before their notice dates. Where they are assigned: Google Admin console → Apps, Entra admin center → Enterprise apps → Users and groups, Okta Admin Console → Applications → Assignments.',
  *detect(given) {
    for (const overlap of overlaps(given)) yield detectOverlap(overlap, given)
  },
  examples: {
    true: [
      {
        title: 'two tools for signing contracts, with people who use both',
        facts: facts({
          catalogue: PRODUCTS,
          apps: [
            app({ id: 'docusign', ...EDITORS, people: people(9), charges: monthly() }),
            app({ id: 'hellosign', ...EDITORS, people: people(4) }),
          ],
        }),
        finds: ['capability:e-signature'],
      },
      {
        title: 'the same tools when no source knows their users, only what they cost',
        facts: facts({
          catalogue: PRODUCTS,
          apps: [
            app({ id: 'docusign', ...EDITORS, charges: monthly() }),
            app({ id: 'hellosign', ...EDITORS, charges: monthly({ account: 'card-2' }) }),
          ],
        }),
        finds: ['capability:e-signature'],
      },
    ],
    false: [
      {
        title: 'one tool for signing, one for meetings',
        facts: facts({
          catalogue: PRODUCTS,
          apps: [
            app({ id: 'docusign', ...EDITORS, people: people(9) }),
            app({ id: 'zoom', capabilities: ['video meetings'], people: people(9) }),
          ],
        }),
        finds: [],
      },
      {
        title: 'nobody uses the second tool',
        facts: facts({
          catalogue: PRODUCTS,
          apps: [app({ id: 'docusign', ...EDITORS, people: people(9) }), app({ id: 'hellosign', ...EDITORS })],
        }),
        finds: [],
      },
      {
        title: 'what the platform ships is not bought beside',
        facts: facts({
          catalogue: PRODUCTS,
          apps: [
            app({ id: 'docusign', ...EDITORS, people: people(9) }),
            app({ id: 'drive', kind: 'platform', ...EDITORS, people: [holder('person1@acme.example')] }),
          ],
        }),
        finds: [],
      },
      {
        title: 'the second tool was retired and only its entry is left',
        facts: facts({
          catalogue: PRODUCTS,
          inventory: [entry('hellosign', { status: 'retired' })],
          apps: [app({ id: 'docusign', ...EDITORS, people: people(9) })],
        }),
        finds: [],
      },
    ],
  },
}

function detectOverlap({ capability, name, members, score, reasons, sharedUsers }: Overlap, given: Facts): Detection {
  const names = members.map(({ app: found }) => found.name)
  const approved = members.filter(({ app: found }) => found.standing === 'approved').map(({ app: found }) => found.name)
  const keep =
    approved.length === 1
      ? `whether ${approved[0]} (approved) could serve all of them`
      : 'which of them could serve all'
  return {
    rule: 'overlapping-tools',
    subject: { kind: 'app', id: `capability:${capability}` },
    app: null,
    severity: severityOf(score),
    title: `${count(members.length, 'tool')} are in use for ${name}: ${list(names, 4)}`,
    nextStep: `Ask the ${sharedUsers > 0 ? `${count(sharedUsers, 'person', 'people')} who ${sharedUsers === 1 ? 'uses' : 'use'} more than one of them` : 'teams that use them'} ${keep}; the shortlist shows the saving`,
    evidence: [
      {
        kind: 'arithmetic',
        source: null,
        key: capability,
        text: `Overlap ${score.toFixed(2)} of 1: ${reasons.join('; ')}`,
      },
      ...members.map((each) => ({
        kind: 'identity' as const,
        source: null,
        key: each.app.id,
        text: [
          `${each.app.name}: ${each.app.standing}`,
          useOf(each) === 'people' ? count(each.app.users, 'user') : 'users not recorded',
          ...Object.entries(annualSpend(each)).map(
            ([currency, minor]) => `${amounts({ [currency]: minor })} a year as charged`,
          ),
          ...given.inventory
            .filter(({ id }) => id === each.app.inventoryEntry)
            .flatMap(({ renewal }) => (renewal === null ? [] : [`renews ${renewal}`])),
        ].join(', '),
      })),
    ],
    people: distinct(members.flatMap(({ evidence }) => evidence.people.map(({ person }) => person))).length,
    spendMinor: sumByCurrency(
      members.flatMap((each) => Object.entries(annualSpend(each)).map(([currency, minor]) => ({ minor, currency }))),
    ),
    sources: distinct(members.flatMap(sourcesOf)),
    mayNeedYou: severityOf(score) !== 'low',
  }
}

function severityOf(score: number): Severity {
  if (score >= 0.75) return 'high'
  return score >= 0.4 ? 'medium' : 'low'
}
