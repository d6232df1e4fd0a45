import { html } from './html.ts'
import type { Html } from './html.ts'
import { layout } from './layout.ts'
import { sentence } from './wording.ts'

/**
 * A whole page for what went wrong: `title` says what, `detail` what to do about it, in one sentence each. It needs no
 * data, so that it also shows when the data cannot be read.
 */
export function errorPage(status: number, title: string, detail: string): Html {
  return layout(
    { title, section: null, sample: false, workingOut: false, refreshSeconds: null },
    html`<div class="narrow">
      <p class="eyebrow">${status}</p>
      <h1>${title}</h1>
      <p class="lead">${sentence(detail)}</p>
      <p><a class="button" href="/">To the overview</a></p>
    </div>`,
  )
}
