import type { Finding } from '#core/finding.ts'
import type { Decision } from '#jobs/decide-finding.ts'
import { address } from '../address.ts'
import { areaField, selectField, textField } from '../components/field.ts'
import type { Option } from '../components/field.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'

const CHOICES: Readonly<Record<Decision, string>> = {
  acknowledged: 'Acknowledge: seen to',
  dismissed: 'Dismiss: we live with it',
  open: 'Reopen',
}

/** What a person says of a finding, always with a reason; the version on screen goes with it. */
export function decisionForm(finding: Finding, version: number): Html {
  if (finding.resolvedAt !== null) return html`<p class="none">It is not true any more; there is nothing to decide.</p>`
  const options: Option[] = (['acknowledged', 'dismissed', 'open'] as const)
    .filter((status) => status !== finding.status)
    .map((status) => [status, CHOICES[status]])
  return html`<form method="post" action="${address.finding(finding.id)}/decision">
    <input type="hidden" name="version" value="${version}" />
    ${selectField({ label: 'Decision', name: 'status', options })}
    ${areaField({ label: 'Reason', name: 'reason', required: true, hint: 'Whoever reads this in a year should understand it.' })}
    ${textField({ label: 'Decided by', name: 'by', required: true, autocomplete: 'name' })}
    <button type="submit" class="primary">Keep the decision</button>
  </form>`
}
