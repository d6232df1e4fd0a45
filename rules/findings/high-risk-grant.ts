import type { AppFacts, AppGrant } from '#core/app.ts'
import type { Detection } from '#core/finding.ts'
import type { Facts, Rule } from '#core/rule.ts'
import { app, facts, grant, people } from './example.ts'
import { mainGrant, reviewStep } from './parts/console.ts'
import { grantEvidence, inventoryEvidence } from './parts/evidence.ts'
import { distinct } from './parts/order.ts'
import { atLeast, meanings, reachOf } from './parts/reach.ts'
import { highest, raise } from './parts/severity.ts'
import { annualSpend } from './parts/spend.ts'
import { count, list } from './parts/wording.ts'

// From here on a delegated grant is as wide as many a tenant-wide one.
const MANY_PEOPLE = 25

/** Consents whose scopes open mail, files, chats or the directory; delegated and application access apart. */
export const highRiskGrant: Rule = {
  id: 'high-risk-grant',
  title: 'An app may read or change sensitive data',
  why: 'A consent lasts until somebody takes it back, and whoever gets hold of the app gets the data with it. That holds for approved apps as well, so approval does not lower this finding.',
  remedy:
    'Check that the app needs these scopes, and take back what it does not need. Google Admin console → Security → Access and data control → API controls → Manage app access → the client → Limited or Blocked (Domain-wide delegation for service accounts); Entra admin center → Enterprise apps → the app → Permissions → Admin consent or User consent; Okta Admin Console → Applications → the app → Okta API Scopes → Revoke.',
  *detect(given) {
    for (const each of given.apps) {
      // What the platform itself ships is governed by its maker, not by consents.
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
        title: 'an approved app may read all mail of a person',
        facts: facts({
          apps: [
            app({
              id: 'zapier',
              standing: 'approved',
              grants: [grant({ scopes: ['https://www.googleapis.com/auth/gmail.readonly'] })],
            }),
          ],
        }),
        finds: ['zapier'],
      },
      {
        title: 'delegated and application access of one app are two findings',
        facts: facts({
          apps: [
            app({
              id: 'archiver',
              grants: [
                grant({ source: 'microsoft', scopes: ['https://graph.microsoft.com/Files.Read.All'] }),
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
        finds: ['archiver', 'archiver:application'],
      },
      {
        title: "a person's own script may do everything in the mailbox",
        facts: facts({
          apps: [app({ id: 'script-1', kind: 'script', grants: [grant({ scopes: ['https://mail.google.com/'] })] })],
        }),
        finds: ['script-1'],
      },
    ],
    false: [
      {
        title: 'drive.file reaches only the files opened with the app',
        facts: facts({
          apps: [
            app({
              id: 'miro',
              people: people(40),
              grants: [grant({ scopes: ['openid', 'https://www.googleapis.com/auth/drive.file'] })],
            }),
          ],
        }),
        finds: [],
      },
      {
        title: 'an address that only contains a dangerous scope is another scope',
        facts: facts({
          apps: [app({ id: 'notes', grants: [grant({ scopes: ['https://notes.example/auth/gmail.readonly'] })] })],
        }),
        finds: [],
      },
      {
        title: 'Mail.Read of the platform itself',
        facts: facts({
          apps: [
            app({ id: 'outlook', kind: 'platform', grants: [grant({ source: 'microsoft', scopes: ['Mail.Read'] })] }),
          ],
        }),
        finds: [],
      },
      {
        title: 'sign-in with the own profile',
        facts: facts({
          apps: [app({ id: 'figma', grants: [grant({ source: 'microsoft', scopes: ['User.Read', 'openid'] })] })],
        }),
        finds: [],
      },
    ],
  },
}

function detectAccess(each: AppFacts, access: AppGrant['access'], given: Facts): Detection | null {
  const { app: found } = each
  const grants = each.evidence.grants.filter(
    (held) => held.access === access && atLeast(reachOf([held], given.scopes)[0]?.risk ?? null, 'high'),
  )
  const [worst, ...others] = reachOf(grants, given.scopes).filter(({ risk }) => atLeast(risk, 'high'))
  const main = mainGrant({ ...each, evidence: { ...each.evidence, grants } })
  if (worst === undefined || main === null) return null
  const consenting = distinct(grants.flatMap((held) => held.people)).length
  const everybody = access === 'application' || grants.some((held) => held.tenantWide)
  const may = list(meanings([worst, ...others]), 3)
  const listed = given.inventory.find(({ id }) => id === found.inventoryEntry)
  return {
    rule: 'high-risk-grant',
    subject: { kind: 'app', id: access === 'delegated' ? found.id : `${found.id}:application` },
    app: found.id,
    severity: highest(
      worst.risk,
      consenting >= MANY_PEOPLE || (everybody && access === 'delegated') ? raise(worst.risk) : 'low',
    ),
    title: `${found.name} may ${may}${everybody ? ', for the whole company' : `, by consent of ${count(consenting, 'person', 'people')}`}`,
    nextStep: `${listed?.owner ? `Ask ${listed.owner} (owner) whether ${found.name} needs this; if not: ` : ''}${reviewStep(found.name, main)}`,
    evidence: [...grantEvidence(grants, given.scopes), ...(listed === undefined ? [] : [inventoryEvidence(listed)])],
    people: everybody
      ? Math.max(consenting, given.people.filter(({ status }) => status === 'active').length)
      : consenting,
    spendMinor: annualSpend(each),
    sources: distinct(grants.map((held) => held.source)),
    mayNeedYou: found.kind !== 'script' || worst.risk === 'critical',
  }
}
