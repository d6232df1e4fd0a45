import { address } from '../address.ts'
import { facts } from '../components/facts.ts'
import { day } from '../components/time.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import type { AppDetail } from './read.ts'

/** Who answers for it, what it is for, and on which terms. */
export function ownership({ app, entry, capabilities }: AppDetail): Html {
  const { value } = entry ?? { value: null }
  const conditions = [...(value?.conditions ?? []), ...(value?.until ? [`trial until ${value.until}`] : [])]
  return html`<section class="panel" aria-labelledby="ownership">
    <h2 id="ownership">Who owns it, and what is it for</h2>
    ${facts([
      ['Owner', value?.owner ?? null],
      ['What it is for', capabilities.length === 0 ? app.category : capabilities.map(({ name }) => name).join(', ')],
      ['Inventory', value === null ? 'not listed' : html`<a href="${address.entry(value.id)}">${value.tool}</a>`],
      ...(conditions.length === 0
        ? []
        : [
            [
              'Conditions',
              html`<ul>
                ${conditions.map((condition) => html`<li>${condition}</li>`)}
              </ul>`,
            ] as const,
          ]),
      ...(value === null || value.notes === '' ? [] : [['Notes', value.notes] as const]),
      ['Renewal', value?.renewal ? day(value.renewal) : null],
      ['Seats', value?.seats ?? null],
      ['Seen', seen(app.firstSeen, app.lastSeen)],
    ])}
  </section>`
}

function seen(first: string | null, last: string | null): Html | null {
  if (first === null) return last === null ? null : html`last ${day(last)}`
  return last === null ? html`since ${day(first)}` : html`${day(first)} to ${day(last)}`
}
