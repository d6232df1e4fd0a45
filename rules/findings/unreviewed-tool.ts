import type { Rule } from '#core/rule.ts'
import { app, charge, facts, grant, people } from './example.ts'
import { grantEvidence, inventoryEvidence, peopleEvidence, sourceEvidence, spendEvidence } from './parts/evidence.ts'
import { annualSpend } from './parts/spend.ts'
import { excessOf } from './parts/tolerance.ts'
import { STANDING_WORDS } from './parts/wording.ts'
import { describeUse, isLookalike, isThirdParty, sourcesOf, useOf } from './parts/use.ts'

/** A small tool that nobody decided on, or one whose review is under way: listed, never alarmed. */
export const unreviewedTool: Rule = {
  id: 'unreviewed-tool',
  title: 'A small tool has not been reviewed yet',
  why: 'Unknown is not unapproved. What few people try, costs little and reads little is worth knowing and not worth an alarm; a list of them shows what people look for.',
  remedy:
    'Nothing urgent. When there is time, give it a status in the inventory (Inventory → Add), so that the next person who asks for it gets an answer; where its review is under way, finish it. It can be stopped where other apps are: Google Admin console → API controls → Manage app access, Entra admin center → Enterprise apps → Properties, Okta Admin Console → Applications.',
  *detect(given) {
    for (const each of given.apps) {
      const { app: found, evidence } = each
      const use = useOf(each)
      if (use === null || !isThirdParty(each) || isLookalike(each)) continue
      const reviewing = found.standing === 'under-review'
      const small = found.standing === 'unlisted' && excessOf(each, given).length === 0
      if (!reviewing && !small) continue
      const listed = given.inventory.find(({ id }) => id === found.inventoryEntry)
      yield {
        rule: 'unreviewed-tool',
        subject: { kind: 'app', id: found.id },
        app: found.id,
        severity: 'low',
        title: `${found.name} ${describeUse(each, use)} and ${STANDING_WORDS[found.standing]}`,
        nextStep: reviewing
          ? `Finish the review of ${found.name}${listed?.owner ? ` with ${listed.owner}` : ''} and set its status in the inventory`
          : `Add ${found.name} to the inventory with a status when you next review small tools`,
        evidence: [
          ...(listed === undefined ? [] : [inventoryEvidence(listed)]),
          ...sourceEvidence(each),
          ...peopleEvidence(each),
          ...grantEvidence(evidence.grants, given.scopes),
          ...spendEvidence(each, 1),
        ],
        people: found.users,
        spendMinor: annualSpend(each),
        sources: sourcesOf(each),
        mayNeedYou: false,
      }
    }
  },
  examples: {
    true: [
      {
        title: 'two people try a tool for little money and little data',
        facts: facts({ apps: [app({ id: 'jasper', people: people(2), charges: [charge('2026-02-05')] })] }),
        finds: ['jasper'],
      },
      {
        title: 'many people use a tool whose review is under way',
        facts: facts({ apps: [app({ id: 'jasper', people: people(12), standing: 'under-review' })] }),
        finds: ['jasper'],
      },
      {
        title: 'an app list shows an unlisted tool without saying who is assigned',
        facts: facts({
          apps: [
            app({
              id: 'jasper',
              sources: { 'app-list': { users: 0, identifiers: ['jasper'], scopes: [], tenantWide: false, groups: [] } },
            }),
          ],
        }),
        finds: ['jasper'],
      },
    ],
    false: [
      {
        title: 'the tool goes beyond the tolerance, which is another finding',
        facts: facts({ apps: [app({ id: 'jasper', people: people(3) })] }),
        finds: [],
      },
      {
        title: 'the tool is approved',
        facts: facts({ apps: [app({ id: 'slack', grants: [grant()], standing: 'approved' })] }),
        finds: [],
      },
      {
        title: 'nobody holds the app that a directory still shows',
        facts: facts({
          apps: [
            app({
              id: 'jasper',
              sources: { microsoft: { users: 0, identifiers: ['1'], scopes: [], tenantWide: false, groups: [] } },
            }),
          ],
        }),
        finds: [],
      },
    ],
  },
}
