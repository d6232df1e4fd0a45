import { formatMoney } from '#core/money.ts'
import { appListPreview } from '#shapes/app-list-preview.ts'
import type { AppListPreview } from '#shapes/app-list-preview.ts'
import { importPreview } from '#shapes/import-preview.ts'
import type { ImportPreview } from '#shapes/import-preview.ts'
import { plainText } from '#src/export/plain-text.ts'

// Enough to see whether columns, dates and signs were understood.
const ROWS_SHOWN = 10

/** What importing a file would read, for a reader; `json` is the preview that `--json` prints. */
export function describePreview(file: string, json: string): string {
  const value: unknown = JSON.parse(json)
  const statement = importPreview.safeParse(value)
  const lines = statement.success ? statementLines(statement.data) : appListLines(appListPreview.parse(value))
  return `${[`${file}: nothing is stored by a preview`, ...lines].map(plainText).join('\n')}\n`
}

function statementLines(preview: ImportPreview): string[] {
  const { refused, format, questions, rows, ignored, rejected, totals } = preview
  if (refused !== null) return [`  refused: ${refused}`]
  const columns = Object.entries(format?.columns ?? {}).map(([role, header]) => `${role} from "${header}"`)
  const shown = rows.slice(0, ROWS_SHOWN).map(({ line, date, descriptor, amountMinor, currency, kind }) => {
    const amount =
      amountMinor === null
        ? '?'
        : currency === null
          ? `${amountMinor} minor units`
          : formatMoney({ minor: amountMinor, currency })
    return `    line ${line}: ${date ?? 'date ?'}  ${descriptor}  ${amount}  ${kind}`
  })
  return [
    `  read as ${format?.encoding}, "${format?.delimiter === '\t' ? 'tab' : format?.delimiter}", dates ${format?.dateOrder ?? '?'}, sign ${format?.sign ?? '?'}`,
    `  ${columns.join(', ')}`,
    ...questions.map(({ field, options, evidence }) => `  question: ${field}: ${options.join(' or ')}? ${evidence}`),
    `  ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}, ${rows.filter(({ seen }) => seen).length} of them stored already; ${ignored.length} ignored, ${rejected.length} rejected`,
    ...shown,
    ...(rows.length > ROWS_SHOWN ? [`    and ${rows.length - ROWS_SHOWN} more (--json has all)`] : []),
    ...rejected.map(({ line, reason }) => `  rejected line ${line}: ${reason}`),
    ...ignored.map(({ line, reason }) => `  ignored line ${line}: ${reason}`),
    ...Object.entries(totals).map(([currency, { statementMinor, accountedMinor }]) => {
      const stated =
        statementMinor === null
          ? 'the file states no total'
          : `the file states ${formatMoney({ minor: statementMinor, currency })}`
      const sum =
        accountedMinor === null ? 'wait for an answer' : `sum to ${formatMoney({ minor: accountedMinor, currency })}`
      return `  rows ${sum}; ${stated}`
    }),
  ]
}

function appListLines({ refused, format, rows, rejected }: AppListPreview): string[] {
  if (refused !== null) return [`  refused: ${refused}`]
  const columns = Object.entries(format?.columns ?? {}).map(([role, header]) => `${role} from "${header}"`)
  const shown = rows
    .slice(0, ROWS_SHOWN)
    .map(({ line, app, enabled }) => `    line ${line}: ${app ?? 'unnamed'}${enabled ? '' : ' (disabled)'}`)
  return [
    `  read as a list of apps${format?.provider ? ` of ${format.provider}` : ''}: ${columns.join(', ')}`,
    ...(format && format.unrecognised.length > 0 ? [`  left aside: ${format.unrecognised.join(', ')}`] : []),
    `  ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}, ${rejected.length} rejected`,
    ...shown,
    ...(rows.length > ROWS_SHOWN ? [`    and ${rows.length - ROWS_SHOWN} more (--json has all)`] : []),
    ...rejected.map(({ line, reason }) => `  rejected line ${line}: ${reason}`),
  ]
}
