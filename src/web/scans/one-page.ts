import type { ScanRecord, SourceRun } from '#core/store.ts'
import type { RunningScan } from '#jobs/scan-runner.ts'
import { readStatusBadge } from '../components/badge.ts'
import { facts } from '../components/facts.ts'
import { notice } from '../components/notice.ts'
import { moment } from '../components/time.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { SOURCE_NAMES, count, thousands } from '../wording.ts'
import { scanBadge } from './list-page.ts'
import { progressPanel } from './progress-panel.ts'

const GAPS_SHOWN = 200

/**
 * One scan: what it does now while `progress` is there, else what it read, what it missed and what it found. A scan that
 * goes on without progress is carried out by a command beside this server.
 */
export function scanPage(scan: ScanRecord, progress: RunningScan | null, isGoingOn: boolean): Html {
  const interrupted = scan.status === 'running' && !isGoingOn
  return html`<nav class="crumbs" aria-label="Where you are"><a href="/scans">Scans</a></nav>
    <h1>Scan of ${moment(scan.startedAt)}</h1>
    <p class="badges">${scanBadge(scan, isGoingOn ? scan.id : null)}</p>
    ${interrupted ? notice('warn', 'It was interrupted. Starting a scan goes on where it stopped, if that was in the last hours.') : ''}
    ${progress === null ? '' : progressPanel(progress)}
    ${isGoingOn && progress === null ? notice('info', 'A daylight command beside this server carries it out, and shows its progress. This page renews itself.') : ''}
    ${scan.finishedAt === null ? '' : outcome(scan, scan.finishedAt)} ${scan.sources.map(sourcePanel)}`
}

function outcome({ apps, findings }: ScanRecord, finishedAt: string): Html {
  return html`<section class="panel" aria-labelledby="outcome">
    <h2 id="outcome">What it found</h2>
    ${facts([
      ['Finished', moment(finishedAt)],
      ['Apps', thousands(apps)],
      ['Findings', `${findings.opened} opened, ${findings.resolved} resolved, ${findings.open} open in all`],
    ])}
  </section>`
}

function sourcePanel(run: SourceRun): Html {
  const { source, status, gaps, observations, rejected, requests, retries, waitedSeconds } = run
  const waited = waitedSeconds === 0 ? '' : `, waited ${Math.round(waitedSeconds)} s because it was asked to`
  return html`<section class="panel" aria-labelledby="source-${source}">
    <h2 id="source-${source}">${SOURCE_NAMES[source]} ${readStatusBadge(status)}</h2>
    ${facts([
      [
        'Read',
        `${count(observations, 'record')}${rejected === 0 ? '' : `; ${count(rejected, 'record')} could not be read`}`,
      ],
      ['Requests', `${thousands(requests)}${retries === 0 ? '' : `, ${thousands(retries)} of them again`}${waited}`],
    ])}
    ${
      gaps.length === 0
        ? html`<p class="hint">Nothing that it should have seen was missed.</p>`
        : html`<h3>What it could not see</h3>
            <ul class="gaps">
              ${gaps.slice(0, GAPS_SHOWN).map(({ subject, reason }) => html`<li><strong>${subject}</strong>: ${reason}</li>`)}
              ${gaps.length > GAPS_SHOWN ? html`<li>and ${thousands(gaps.length - GAPS_SHOWN)} more; the API lists them all</li>` : ''}
            </ul>`
    }
  </section>`
}
