import type { AppGrant } from '#core/app.ts'
import { RISKS } from '#core/scope.ts'
import type { ScopeFacts, ScopeTable } from '#core/scope.ts'
import { badge, riskBadge } from '../components/badge.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { SOURCE_NAMES, count } from '../wording.ts'
import type { AppDetail } from './read.ts'

/** What the app may do, in plain words, the most dangerous first; one block a client. */
export function grantList({ evidence, scopes }: AppDetail): Html {
  const grants = evidence.grants
    .map((grant) => ({ grant, reach: reachOf(grant, scopes) }))
    .toSorted((a, b) => riskOf(b.reach) - riskOf(a.reach))
  return html`<section class="panel" aria-labelledby="scopes">
    <h2 id="scopes">What it may do</h2>
    ${grants.length === 0 ? html`<p class="none">No consent was seen; it may still be used without one.</p>` : grants.map(grantBlock)}
  </section>`
}

function reachOf({ source, scopes, access }: AppGrant, table: ScopeTable): readonly ScopeFacts[] {
  if (source !== 'google' && source !== 'microsoft' && source !== 'okta') return []
  return scopes
    .map((scope) => table.lookup(source, scope, access))
    .toSorted((a, b) => RISKS.indexOf(b.risk) - RISKS.indexOf(a.risk) || (a.scope < b.scope ? -1 : 1))
}

function riskOf(reach: readonly ScopeFacts[]): number {
  return Math.max(-1, ...reach.map(({ risk }) => RISKS.indexOf(risk)))
}

function grantBlock({ grant, reach }: { readonly grant: AppGrant; readonly reach: readonly ScopeFacts[] }): Html {
  return html`<div class="grant">
    <h3>${grant.name ?? grant.identifier.value}</h3>
    <p class="meta">
      <span>${SOURCE_NAMES[grant.source]}</span><code>${grant.identifier.value}</code><span>${holder(grant)}</span>
      ${grant.tenantWide ? badge('warn', 'warning', 'Whole company') : ''}
    </p>
    <ul class="scopes">
      ${reach.map(
        ({ risk, means, scope, writes }) =>
          html`<li>
            ${riskBadge(risk)}
            <div>
              ${means}${writes ? html` <span class="tag">can change</span>` : ''}<small><code>${scope}</code></small>
            </div>
          </li>`,
      )}
    </ul>
  </div>`
}

function holder({ access, tenantWide, people }: AppGrant): string {
  if (access === 'application') return 'by itself, with nobody signed in'
  return tenantWide ? 'for everyone' : `consent of ${count(people.length, 'person', 'people')}`
}
