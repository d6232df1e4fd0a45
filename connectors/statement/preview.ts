import type { FileSettings, InputFile } from '#core/file-reader.ts'
import type { StatementFormat } from '#core/statement.ts'
import { Ledger } from './ledger.ts'
import { maskCards } from './mask.ts'
import { readStatement } from './read.ts'
import { sniffStatement } from './sniff.ts'
import type { StatementLine, StatementRow } from './statement-line.ts'

type Noted = { readonly line: number; readonly reason: string }

// Of more lines than this that are no rows, the rest is read from the file a second time instead of being kept.
const KEPT = 10_000

/** Prints one JSON object about a file in pieces (see src/shapes/import-preview.ts), without holding its rows. */
export async function* previewStatement(
  file: InputFile,
  settings: FileSettings,
  seen: (key: string) => boolean,
): AsyncGenerator<string> {
  const { refused, format, questions } = await sniffStatement(file, settings)
  yield `{"file":${text(maskCards(file.name))},"refused":${text(refused)},"format":${text(format === null ? null : maskFormat(format))},"questions":${text(questions)},"rows":[`
  if (format === null) {
    yield '],"ignored":[],"rejected":[],"totals":{}}'
    return
  }
  const ledger = new Ledger(format.decimal)
  const ignored: Noted[] = []
  const rejected: Noted[] = []
  let comma = ''
  for await (const lines of readStatement(file, format, settings.account)) {
    let chunk = ''
    for (const line of lines) {
      ledger.add(line)
      if (line.kind === 'row') {
        chunk += comma + text(previewRow(line, seen))
        comma = ','
      } else keep(line.kind === 'ignored' ? ignored : rejected, line)
    }
    if (chunk !== '') yield chunk
  }
  const again = (kind: 'ignored' | 'rejected'): AsyncIterable<string> => notedAgain(file, format, settings, kind)
  yield '],"ignored":['
  if (ignored.length > KEPT) yield* again('ignored')
  else yield ignored.map(text).join(',')
  yield '],"rejected":['
  if (rejected.length > KEPT) yield* again('rejected')
  else yield rejected.map(text).join(',')
  yield `],"totals":${text(ledger.totals())}}`
}

function keep(noted: Noted[], { line, reason }: Noted): void {
  if (noted.length <= KEPT) noted.push({ line, reason: maskCards(reason) })
}

async function* notedAgain(
  file: InputFile,
  format: StatementFormat,
  settings: FileSettings,
  kind: StatementLine['kind'],
): AsyncGenerator<string> {
  let comma = ''
  for await (const lines of readStatement(file, format, settings.account)) {
    let chunk = ''
    for (const line of lines) {
      if (line.kind === 'row' || line.kind !== kind) continue
      chunk += comma + text({ line: line.line, reason: maskCards(line.reason) })
      comma = ','
    }
    if (chunk !== '') yield chunk
  }
}

function previewRow(row: StatementRow, seen: (key: string) => boolean): object {
  return {
    line: row.line,
    date: row.date,
    descriptor: row.descriptor,
    amountMinor: row.amountMinor,
    currency: row.currency,
    seen: row.key !== null && seen(row.key),
    kind: row.chargeKind,
    person: row.person,
  }
}

function maskFormat(format: StatementFormat): StatementFormat {
  const columns = Object.fromEntries(Object.entries(format.columns).map(([role, name]) => [role, maskCards(name)]))
  return { ...format, columns }
}

function text(value: unknown): string {
  return JSON.stringify(value)
}
