import type { AppFacts } from '#core/app.ts'
import type { Detection, Evidence, Severity } from '#core/finding.ts'
import type { Rule } from '#core/rule.ts'
import { app, charge, entry, facts, monthly } from './example.ts'
import type { Channel } from './parts/channel.ts'
import type { Duplicates } from './parts/duplicates.ts'
import { duplicatesOf } from './parts/duplicates.ts'
import { chargeEvidence, inventoryEvidence } from './parts/evidence.ts'
import { distinct } from './parts/order.ts'
import { reaches, spendOf } from './parts/spend.ts'
import { agree, amounts, count } from './parts/wording.ts'

/** One product that several people or accounts pay for at the same time, or cards pay for beside the company's contract. */
export const duplicateSubscription: Rule = {
  id: 'duplicate-subscription',
  title: 'One product is bought several times',
  why: 'Separate subscriptions cost more than seats of one contract, nobody sees their data when their owner leaves, and each renews on its own.',
  remedy:
    "Keep one contract: give the people on the other channels a seat there, export what they made, then cancel the other subscriptions in the product's billing page and watch that their charges stop. Where sign-in is set up (Google Admin console → Apps → Web and mobile apps; Entra admin center → Enterprise apps → Users and groups; Okta Admin Console → Applications → Assignments), assign them there.",
  *detect(given) {
    for (const each of given.apps) {
      // A text that names only a vendor's line does not say that two charges buy one product.
      const duplicates = each.app.family ? null : duplicatesOf(each, given)
      if (duplicates !== null) yield detectApp(each, duplicates)
    }
  },
  examples: {
    true: [
      {
        title: 'two people pay for the same product month by month',
        facts: facts({
          apps: [
            app({
              id: 'canva',
              charges: [
                ...monthly({ person: 'ana@acme.example' }),
                ...monthly({ account: 'card-2', person: 'ben@acme.example' }),
              ],
            }),
          ],
        }),
        finds: ['canva'],
      },
      {
        title: 'a card pays beside the contract of the company',
        facts: facts({
          inventory: [entry('slack', { seats: 50, monthlyCost: { minor: 40_000, currency: 'EUR' } })],
          apps: [
            app({
              id: 'slack',
              standing: 'approved',
              inventoryEntry: 'slack',
              charges: monthly({ person: 'ana@acme.example' }),
            }),
          ],
        }),
        finds: ['slack'],
      },
      {
        title: 'one person pays the vendor and an intermediary in the same months',
        facts: facts({
          apps: [
            app({
              id: 'setapp',
              charges: [
                ...monthly({ person: 'ana@acme.example' }),
                ...monthly({ key: 'b', person: 'ana@acme.example', intermediary: 'paddle' }),
              ],
            }),
          ],
        }),
        finds: ['setapp'],
      },
    ],
    false: [
      {
        title: 'one card pays for one subscription',
        facts: facts({ apps: [app({ id: 'canva', charges: monthly({ person: 'ana@acme.example' }) })] }),
        finds: [],
      },
      {
        title: 'a new card replaced the old one',
        facts: facts({
          apps: [
            app({
              id: 'canva',
              charges: [
                charge('2026-01-05', { person: 'ana@acme.example' }),
                charge('2026-02-05', { person: 'ana@acme.example', account: 'card-2' }),
              ],
            }),
          ],
        }),
        finds: [],
      },
      {
        title: 'the company account pays what the inventory states',
        facts: facts({
          inventory: [entry('slack', { monthlyCost: { minor: 2_000, currency: 'EUR' } })],
          apps: [app({ id: 'slack', standing: 'approved', inventoryEntry: 'slack', charges: monthly() })],
        }),
        finds: [],
      },
      {
        title: 'the second subscription ended, and later statements show it',
        facts: facts({
          statements: [{ account: 'card-2', months: ['2026-01', '2026-02', '2026-03'], missingMonths: [] }],
          apps: [
            app({
              id: 'canva',
              charges: [
                ...monthly({ person: 'ana@acme.example' }),
                charge('2026-01-09', { account: 'card-2', person: 'ben@acme.example' }),
              ],
            }),
          ],
        }),
        finds: [],
      },
      {
        title: 'an expense report repeats the purchases of a card',
        facts: facts({
          apps: [
            app({
              id: 'canva',
              charges: [
                ...monthly({ person: 'ana@acme.example' }),
                ...monthly({ account: 'expenses', person: 'ana@acme.example' }),
              ],
            }),
          ],
        }),
        finds: [],
      },
      {
        title: 'declined and pending charges buy nothing',
        facts: facts({
          apps: [
            app({
              id: 'canva',
              charges: [
                ...monthly({ person: 'ana@acme.example' }),
                charge('2026-02-05', { account: 'card-2', person: 'ben@acme.example', chargeKind: 'declined' }),
              ],
            }),
          ],
        }),
        finds: [],
      },
    ],
  },
}

function detectApp({ app: found }: AppFacts, { contract, channels, extra }: Duplicates): Detection {
  const manager = contract?.owner ?? `whoever manages ${found.name}`
  const subscriptions = channels.length === 1 ? 'the other subscription' : `the other ${channels.length} subscriptions`
  return {
    rule: 'duplicate-subscription',
    subject: { kind: 'app', id: found.id },
    app: found.id,
    severity: severityOf(channels, extra),
    title: `${found.name} is paid for ${payers(channels)} ${contract === null ? 'at the same time' : "beside the company's contract"}`,
    nextStep:
      contract === null
        ? `Choose one subscription to ${found.name}, give the payers of the others seats in it, and cancel the others`
        : `Ask ${manager} for ${agree(channels.length, 'a seat', 'seats')} in the contract of ${found.name}, then cancel ${subscriptions}`,
    evidence: [...(contract === null ? [] : [inventoryEvidence(contract)]), ...channels.flatMap(channelEvidence)],
    people: distinct(channels.flatMap(({ person }) => person ?? [])).length,
    spendMinor: extra,
    sources: ['statement'],
    mayNeedYou: true,
  }
}

/** What tells the channels apart: people, accounts, or who bills. */
function payers(channels: readonly Channel[]): string {
  const people = new Set(channels.flatMap(({ person }) => person ?? []))
  if (people.size === channels.length) return `by ${count(people.size, 'person', 'people')}`
  const accounts = new Set(channels.map(({ account }) => account))
  if (accounts.size === channels.length) return `on ${count(accounts.size, 'account')}`
  return `in ${count(channels.length, 'way')}`
}

function severityOf(channels: readonly Channel[], extra: Readonly<Record<string, number>>): Severity {
  if (channels.length >= 10 || reaches(extra, 5_000)) return 'high'
  return channels.length >= 3 || reaches(extra, 300) ? 'medium' : 'low'
}

/** The sum of a channel, then its latest charges. */
function channelEvidence({ account, person, intermediary, charges }: Channel): Evidence[] {
  const payer = person === null ? '' : `, ${person}`
  const biller = intermediary === null ? '' : `, through ${intermediary}`
  const last = charges.at(-1)
  const text = `Account ${account}${payer}${biller}: ${count(charges.length, 'charge')}, together ${amounts(spendOf(charges))}, last ${last?.date ?? ''}`
  return [
    { kind: 'arithmetic', source: 'statement', key: last?.key ?? account, text },
    ...charges.slice(-3).toReversed().map(chargeEvidence),
  ]
}
