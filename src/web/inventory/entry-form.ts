import { STATUSES } from '#core/inventory.ts'
import type { InventoryEntry } from '#core/inventory.ts'
import { decimal } from '#core/money.ts'
import { areaField, selectField, textField } from '../components/field.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { STANDING_NAMES } from '../wording.ts'

/** The fields of the form as texts, by their names. */
export type EntryFields = Readonly<Record<string, string>>

/** What is wrong, a sentence a field. */
export type EntryProblems = Readonly<Record<string, string>>

export function fieldsOf(entry: InventoryEntry): EntryFields {
  return {
    tool: entry.tool,
    status: entry.status,
    domain: entry.domain ?? '',
    vendor: entry.vendor ?? '',
    owner: entry.owner ?? '',
    capabilities: entry.capabilities.join('\n'),
    renewal: entry.renewal ?? '',
    noticeDays: entry.noticeDays === null ? '' : String(entry.noticeDays),
    monthlyCost: entry.monthlyCost === null ? '' : decimal(entry.monthlyCost.minor, entry.monthlyCost.currency),
    currency: entry.monthlyCost?.currency ?? '',
    seats: entry.seats === null ? '' : String(entry.seats),
    identifiers: entry.identifiers.map(({ kind, value }) => `${kind}:${value}`).join('\n'),
    conditions: entry.conditions.join('\n'),
    until: entry.until ?? '',
    notes: entry.notes,
  }
}

export type EntryForm = {
  readonly action: string
  readonly version: number
  readonly fields: EntryFields
  readonly problems: EntryProblems
  readonly submit: string
}

export function entryForm({ action, version, fields, problems, submit }: EntryForm): Html {
  const of = (name: string): { name: string; value: string; problem: string | undefined } => ({
    name,
    value: fields[name] ?? '',
    problem: problems[name],
  })
  return html`<form method="post" action="${action}" class="grid-form">
    <input type="hidden" name="version" value="${version}" />
    ${textField({ label: 'Tool', ...of('tool'), required: true })}
    ${selectField({ label: 'Status', ...of('status'), options: STATUSES.map((status) => [status, STANDING_NAMES[status]]) })}
    ${textField({ label: 'Owner', ...of('owner'), hint: 'Who answers for it: name or e-mail.' })}
    ${textField({ label: 'Vendor', ...of('vendor') })}
    ${textField({ label: 'Domain', ...of('domain'), hint: 'Its web address, such as docusign.com.' })}
    ${textField({ label: 'Renewal', ...of('renewal'), type: 'date' })}
    ${textField({ label: 'Notice in days', ...of('noticeDays') })}
    ${textField({ label: 'Seats bought', ...of('seats') })}
    ${textField({ label: 'Cost a month', ...of('monthlyCost'), hint: 'An amount, such as 1250.00.' })}
    ${textField({ label: 'Currency', ...of('currency'), hint: 'A code, such as EUR.' })}
    ${textField({ label: 'Trial until', ...of('until'), type: 'date' })}
    ${areaField({ label: 'Capabilities', ...of('capabilities'), hint: 'What it is for, one a line.' })}
    ${areaField({ label: 'Conditions', ...of('conditions'), hint: 'For restricted and trial: what must hold, one a line.' })}
    ${areaField({ label: 'Identifiers', ...of('identifiers'), hint: 'Client and app ids, one a line: google-client:…, entra-app:…, okta-app:…' })}
    ${areaField({ label: 'Notes', ...of('notes') })}
    <div class="field"><button type="submit" class="primary">${submit}</button></div>
  </form>`
}
