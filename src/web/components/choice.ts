import { html } from '../html.ts'
import type { Html } from '../html.ts'

type Choice = {
  readonly value: string
  readonly text: Html | string
  readonly hint?: string | undefined
  readonly checked?: boolean
}

/** One of several, as radio buttons; the first is chosen where none is marked. `id` keeps forms of one page apart. */
export function radios(label: string, name: string, id: string, choices: readonly Choice[]): Html {
  const isMarked = choices.some(({ checked }) => checked)
  return html`<fieldset class="choices">
    <legend>${label}</legend>
    ${choices.map((choice, at) => option('radio', name, `${id}-${at}`, { ...choice, checked: isMarked ? (choice.checked ?? false) : at === 0 }))}
  </fieldset>`
}

/** Any of several, as boxes, each a field of its own whose name is `name` and the value of its choice. */
export function boxes(label: string, name: string, id: string, choices: readonly Choice[]): Html {
  return html`<fieldset class="choices">
    <legend>${label}</legend>
    ${choices.map((choice, at) => option('checkbox', `${name}-${choice.value}`, `${id}-${at}`, choice))}
  </fieldset>`
}

function option(type: 'radio' | 'checkbox', name: string, id: string, { value, text, hint, checked }: Choice): Html {
  return html`<div class="choice">
    <input type="${type}" id="${id}" name="${name}" value="${value}" ${checked ? html`checked` : ''} />
    <label for="${id}">${text}${hint === undefined ? '' : html`<small>${hint}</small>`}</label>
  </div>`
}
