import { html } from '../html.ts'
import type { Html } from '../html.ts'

type FieldBase = {
  readonly label: string
  readonly name: string
  readonly value?: string
  readonly hint?: string
  readonly required?: boolean
  /** What is wrong with what was entered, in a sentence. */
  readonly problem?: string | undefined
}

export type TextField = FieldBase & {
  readonly type?: 'text' | 'date' | 'number' | 'search' | 'email'
  readonly autocomplete?: string
}

export function textField({
  label,
  name,
  value = '',
  type = 'text',
  hint,
  required,
  problem,
  autocomplete,
}: TextField): Html {
  const input = html`<input
    id="field-${name}"
    name="${name}"
    type="${type}"
    value="${value}"
    ${required ? html`required` : ''}
    ${type === 'number' ? html`min="1" step="1" inputmode="numeric"` : ''}
    autocomplete="${autocomplete ?? 'off'}"
    aria-describedby="${describedBy(name, hint, problem)}"
    ${problem === undefined ? '' : html`aria-invalid="true"`}
  />`
  return field({ label, name, hint, required, problem }, input)
}

export function areaField({ label, name, value = '', hint, required, problem }: FieldBase): Html {
  const text = html`<textarea
    id="field-${name}"
    name="${name}"
    rows="3"
    ${required ? html`required` : ''}
    aria-describedby="${describedBy(name, hint, problem)}"
    ${problem === undefined ? '' : html`aria-invalid="true"`}
  >
${value}</textarea>`
  return field({ label, name, hint, required, problem }, text)
}

export type Option = readonly [value: string, text: string]

export function selectField({
  label,
  name,
  value = '',
  hint,
  problem,
  required,
  options,
}: FieldBase & { readonly options: readonly Option[] }): Html {
  const select = html`<select id="field-${name}" name="${name}" aria-describedby="${describedBy(name, hint, problem)}">
    ${options.map(
      ([option, text]) => html`<option value="${option}" ${option === value ? html`selected` : ''}>${text}</option>`,
    )}
  </select>`
  return field({ label, name, hint, required, problem }, select)
}

function field(
  { label, name, hint, required, problem }: { readonly [K in keyof FieldBase]: FieldBase[K] | undefined },
  control: Html,
): Html {
  return html`<div class="field">
    <label for="field-${name}">${label}${required ? html` <span class="needed">(needed)</span>` : ''}</label>
    ${control} ${hint === undefined ? '' : html`<p class="hint" id="hint-${name}">${hint}</p>`}
    ${problem === undefined ? '' : html`<p class="problem" id="problem-${name}">${problem}</p>`}
  </div>`
}

function describedBy(name: string, hint: string | undefined, problem: string | undefined): string {
  return [hint === undefined ? '' : `hint-${name}`, problem === undefined ? '' : `problem-${name}`].join(' ').trim()
}
