/** Prints every clash of the shipped catalogue, or of a data folder's with it, and counts what it holds. Exit 1 for clashes. */
import { parseArgs } from 'node:util'
import { findClashes } from '#rules/catalogue/clashes.ts'
import { sourceClashes } from '#rules/catalogue/facts.ts'
import { loadCatalogue, loadEntries } from '#rules/catalogue/index.ts'
import { catalogueReport } from '#rules/catalogue/report.ts'
import type { Counts } from '#rules/catalogue/report.ts'
import type { Column } from '#src/export/column.ts'
import { toTable } from '#src/export/table.ts'
import { loadOwnCatalogue } from '#src/own-catalogue/load.ts'

const USAGE = 'usage: npm run catalogue -- check [--data FOLDER]'

type Row = Counts & { readonly part: string }

const COLUMNS: readonly Column<Row>[] = [
  { id: 'part', kind: 'text', value: ({ part }) => part },
  { id: 'products', kind: 'number', value: ({ products }) => products },
  { id: 'ai', kind: 'number', value: ({ ai }) => ai },
  { id: 'families', kind: 'number', value: ({ families }) => families },
  { id: 'no domain', kind: 'number', value: ({ withoutDomain }) => withoutDomain },
  { id: 'no stem', kind: 'number', value: ({ withoutStem }) => withoutStem },
  { id: 'facts', kind: 'number', value: ({ facts }) => facts },
  { id: 'no source', kind: 'number', value: ({ facts, sourced }) => facts - sourced },
]

async function check(dataFolder: string | undefined): Promise<number> {
  const shipped = loadCatalogue()
  const entries = loadEntries()
  const clashes = [...findClashes(shipped), ...entries.flatMap(sourceClashes)].map(
    (clash) => `${clash.entries.join(', ')}: ${clash.problem}`,
  )
  const own = dataFolder === undefined ? null : await loadOwnCatalogue(dataFolder, shipped)
  if (own !== null && own.own === null) {
    console.error(`${dataFolder}: there is no folder catalogue in it`)
    return 2
  }
  const problems = [...clashes, ...(own?.problems ?? [])]
  for (const problem of problems) console.log(problem)
  const report = catalogueReport(own?.catalogue ?? shipped, entries)
  const rows = [
    { part: 'all', ...report.all },
    { part: 'marketing', ...report.marketing },
    ...report.categories.map(([part, counts]) => ({ part, ...counts })),
  ]
  console.log(toTable(COLUMNS, rows, { width: Infinity, colour: false }))
  const { vendors, capabilities, intermediaries } = report
  console.log(`${vendors} vendors, ${capabilities} capabilities, ${intermediaries} intermediaries`)
  console.log(`clashes: ${problems.length}`)
  return problems.length === 0 ? 0 : 1
}

async function run(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' } },
      allowPositionals: true,
    })
    if (positionals.length === 1 && positionals[0] === 'check') return await check(values.data)
    console.error(USAGE)
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    console.error(`${cause.message}\n${USAGE}`)
  }
  return 2
}

process.exitCode = await run(process.argv.slice(2))
