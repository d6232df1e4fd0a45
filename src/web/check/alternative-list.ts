import type { Check } from '#core/check/check.ts'
import { address } from '../address.ts'
import { standingBadge } from '../components/badge.ts'
import { monogram } from '../components/monogram.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { count } from '../wording.ts'

/** What the company has already for the same job. */
export function alternativeList({ alternatives }: Check): Html {
  if (alternatives.length === 0) return html``
  return html`<section aria-labelledby="alternatives">
    <h2 id="alternatives">Here for the same job</h2>
    <ul class="cards">
      ${alternatives.map(
        ({ app, name, capability, standing, owner, users }) =>
          html`<li class="panel">
            <p class="app-name">
              ${monogram(app, name)}<span
                ><a href="${address.check(name)}">${name}</a><small>${capability}</small></span
              >
            </p>
            <p>${standingBadge(standing)}</p>
            <p class="hint">
              ${count(users, 'person', 'people')} use it · ${owner === null ? 'no owner recorded' : `ask ${owner}`}
            </p>
          </li>`,
      )}
    </ul>
  </section>`
}
