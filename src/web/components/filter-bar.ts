import { html } from '../html.ts'
import type { Html } from '../html.ts'

/** Filters of a list as a form whose address can be kept and shared. */
export function filterBar(path: string, fields: readonly Html[]): Html {
  return html`<form class="filters" method="get" action="${path}" role="search">
    ${fields}
    <div class="field"><button type="submit">Show</button></div>
    <div class="field"><a class="button plain" href="${path}">Reset</a></div>
  </form>`
}
