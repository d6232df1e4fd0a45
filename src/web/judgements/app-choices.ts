import { html } from '../html.ts'
import type { Html } from '../html.ts'

/** Apps that a field proposes while somebody types; every product of the catalogue may be typed beside them. */
export function appChoices(id: string, names: readonly string[]): Html {
  return html`<datalist id="${id}">${names.map((name) => html`<option value="${name}"></option>`)}</datalist>`
}
