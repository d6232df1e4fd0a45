import { STATUSES } from '#core/inventory.ts'
import { address } from '../address.ts'
import { areaField, selectField, textField } from '../components/field.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { STANDING_NAMES } from '../wording.ts'
import type { AppDetail } from './read.ts'

/** The company's decision on the app, kept in the inventory. */
export function standingForm({ app, entry }: AppDetail): Html {
  const value = entry?.value ?? null
  return html`<section class="panel" aria-labelledby="decide">
    <h2 id="decide">Decide</h2>
    <p class="hint">
      ${
        value === null
          ? 'This adds it to the inventory.'
          : html`This changes <a href="${address.entry(value.id)}">${value.tool}</a> in the inventory.`
      }
    </p>
    <form method="post" action="${address.app(app.id)}/standing">
      <input type="hidden" name="version" value="${entry?.version ?? 0}" />
      <input type="hidden" name="entry" value="${value?.id ?? ''}" />
      ${selectField({
        label: 'Standing',
        name: 'status',
        value: value?.status ?? 'under-review',
        options: STATUSES.map((status) => [status, STANDING_NAMES[status]]),
      })}
      ${textField({ label: 'Owner', name: 'owner', value: value?.owner ?? '', hint: 'Who answers for it: name or e-mail.' })}
      ${areaField({
        label: 'Conditions',
        name: 'conditions',
        value: (value?.conditions ?? []).join('\n'),
        hint: 'For restricted and trial: what must hold, one a line.',
      })}
      ${textField({ label: 'Trial until', name: 'until', type: 'date', value: value?.until ?? '' })}
      ${areaField({ label: 'Notes', name: 'notes', value: value?.notes ?? '', hint: 'Why, and what to use instead.' })}
      <button type="submit" class="primary">Keep the decision</button>
    </form>
  </section>`
}
