import type { UnrecognisedCharge } from '#core/charge.ts'
import type { Detection, Severity } from '#core/finding.ts'
import type { Rule } from '#core/rule.ts'
import { charge, facts, unrecognised } from './example.ts'
import { chargeEvidence } from './parts/evidence.ts'
import { distinct } from './parts/order.ts'
import { positive, reaches, spendCharges, spendOf } from './parts/spend.ts'
import { amounts, count, list } from './parts/wording.ts'

// Whole units of the currency charged, over all statements that were uploaded.
const SPEND = { medium: 200, high: 2_000 }

/** A charge that looks like software and that the program refuses to guess. */
export const unrecognisedCharge: Rule = {
  id: 'unrecognised-charge',
  title: 'A charge looks like software, and nobody knows which',
  why: 'Money leaves for a tool that no list shows. A wrong guess would put it on the wrong tool, so it waits for somebody who knows.',
  remedy:
    'Ask the card holder, or look for the receipt. Then say what it is on the page of the finding: this becomes a judgement and holds for every later charge with this text. Look for the tool where people sign in as well: Google Admin console → Reporting → OAuth log events, Entra admin center → Sign-in logs, Okta Admin Console → Reports → System Log.',
  *detect(given) {
    for (const each of given.unrecognised) {
      const { verdict } = each.match
      const charges = spendCharges(each.charges)
      if ((verdict === 'ambiguous' || verdict === 'unknown') && charges.length > 0) yield detectCharge(each)
    }
  },
  examples: {
    true: [
      {
        title: 'a monthly charge of a merchant that the catalogue does not know',
        facts: facts({
          unrecognised: [
            unrecognised('charge-1', [charge('2026-01-03', { descriptor: 'QUILLHUB PRO' }), charge('2026-02-03')]),
          ],
        }),
        finds: ['charge-1'],
      },
      {
        title: 'a charge that could be either of two products',
        facts: facts({
          unrecognised: [
            unrecognised('charge-2', [charge('2026-01-03', { descriptor: 'FRONT' })], {
              verdict: 'ambiguous',
              candidates: [
                { app: 'front', name: 'Front', domain: 'front.example', confidence: 0.5 },
                { app: 'frontify', name: 'Frontify', domain: 'frontify.example', confidence: 0.4 },
              ],
            }),
          ],
        }),
        finds: ['charge-2'],
      },
    ],
    false: [
      {
        title: 'the charge is no software',
        facts: facts({ unrecognised: [unrecognised('charge-3', [charge('2026-01-03')], { verdict: 'not-software' })] }),
        finds: [],
      },
      {
        title: 'the charge was declined, so no money left',
        facts: facts({ unrecognised: [unrecognised('charge-4', [charge('2026-01-03', { chargeKind: 'declined' })])] }),
        finds: [],
      },
    ],
  },
}

function detectCharge({ id, descriptor, match, charges: all }: UnrecognisedCharge): Detection {
  const charges = spendCharges(all)
  const spend = positive(spendOf(charges))
  const severity = severityOf(spend)
  const payers = distinct(charges.flatMap(({ person }) => person ?? []))
  const accounts = distinct(charges.map(({ account }) => account))
  const sum = `${count(charges.length, 'charge')}, ${amounts(spend) || 'nothing after refunds'}`
  const candidates = match.candidates.map(({ name }) => name)
  const meaning =
    candidates.length > 0
      ? `could be ${list(candidates, 3, 'or')}`
      : 'looks like software that the catalogue does not know'
  return {
    rule: 'unrecognised-charge',
    subject: { kind: 'charge', id },
    app: null,
    severity,
    title: `"${descriptor}" (${sum}) ${meaning}`,
    nextStep: `Ask ${payers.length > 0 ? `${list(payers, 3)} (card holder)` : `the holder of account ${list(accounts, 3)}`} what "${descriptor}" pays for, and say so here`,
    evidence: [
      ...match.candidates.map(({ app, name, confidence }) => ({
        kind: 'identity' as const,
        source: null,
        key: app,
        text: `${name} with confidence ${confidence.toFixed(2)}: too little to decide`,
      })),
      ...charges.slice(-5).toReversed().map(chargeEvidence),
    ],
    people: payers.length,
    spendMinor: spend,
    sources: ['statement'],
    mayNeedYou: severity !== 'low',
  }
}

function severityOf(spend: Readonly<Record<string, number>>): Severity {
  if (reaches(spend, SPEND.high)) return 'high'
  return reaches(spend, SPEND.medium) ? 'medium' : 'low'
}
