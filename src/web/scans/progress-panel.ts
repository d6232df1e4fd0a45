import type { Progress } from '#core/connector.ts'
import { SOURCES } from '#core/observation.ts'
import type { RunningScan } from '#jobs/scan-runner.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { SOURCE_NAMES, thousands } from '../wording.ts'

/** What each source is reading now, and why it waits. The page loads itself anew meanwhile. */
export function progressPanel({ steps }: RunningScan): Html {
  const items = SOURCES.flatMap((source) => {
    const step = steps[source]
    return step === undefined ? [] : [html`<li><strong>${SOURCE_NAMES[source]}</strong> ${progressLine(step)}</li>`]
  })
  return html`<section class="panel" aria-labelledby="progress" aria-live="polite">
    <h2 id="progress">Reading now</h2>
    ${
      items.length === 0
        ? html`<p class="none">About to begin.</p>`
        : html`<ul class="steps">
            ${items}
          </ul>`
    }
    <p class="hint">This page renews itself; you can leave it, the scan goes on.</p>
  </section>`
}

function progressLine({ step, done, total, waitingSeconds }: Progress): Html {
  const of = total === null ? thousands(done) : `${thousands(done)} of ${thousands(total)}`
  const bar =
    total === null || total === 0
      ? ''
      : html`<progress max="${total}" value="${Math.min(done, total)}" aria-label="${step}"></progress>`
  const wait =
    waitingSeconds === null ? '' : html`<span class="hint">was asked to wait ${Math.ceil(waitingSeconds)} s</span>`
  return html`<span>${step}, ${of}</span> ${bar} ${wait}`
}
