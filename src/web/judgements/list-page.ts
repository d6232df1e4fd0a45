import { downloads } from '../components/downloads.ts'
import { pager } from '../components/pager.ts'
import type { Slice } from '../components/pager.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { count } from '../wording.ts'
import { decidedList } from './decided-list.ts'
import type { Decided } from './decided-list.ts'

/** All that people decided on what is what, the latest first. */
export function judgementListPage(shown: Slice<Decided>): Html {
  return html`<nav class="crumbs" aria-label="Where you are"><a href="/apps">Apps</a></nav>
    <div class="page-head">
      <div>
        <h1>What people decided</h1>
        <p class="lead">${count(shown.total, 'decision')} on what is what. They outrank every score.</p>
      </div>
      ${downloads('judgements', {})}
    </div>
    <section class="panel" aria-label="Decisions">
      ${
        shown.total === 0
          ? html`<p class="hint">
              Nobody has decided anything yet. Open an app and look for “Is this right?”, or a charge that nobody could
              recognise among the <a href="/findings?rule=unrecognised-charge">findings</a>.
            </p>`
          : decidedList(shown.items, null)
      }
    </section>
    ${pager('/judgements', {}, shown)}`
}
