import { address } from '../address.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { monogram } from './monogram.ts'

/** A link to an app's page, with its monogram, a quiet second line and what marks it. */
export function appName(
  app: { readonly id: string; readonly name: string },
  second: string | null = null,
  marks: Html = html``,
): Html {
  return html`<span class="app-name"
    >${monogram(app.id, app.name)}<span
      ><a href="${address.app(app.id)}">${app.name}</a
      >${second === null || second === app.name ? '' : html`<small>${second}</small>`}${marks}</span
    ></span
  >`
}
