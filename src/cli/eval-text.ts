import { figureColumns, figureRows, verdictRows } from '#src/export/evaluation-columns.ts'
import { plainText } from '#src/export/plain-text.ts'
import { toTable } from '#src/export/table.ts'
import { formatMoney } from '#core/money.ts'
import type { EvalReport } from '#shapes/eval-report.ts'
import type { Output } from './context.ts'

// Enough to see what goes wrong; JSON has them all.
const SHOWN_WRONG_MATCHES = 20

type Shown = Pick<Output, 'columns' | 'colour'>

/** A report for people: the figures with their 95 % intervals, the baselines beside them, the wrong matches, and the spend where it was asked for. */
export function evalText(report: EvalReport, shown: Shown): string {
  const figures =
    report.all.cases === 0
      ? ['No judgement says yet what something is: there is nothing to measure the matching on.', '']
      : [ownFigures(report, shown), ...baselineLines(report, shown), ...wrongMatchLines(report)]
  return [...figures, ...ownLines(report)].join('\n')
}

function ownFigures({ all, kinds }: EvalReport, { columns, colour }: Shown): string {
  const names = ['all', ...kinds.map(({ kind }) => kind)]
  const sets = [all, ...kinds.map(({ measures }) => measures)]
  return toTable(figureColumns(names), [...figureRows(sets), ...verdictRows(sets)], {
    width: columns ?? Infinity,
    colour,
  })
}

function baselineLines({ all, baselines }: EvalReport, { columns, colour }: Shown): readonly string[] {
  const names = ['daylight', ...baselines.map(({ name }) => name)]
  const rows = figureRows([all, ...baselines.map((each) => each.all)])
  return [
    'Beside simple ways to match:',
    '',
    toTable(figureColumns(names), rows, { width: columns ?? Infinity, colour }),
  ]
}

function wrongMatchLines({ wrongMatches }: EvalReport): readonly string[] {
  if (wrongMatches.length === 0) return ['No match is wrong.', '']
  const lines = wrongMatches
    .slice(0, SHOWN_WRONG_MATCHES)
    .map(({ text, label, app, kind }) => `  ${plainText(text)} (${kind}) is ${plainText(label)}, taken for ${app}`)
  const rest = wrongMatches.length - lines.length
  return [
    `Wrong matches: ${wrongMatches.length}`,
    ...lines,
    ...(rest > 0 ? [`  and ${rest} more (--json lists all)`] : []),
    '',
  ]
}

function ownLines({ refusedAgain, spend }: EvalReport): readonly string[] {
  if (refusedAgain === null || spend === null) return []
  const money = spend.map(({ currency, resolvedMinor, unresolvedMinor, share }) => {
    const total = formatMoney({ minor: resolvedMinor + unresolvedMinor, currency })
    const resolved = formatMoney({ minor: resolvedMinor, currency })
    const percent = share === null ? '' : ` (${(share * 100).toFixed(1)} %)`
    return `  ${resolved} of ${total}${percent} is attributed to an app`
  })
  return [
    `Refused by people and taken again: ${refusedAgain.count} of ${refusedAgain.of}`,
    'Software spend:',
    ...(money.length === 0 ? ['  no charges were imported'] : money),
    '',
  ]
}
