import type { Finding } from '#core/finding.ts'
import { address } from '../address.ts'
import { findingStatusBadge, severityBadge } from '../components/badge.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'

/** What was found about the app. */
export function appFindings(findings: readonly Finding[]): Html {
  return html`<section class="panel" aria-labelledby="findings">
    <h2 id="findings">What was found</h2>
    ${
      findings.length === 0
        ? html`<p class="none">Nothing.</p>`
        : html`<ul class="brief">
            ${findings.map(
              ({ id, title, severity, status, nextStep }) =>
                html`<li>
                  ${severityBadge(severity)}
                  <div>
                    <a href="${address.finding(id)}">${title}</a> ${status === 'open' ? '' : findingStatusBadge(status)}
                    <small>${nextStep}</small>
                  </div>
                </li>`,
            )}
          </ul>`
    }
  </section>`
}
