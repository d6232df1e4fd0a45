import type { AppIdentity } from '#core/app.ts'
import { identifierKey } from '#core/identifier.ts'
import { notice } from '../components/notice.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { ATTRIBUTION_NAMES, SOURCE_NAMES, count, percent } from '../wording.ts'
import type { AppDetail } from './read.ts'

/** Everything that was joined to this app, and why each part of it was. */
export function identityList({ app, evidence }: AppDetail): Html {
  return html`<section class="panel" aria-labelledby="identity">
    <h2 id="identity">Why we think this is one app</h2>
    <p class="hint">
      ${app.inCatalogue ? 'The catalogue knows this product.' : 'The catalogue does not know this product; it is as the sources describe it.'}
      ${app.family ? 'Only the line of the vendor is certain, not the product.' : ''}
    </p>
    ${
      evidence.identities.length === 0
        ? html`<p class="none">No source names it now.</p>`
        : html`<ol class="identities">
            ${evidence.identities.map(identity)}
          </ol>`
    }
  </section>`
}

function identity(one: AppIdentity): Html {
  const sure = one.attribution === null ? 'nothing known was recognised' : ATTRIBUTION_NAMES[one.attribution]
  return html`<li>
    <div class="identity-head">
      <strong>${one.name ?? one.identifiers[0]?.value ?? 'without a name'}</strong>
      <span class="hint">${SOURCE_NAMES[one.source]}, ${count(one.observations, 'record')}</span>
      <span class="confidence">${percent(one.confidence)} sure: ${sure}</span>
    </div>
    ${
      one.contradiction === null
        ? ''
        : notice(
            'bad',
            html`Looks like <strong>${one.contradiction.resembles}</strong>, and is not: ${one.contradiction.reason}`,
          )
    }
    <ul class="reasons">
      ${one.reasons.map((reason) => html`<li>${reason}</li>`)}
      ${one.runnerUp === null ? '' : html`<li>next best: ${one.runnerUp}</li>`}
      ${one.publisher === null ? '' : html`<li>publisher ${one.publisher}${one.publisherVerified ? ', verified' : ', not verified'}</li>`}
      ${one.ownerTenant === null ? '' : html`<li>owned by tenant <code>${one.ownerTenant}</code></li>`}
    </ul>
    <p class="identifiers">${one.identifiers.map((identifier) => html`<code>${identifierKey(identifier)}</code>`)}</p>
  </li>`
}
