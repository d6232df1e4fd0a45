import { address } from '../address.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { monogram } from './monogram.ts'

/** A link to an app's page, with its monogram and a quiet second line. */
export function appName(app: { readonly id: string; readonly name: string }, second: string | null = null): Html {
  return html`<span class="app-name"
    >${monogram(app.id, app.name)}<span
      ><a href="${address.app(app.id)}">${app.name}</a>${second === null ? '' : html`<small>${second}</small>`}</span
    ></span
  >`
}
