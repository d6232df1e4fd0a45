import { html } from '../html.ts'
import type { Html } from '../html.ts'

type FieldBase = {
  readonly label: string
  readonly name: string
  /** What tells it from a field of the same name in another form of the page; else its name. */
  readonly id?: string
  readonly value?: string
  readonly hint?: string
  readonly required?: boolean
  /** What is wrong with what was entered, in a sentence. */
  readonly problem?: string | undefined
}

export type TextField = FieldBase & {
  readonly type?: 'text' | 'date' | 'number' | 'search' | 'email'
  readonly autocomplete?: string
  /** Id of the list of proposals. */
  readonly list?: string
}

export function textField({
  label,
  name,
  id = name,
  value = '',
  type = 'text',
  hint,
  required,
  problem,
  autocomplete,
  list,
}: TextField): Html {
  const input = html`<input
    id="field-${id}"
    name="${name}"
    type="${type}"
    value="${value}"
    ${required ? html`required` : ''}
    ${type === 'number' ? html`min="1" step="1" inputmode="numeric"` : ''}
    autocomplete="${autocomplete ?? 'off'}"
    ${list === undefined ? '' : html`list="${list}"`}
    aria-describedby="${describedBy(id, hint, problem)}"
    ${problem === undefined ? '' : html`aria-invalid="true"`}
  />`
  return field({ label, id, hint, required, problem }, input)
}

export function areaField({ label, name, id = name, value = '', hint, required, problem }: FieldBase): Html {
  const text = html`<textarea
    id="field-${id}"
    name="${name}"
    rows="3"
    ${required ? html`required` : ''}
    aria-describedby="${describedBy(id, hint, problem)}"
    ${problem === undefined ? '' : html`aria-invalid="true"`}
  >
${value}</textarea>`
  return field({ label, id, hint, required, problem }, text)
}

export type Option = readonly [value: string, text: string]

export function selectField({
  label,
  name,
  id = name,
  value = '',
  hint,
  problem,
  required,
  options,
}: FieldBase & { readonly options: readonly Option[] }): Html {
  const select = html`<select id="field-${id}" name="${name}" aria-describedby="${describedBy(id, hint, problem)}">
    ${options.map(
      ([option, text]) => html`<option value="${option}" ${option === value ? html`selected` : ''}>${text}</option>`,
    )}
  </select>`
  return field({ label, id, hint, required, problem }, select)
}

function field(
  { label, id, hint, required, problem }: { readonly [K in keyof FieldBase]?: FieldBase[K] | undefined },
  control: Html,
): Html {
  return html`<div class="field">
    <label for="field-${id}">${label}${required ? html` <span class="needed">(needed)</span>` : ''}</label>
    ${control} ${hint === undefined ? '' : html`<p class="hint" id="hint-${id}">${hint}</p>`}
    ${problem === undefined ? '' : html`<p class="problem" id="problem-${id}">${problem}</p>`}
  </div>`
}

function describedBy(id: string, hint: string | undefined, problem: string | undefined): string {
  return [hint === undefined ? '' : `hint-${id}`, problem === undefined ? '' : `problem-${id}`].join(' ').trim()
}
