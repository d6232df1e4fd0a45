import { html } from '../html.ts'
import type { Html } from '../html.ts'
import type { Cell } from './table.ts'

/** Names with their values; what is null is said to be not recorded, which differs from none. */
export function facts(items: readonly (readonly [name: string, value: Cell])[]): Html {
  return html`<dl class="facts">
    ${items.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value ?? html`<span class="nothing">not recorded</span>`}</dd>
        </div>`,
    )}
  </dl>`
}
