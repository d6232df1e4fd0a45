import type { ScanRecord, SourceRun } from '#core/store.ts'
import { plainText } from '#src/export/plain-text.ts'
import type { ScanDiff } from './scan-diff.ts'

// More would scroll the summary away; the JSON has them all.
const GAPS_SHOWN = 10

/** The summary of a scan for a reader: what was read, what was not, what was found. */
export function printSummary(record: ScanRecord, diff: ScanDiff | null, dryRun: boolean): string {
  const { opened, open, resolved } = record.findings
  const lines = [
    `Scan ${record.status}${dryRun ? ' (dry run: nothing was stored)' : ''}`,
    ...record.sources.flatMap(sourceLines),
    `${record.apps} apps; findings: ${open} open, ${opened} new, ${resolved} resolved`,
    ...(diff === null ? [] : diffLines(diff)),
  ]
  return `${lines.map(plainText).join('\n')}\n`
}

function sourceLines(run: SourceRun): string[] {
  const rejected = run.rejected === 0 ? '' : `, ${run.rejected} rejected`
  const waited = run.waitedSeconds === 0 ? '' : `, waited ${Math.round(run.waitedSeconds)} s`
  const head = `  ${run.source}: ${run.status}; ${run.observations} observations${rejected}, ${run.requests} requests${waited}`
  const gaps = run.gaps.slice(0, GAPS_SHOWN).map((gap) => `    not seen: ${gap.subject}: ${gap.reason}`)
  const more = run.gaps.length > GAPS_SHOWN ? [`    and ${run.gaps.length - GAPS_SHOWN} more (--json has all)`] : []
  return [head, ...gaps, ...more]
}

function diffLines(diff: ScanDiff): string[] {
  const lines = [
    ...part('+', 'New apps', diff.appsNew),
    ...part('-', 'Apps no longer seen', diff.appsGone),
    ...part('+', 'Findings opened', diff.findingsOpened),
    ...part('-', 'Findings closed', diff.findingsClosed),
  ]
  return lines.length > 0 ? lines : ['Nothing changed since the last scan']
}

function part(sign: string, title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${title}:`, ...items.map((item) => `  ${sign} ${item}`)]
}
