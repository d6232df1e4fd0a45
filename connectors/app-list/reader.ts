import type { FileReader, FileSettings, InputFile, Sniffed } from '#core/file-reader.ts'
import { DistinctApps } from './distinct.ts'
import { namesPeople } from './headers.ts'
import { applyMapping } from './mapping.ts'
import { readAppList, readRows } from './read.ts'
import { sniffAppList } from './sniff.ts'
import type { AppListFormat } from './sniff.ts'

/** The file reader for lists of SSO apps. It never asks: a column it does not know is named and left aside. */
export const appListReader: FileReader<AppListFormat> = {
  source: 'app-list',
  sniff,
  read: (file, format) => readAppList(file, { format }),
  preview,
}

async function sniff(file: InputFile, settings: FileSettings): Promise<Sniffed<AppListFormat>> {
  const { refused, likelihood, format } = await sniffAppList(file)
  if (format === null) return { refused, likelihood, format, questions: [] }
  const mapped = applyMapping(format, settings.mapping)
  if ('wrong' in mapped) return { refused: mapped.wrong, likelihood: 0, format: null, questions: [] }
  return { refused, likelihood, format: mapped, questions: [], label: originOf(mapped) }
}

/** The same export of the same console has the same origin, so that a newer one takes the place of the older. */
function originOf({ provider, columns }: AppListFormat): string {
  const what = namesPeople(columns) ? 'assignments' : 'apps'
  return provider === null ? `${what} by ${Object.values(columns).toSorted().join(', ')}` : `${provider} ${what}`
}

/** `rows` in file order: the app, its identifiers and what the row counts; `seen` when the app is stored already. */
async function* preview(
  file: InputFile,
  settings: FileSettings,
  seen: (key: string) => boolean,
): AsyncIterable<string> {
  const { refused, format } = await sniff(file, settings)
  const { unrecognised } = await sniffAppList(file)
  yield `{"file":${JSON.stringify(file.name)},"refused":${JSON.stringify(refused)},`
  yield `"format":${JSON.stringify(format === null ? null : { ...format, unrecognised })},"questions":[],"rows":[`
  const rejected: { line: number; reason: string }[] = []
  if (format !== null) yield* previewRows(file, format, seen, rejected)
  yield `],"ignored":[],"rejected":${JSON.stringify(rejected)},"totals":{}}`
}

async function* previewRows(
  file: InputFile,
  format: AppListFormat,
  seen: (key: string) => boolean,
  rejected: { line: number; reason: string }[],
): AsyncIterable<string> {
  const apps = new DistinctApps()
  for await (const row of readRows(file, format)) if ('app' in row) apps.add(row.app)
  let separator = ''
  for await (const row of readRows(file, format)) {
    if ('reason' in row) {
      rejected.push(row)
      continue
    }
    if (row.problem !== null) rejected.push({ line: row.line, reason: row.problem })
    const { line, app, people, groups } = row
    const { identifiers } = apps.clue(app.key)
    const { enabled, assignedCount, name } = app
    const known = seen(apps.observation(app.key).key)
    yield `${separator}${JSON.stringify({ line, app: name, identifiers, enabled, assignedCount, people, groups, seen: known })}`
    separator = ','
  }
}
