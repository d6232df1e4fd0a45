import type { AppFacts } from '#core/app.ts'
import type { Detection, Severity } from '#core/finding.ts'
import type { Facts, Rule } from '#core/rule.ts'
import type { Risk } from '#core/scope.ts'
import { app, catalogue, facts, grant, identity, product } from './example.ts'
import { blockStep, mainGrant } from './parts/console.ts'
import { grantEvidence, peopleEvidence } from './parts/evidence.ts'
import type { Resemblance } from './parts/resemblance.ts'
import { resemblances } from './parts/resemblance.ts'
import { riskOf } from './parts/reach.ts'
import { annualSpend } from './parts/spend.ts'
import { isThirdParty, sourcesOf } from './parts/use.ts'

// An impostor is worse than an honest app with the same scopes.
const SEVERITY: Readonly<Record<Risk, Severity>> = {
  low: 'medium',
  medium: 'high',
  high: 'critical',
  critical: 'critical',
}

/** An app that bears the name of another and is not it: publisher, owner, domain or client contradict the name. */
export const lookalikeApp: Rule = {
  id: 'lookalike-app',
  title: 'An app bears the name of another and is not it',
  why: 'Consent phishing works with a trusted name: people agree because they know it, and the consent outlives their password. Some lookalikes are honest (a test client, a reseller), so look before you block.',
  remedy:
    'Compare client id, publisher and reply addresses with what the real vendor publishes. If it is not the vendor: Google Admin console → Security → Access and data control → API controls → Manage app access → the client → Blocked; Entra admin center → Enterprise apps → the app → Properties → Enabled for users to sign in: No, then Permissions → revoke; Okta Admin Console → Applications → the app → Deactivate. Then read its audit log (Reporting → Audit and investigation → OAuth log events; Entra sign-in logs). If it is the vendor, confirm that with a judgement.',
  *detect(given) {
    const found = resemblances(given)
    for (const each of given.apps.filter(isThirdParty)) {
      const resembled = found.get(each.app.id)
      if (resembled !== undefined) yield detectApp(each, resembled, given)
    }
  },
  examples: {
    true: [
      {
        title: 'the name says Zoom, and the publisher says otherwise',
        facts: facts({
          catalogue: catalogue(product('zoom')),
          apps: [
            app({
              id: 'app-zoom-1',
              name: 'Zoom',
              inCatalogue: false,
              identities: [
                identity({
                  name: 'Zoom',
                  contradiction: { resembles: 'zoom', reason: 'published by Free Tools, not by Zoom' },
                }),
              ],
            }),
          ],
        }),
        finds: ['app-zoom-1'],
      },
      {
        title: 'a name in letters that only look alike, with another publisher',
        facts: facts({
          apps: [
            app({ id: 'notion', name: 'Notion', identities: [identity({ name: 'Notion', publisher: 'Notion Labs' })] }),
            app({
              id: 'app-notion-2',
              name: 'Nоtiоn',
              inCatalogue: false,
              attribution: null,
              identities: [identity({ name: 'Nоtiоn', publisher: 'Productivity Apps', attribution: null })],
            }),
          ],
        }),
        finds: ['app-notion-2'],
      },
    ],
    false: [
      {
        title: 'two clients of one app were joined, and nothing contradicts them',
        facts: facts({
          apps: [app({ id: 'zoom', grants: [grant()], identities: [identity({ name: 'Zoom' }), identity()] })],
        }),
        finds: [],
      },
      {
        title: 'a person judged that the odd client is the product',
        facts: facts({
          catalogue: catalogue(product('zoom')),
          apps: [
            app({
              id: 'zoom',
              identities: [
                identity({
                  name: 'Zoom',
                  attribution: 'judgement',
                  contradiction: { resembles: 'zoom', reason: 'published by a reseller' },
                }),
              ],
            }),
          ],
        }),
        finds: [],
      },
      {
        title: 'two apps share a name, and no source says anything that tells them apart',
        facts: facts({
          apps: [
            app({
              id: 'notes',
              name: 'Notes',
              identities: [identity({ source: 'app-list', identifiers: [], name: 'Notes' })],
            }),
            app({
              id: 'app-notes-2',
              name: 'Notes',
              inCatalogue: false,
              attribution: null,
              identities: [identity({ name: 'Notes', attribution: null })],
            }),
          ],
        }),
        finds: [],
      },
      {
        title: "the company's own app is called like a product",
        facts: facts({
          apps: [
            app({ id: 'notion', identities: [identity({ name: 'Notion', publisher: 'Notion Labs' })] }),
            app({
              id: 'app-notion-3',
              kind: 'in-house',
              inCatalogue: false,
              identities: [identity({ name: 'Notion', publisher: 'Acme' })],
            }),
          ],
        }),
        finds: [],
      },
    ],
  },
}

function detectApp(each: AppFacts, { name, reasons, identities }: Resemblance, given: Facts): Detection {
  const { app: found, evidence } = each
  const main = mainGrant(each)
  const block = main === null ? `remove ${found.name} where it is listed` : blockStep(found.name, main)
  return {
    rule: 'lookalike-app',
    subject: { kind: 'app', id: found.id },
    app: found.id,
    severity: SEVERITY[riskOf(evidence.grants, given.scopes) ?? 'low'],
    title: `An app named "${found.name}" resembles ${name} and is not it: ${reasons[0] ?? 'it is another client'}`,
    nextStep: `Compare its client id and publisher with those of ${name}; unless they agree: ${block}`,
    evidence: [...identities, ...peopleEvidence(each), ...grantEvidence(evidence.grants, given.scopes)],
    people: found.users,
    spendMinor: annualSpend(each),
    sources: sourcesOf(each),
    mayNeedYou: true,
  }
}
