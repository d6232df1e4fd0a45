import { areaField, selectField, textField } from '../components/field.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { DATA_TYPE_NAMES } from '../wording.ts'

/** Ask for a tool in under a minute; a request for the same tool that is still open is joined. */
export function requestForm(tool: string): Html {
  const dataTypes = Object.entries(DATA_TYPE_NAMES)
  return html`<form method="post" action="/requests" class="grid-form">
    ${textField({ label: 'Tool', name: 'tool', value: tool, required: true })}
    ${textField({ label: 'Your name or e-mail', name: 'askedBy', required: true, autocomplete: 'email' })}
    ${areaField({ label: 'What for?', name: 'purpose', required: true })}
    ${textField({ label: 'How many people?', name: 'seats', type: 'number' })}
    ${textField({ label: 'Needed by', name: 'neededBy', type: 'date' })}
    ${selectField({
      label: 'The most sensitive data it will hold',
      name: 'dataType',
      options: [['', 'Not sure'], ...dataTypes],
    })}
    <div class="field">
      <p class="hint">IT decides and says why. If others asked for the same, your request joins theirs.</p>
      <button type="submit" class="primary">Send the request</button>
    </div>
  </form>`
}
