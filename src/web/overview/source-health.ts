import type { Source } from '#core/observation.ts'
import type { SourceState } from '#core/store.ts'
import { readStatusBadge } from '../components/badge.ts'
import { age } from '../components/time.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { SOURCE_NAMES, count, thousands } from '../wording.ts'

const GAPS_SHOWN = 3

/** How well and how long ago each source was read, and what was not seen. */
export function sourceHealth(
  sources: readonly { readonly source: Source; readonly state: SourceState | null }[],
  now: Date,
): Html {
  const read = sources.flatMap(({ source, state }) => (state === null ? [] : [{ source, state }]))
  const unread = sources.filter(({ state }) => state === null).map(({ source }) => SOURCE_NAMES[source])
  return html`<section class="panel" aria-labelledby="sources">
    <h2 id="sources">Sources</h2>
    <ul class="sources">
      ${read.map(({ source, state }) => sourceItem(source, state, now))}
    </ul>
    ${unread.length === 0 ? '' : html`<p class="hint">Not connected: ${unread.join(', ')}.</p>`}
  </section>`
}

function sourceItem(source: Source, { status, readAt, gaps, rejected }: SourceState, now: Date): Html {
  const unseen = gaps.filter(({ code }) => code !== 'gone')
  const more = unseen.length - GAPS_SHOWN
  return html`<li>
    <p class="source-line">
      <strong>${SOURCE_NAMES[source]}</strong> ${readStatusBadge(status)} <span class="hint">${age(readAt, now)}</span>
    </p>
    ${
      unseen.length === 0
        ? ''
        : html`<details>
            <summary>${count(unseen.length, 'thing')} not seen</summary>
            <ul class="gaps">
              ${unseen.slice(0, GAPS_SHOWN).map(({ subject, reason }) => html`<li><strong>${subject}</strong>: ${reason}</li>`)}
              ${more > 0 ? html`<li>and ${thousands(more)} more, in the <a href="/scans">scan</a></li>` : ''}
            </ul>
          </details>`
    }
    ${
      rejected.length === 0
        ? ''
        : html`<p class="hint">${count(rejected.length, 'row')} could not be read; the import or scan says why.</p>`
    }
  </li>`
}
