import type { Evidence, Finding } from '#core/finding.ts'
import type { Rule } from '#core/rule.ts'
import { address } from '../address.ts'
import { findingStatusBadge, severityBadge } from '../components/badge.ts'
import { moment } from '../components/time.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { chargeForm } from '../judgements/charge-form.ts'
import type { ChargeJudging } from '../judgements/charge-form.ts'
import { SOURCE_NAMES, sentence } from '../wording.ts'
import { decisionForm } from './decision-form.ts'

export type FindingDetail = {
  readonly finding: Finding
  readonly version: number
  readonly rule: Rule | null
  readonly app: string | null
  /** Where it is about a charge that nobody recognised. */
  readonly charge: ChargeJudging | null
}

export function findingPage({ finding, version, rule, app, charge }: FindingDetail): Html {
  return html`<nav class="crumbs" aria-label="Where you are"><a href="/findings">Findings</a></nav>
    <h1>${finding.title}</h1>
    <p class="badges">
      ${severityBadge(finding.severity)} ${findingStatusBadge(finding.status)}
      ${app === null ? '' : html`<a href="${address.app(finding.app ?? '')}">${app}</a>`}
      ${rule === null ? '' : html`<span class="hint">Rule: <a href="/findings?rule=${finding.rule}&amp;status=">${rule.title}</a></span>`}
    </p>
    <div class="columns">
      <div class="main-panel">
        <section class="panel next" aria-labelledby="next">
          <h2 id="next">Next step</h2>
          <p>${sentence(finding.nextStep)}</p>
        </section>
        ${rule === null ? '' : section('why', 'Why it matters', html`<p>${rule.why}</p>`)}
        ${section('evidence', 'Evidence', evidenceList(finding.evidence))}
        ${rule === null ? '' : section('remedy', 'How to put it right', html`<p>${rule.remedy}</p>`)}
      </div>
      <div class="side">
        ${charge === null ? '' : section('judge', 'What is it?', chargeForm(charge))}
        ${section('decide', 'Decide', decisionForm(finding, version))}
        ${section('history', 'History', historyOf(finding))}
      </div>
    </div>`
}

function section(id: string, title: string, content: Html): Html {
  return html`<section class="panel" aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${content}
  </section>`
}

const KINDS: Readonly<Record<Evidence['kind'], string>> = {
  grant: 'Consent',
  charge: 'Charge',
  person: 'People',
  identity: 'Where it was seen',
  inventory: 'Inventory',
  source: 'Source',
  arithmetic: 'Worked out',
}

function evidenceList(evidence: readonly Evidence[]): Html {
  if (evidence.length === 0)
    return html`<p class="none">It rests on something that is absent; there is no record to show.</p>`
  return html`<ul class="evidence">
    ${evidence.map(
      ({ kind, source, key, text }) =>
        html`<li>
          <span class="kind"
            >${source === null || source === 'inventory' ? KINDS[kind] : `${KINDS[kind]} · ${SOURCE_NAMES[source]}`}</span
          >
          <span class="text">${text}</span>
          <details>
            <summary>Key</summary>
            <code>${key}</code>
          </details>
        </li>`,
    )}
  </ul>`
}

function historyOf({ since, resolvedAt, notRecheckedSince, decision, status }: Finding): Html {
  const decided =
    decision === null
      ? ''
      : html`<li>
          ${moment(decision.at)} ${decision.by} set it to ${status === 'resolved' ? 'what it was' : status}:
          “${decision.reason}”
        </li>`
  return html`<ul class="timeline">
    <li>${moment(since)} found</li>
    ${decided}
    ${
      notRecheckedSince === null
        ? ''
        : html`<li>
            not checked again since ${moment(notRecheckedSince)}: a source it rests on was not read completely
          </li>`
    }
    ${resolvedAt === null ? '' : html`<li>${moment(resolvedAt)} not true any more</li>`}
  </ul>`
}
