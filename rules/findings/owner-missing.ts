import type { Rule } from '#core/rule.ts'
import type { Severity } from '#core/finding.ts'
import { app, entry, facts, people } from './example.ts'
import { inventoryEvidence, peopleEvidence, spendEvidence } from './parts/evidence.ts'
import { appOfEntry } from './parts/entry-app.ts'
import { compare } from './parts/order.ts'
import { atLeast, riskOf } from './parts/reach.ts'
import { annualSpend, reaches } from './parts/spend.ts'
import { describeUse, useOf } from './parts/use.ts'
import { STANDING_WORDS } from './parts/wording.ts'

/** A tool that the company approved and uses, and for which nobody answers. */
export const ownerMissing: Rule = {
  id: 'owner-missing',
  title: 'A tool in use has no owner',
  why: 'Without an owner nobody renews it on purpose, removes people who leave, or answers whether a colleague may have a seat.',
  remedy:
    'Name the person who answers for the tool in the inventory (Inventory → the tool → Owner). Good guesses: whoever pays for it, or its administrators (Google Admin console → Apps → the app; Entra admin center → Enterprise apps → the app → Owners; Okta Admin Console → Applications → the app).',
  *detect(given) {
    const seen = new Set<string>()
    for (const listed of given.inventory.toSorted((a, b) => compare(a.id, b.id))) {
      const answered = listed.owner !== null && listed.owner.trim() !== ''
      const decided = listed.status === 'approved' || listed.status === 'restricted' || listed.status === 'trial'
      const each = appOfEntry(listed, given)
      const use = each === null ? null : useOf(each)
      if (answered || !decided || each === null || use === null || seen.has(each.app.id)) continue
      seen.add(each.app.id)
      const matters = each.app.users >= 10 || reaches(annualSpend(each), 5_000)
      const sensitive = atLeast(riskOf(each.evidence.grants, given.scopes), 'high')
      const severity: Severity = matters || sensitive ? 'medium' : 'low'
      yield {
        rule: 'owner-missing',
        subject: { kind: 'app', id: each.app.id },
        app: each.app.id,
        severity,
        title: `${listed.tool} ${describeUse(each, use)}, ${STANDING_WORDS[listed.status]} and has no owner`,
        nextStep: `Ask the team that uses ${listed.tool} most who answers for it, and enter that person as owner in the inventory`,
        evidence: [inventoryEvidence(listed), ...peopleEvidence(each), ...spendEvidence(each, 1)],
        people: each.app.users,
        spendMinor: annualSpend(each),
        sources: [],
        mayNeedYou: severity !== 'low',
      }
    }
  },
  examples: {
    true: [
      {
        title: 'twelve people use an approved tool without an owner',
        facts: facts({
          inventory: [entry('miro', { owner: null })],
          apps: [app({ id: 'miro', standing: 'approved', inventoryEntry: 'miro', people: people(12) })],
        }),
        finds: ['miro'],
      },
      {
        title: 'a trial without an owner',
        facts: facts({
          inventory: [entry('miro', { owner: null, status: 'trial', app: null })],
          apps: [app({ id: 'app-miro', standing: 'trial', inventoryEntry: 'miro', people: people(1) })],
        }),
        finds: ['app-miro'],
      },
    ],
    false: [
      {
        title: 'the entry names an owner',
        facts: facts({
          inventory: [entry('miro')],
          apps: [app({ id: 'miro', standing: 'approved', inventoryEntry: 'miro', people: people(12) })],
        }),
        finds: [],
      },
      {
        title: 'no source shows the tool in use',
        facts: facts({ inventory: [entry('miro', { owner: null })] }),
        finds: [],
      },
      {
        title: 'a declined tool needs no owner',
        facts: facts({
          inventory: [entry('miro', { owner: null, status: 'rejected' })],
          apps: [app({ id: 'miro', standing: 'rejected', inventoryEntry: 'miro', people: people(2) })],
        }),
        finds: [],
      },
    ],
  },
}
