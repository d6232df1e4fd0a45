import type { AppFacts, AppGrant } from '#core/app.ts'
import type { Detection } from '#core/finding.ts'
import type { Facts, Rule } from '#core/rule.ts'
import { app, facts, grant } from './example.ts'
import { mainGrant, reviewStep } from './parts/console.ts'
import { grantEvidence, inventoryEvidence } from './parts/evidence.ts'
import { distinct } from './parts/order.ts'
import { atLeast, meanings, reachOf } from './parts/reach.ts'
import { annualSpend } from './parts/spend.ts'
import { list } from './parts/wording.ts'

/** A consent that an administrator gave for everybody, or an application permission over the whole tenant. */
export const tenantWideGrant: Rule = {
  id: 'tenant-wide-grant',
  title: 'A consent covers the whole company',
  why: 'Nobody was asked one by one: people who never heard of the app are covered, and so is everyone who joins later.',
  remedy:
    'Keep it where everybody uses the app; otherwise let people consent themselves, or assign the app to those who need it. Entra admin center → Enterprise apps → the app → Permissions → Admin consent → Revoke permission, and → Properties → Assignment required: Yes. Google Admin console → Security → Access and data control → API controls → Domain-wide delegation. Okta Admin Console → Applications → the app → Okta API Scopes.',
  *detect(given) {
    for (const each of given.apps) {
      if (each.app.kind === 'platform') continue
      for (const access of ['delegated', 'application'] as const) {
        const detection = detectAccess(each, access, given)
        if (detection !== null) yield detection
      }
    }
  },
  examples: {
    true: [
      {
        title: 'an administrator consented for everybody',
        facts: facts({
          apps: [
            app({
              id: 'survey',
              grants: [grant({ source: 'microsoft', tenantWide: true, people: [], scopes: ['Calendars.Read'] })],
            }),
          ],
        }),
        finds: ['survey'],
      },
      {
        title: 'an application permission reaches every mailbox',
        facts: facts({
          apps: [
            app({
              id: 'archiver',
              standing: 'approved',
              grants: [
                grant({
                  source: 'microsoft',
                  access: 'application',
                  tenantWide: true,
                  people: [],
                  scopes: ['Mail.Read'],
                }),
              ],
            }),
          ],
        }),
        finds: ['archiver:application'],
      },
    ],
    false: [
      {
        title: 'people consented one by one',
        facts: facts({
          apps: [app({ id: 'survey', grants: [grant({ source: 'microsoft', scopes: ['Mail.Read'] })] })],
        }),
        finds: [],
      },
      {
        title: 'the platform covers its own tenant',
        facts: facts({
          apps: [
            app({
              id: 'teams',
              kind: 'platform',
              grants: [grant({ source: 'microsoft', tenantWide: true, people: [], scopes: ['Mail.Read'] })],
            }),
          ],
        }),
        finds: [],
      },
    ],
  },
}

function detectAccess(each: AppFacts, access: AppGrant['access'], given: Facts): Detection | null {
  const { app: found } = each
  const grants = each.evidence.grants.filter((held) => held.access === access && held.tenantWide)
  const main = mainGrant({ ...each, evidence: { ...each.evidence, grants } })
  if (main === null) return null
  const reach = reachOf(grants, given.scopes)
  const risk = reach[0]?.risk ?? 'low'
  const may = list(meanings(reach), 3) || 'sign people in'
  const listed = given.inventory.find(({ id }) => id === found.inventoryEntry)
  return {
    rule: 'tenant-wide-grant',
    subject: { kind: 'app', id: access === 'delegated' ? found.id : `${found.id}:application` },
    app: found.id,
    severity: risk,
    title:
      access === 'delegated'
        ? `${found.name} has a consent for the whole company and may ${may}`
        : `${found.name} may act for the whole company with nobody signed in, and ${may}`,
    nextStep: `${listed?.owner ? `Ask ${listed.owner} (owner) whether everybody needs ${found.name}; if not: ` : ''}${reviewStep(found.name, main)}`,
    evidence: [...grantEvidence(grants, given.scopes), ...(listed === undefined ? [] : [inventoryEvidence(listed)])],
    people: Math.max(found.users, given.people.filter(({ status }) => status === 'active').length),
    spendMinor: annualSpend(each),
    sources: distinct(grants.map((held) => held.source)),
    // Nearly every sign-in integration has a tenant-wide consent to read the profile of who signs in.
    mayNeedYou: atLeast(risk, 'medium'),
  }
}
