import { formatMoney } from '#core/money.ts'
import type { Danger } from '#core/backtest/backtest.ts'
import type { BacktestLine } from '#shapes/backtest-line.ts'
import type { Column } from '#src/export/column.ts'
import { plainText } from '#src/export/plain-text.ts'
import { toTable } from '#src/export/table.ts'
import type { Output } from './context.ts'

type Line<Kind extends BacktestLine['kind']> = Extract<BacktestLine, { kind: Kind }>

const MOST_CHANGES = 100

const DANGER_WORDS: Readonly<Record<Danger, string>> = {
  'was-not-software': 'was no software',
  'taken-from-product': 'takes it from a product',
  'lost-product': 'is not recognised any more',
  'against-judgement': 'people judged otherwise: stays as it is',
}

/** A back-test as people read it: what is wrong first, then what would change, then what each entry would do. */
export function backtestText(lines: readonly BacktestLine[], { columns, colour }: Output): string {
  const collisions = lines.filter((line) => line.kind === 'collision')
  const changes = lines.filter((line) => line.kind === 'change')
  const entries = lines.filter((line) => line.kind === 'entry')
  const options = { width: columns ?? Infinity, colour }
  const sections = [
    ...(collisions.length === 0
      ? []
      : [
          list(
            'Collisions',
            collisions.map(({ where, problem }) => `${where}: ${problem}`),
          ),
        ]),
    ...(changes.length === 0 ? [] : [toTable(CHANGE_COLUMNS, changes.slice(0, MOST_CHANGES), options) + rest(changes)]),
    toTable(ENTRY_COLUMNS, entries, options),
    ...warnings(entries),
    ...lines.filter((line) => line.kind === 'summary').map(conclusion),
  ]
  return sections.join('\n')
}

const CHANGE_COLUMNS: readonly Column<Line<'change'>>[] = [
  { id: 'text', kind: 'text', value: ({ text }) => text },
  { id: 'before', kind: 'text', value: ({ before }) => before.name ?? before.verdict },
  { id: 'after', kind: 'text', value: ({ after }) => after.name ?? after.verdict },
  { id: 'rows', kind: 'number', value: ({ rows }) => rows },
  { id: 'people', kind: 'number', value: ({ people }) => people },
  { id: 'spend', kind: 'text', value: ({ spendMinor }) => amounts(spendMinor) },
  { id: 'danger', kind: 'text', value: ({ dangers }) => dangers.map((danger) => DANGER_WORDS[danger]).join('; ') },
  { id: 'first', kind: 'date', value: ({ firstSeen }) => firstSeen },
  { id: 'last', kind: 'date', value: ({ lastSeen }) => lastSeen },
  { id: 'entry', kind: 'text', value: ({ entry }) => entry ?? 'several together' },
]

const ENTRY_COLUMNS: readonly Column<Line<'entry'>>[] = [
  { id: 'entry', kind: 'text', value: ({ where }) => where },
  { id: 'changes', kind: 'number', value: ({ identities }) => identities },
  { id: 'rows', kind: 'number', value: ({ rows }) => rows },
  { id: 'people', kind: 'number', value: ({ people }) => people },
  { id: 'spend', kind: 'text', value: ({ spendMinor }) => amounts(spendMinor) },
  { id: 'dangers', kind: 'number', value: ({ dangers }) => dangers },
  { id: 'collisions', kind: 'number', value: ({ collisions }) => collisions },
]

function amounts(spendMinor: Readonly<Record<string, number>>): string {
  return Object.entries(spendMinor)
    .map(([currency, minor]) => formatMoney({ minor, currency }))
    .join(', ')
}

function rest(changes: readonly unknown[]): string {
  const more = changes.length - MOST_CHANGES
  return more > 0 ? `and ${more} more (--json has all)\n` : ''
}

function warnings(entries: readonly Line<'entry'>[]): readonly string[] {
  const said = entries.flatMap((entry) => entry.warnings.map((warning) => `${entry.where}: ${warning}`))
  return said.length === 0 ? [] : [list('Look at', said)]
}

function list(title: string, items: readonly string[]): string {
  return [`${title}: ${items.length}`, ...items.map((item) => `  ${plainText(item)}`), ''].join('\n')
}

function conclusion({ identities, changed, held, dangers, collisions }: Line<'summary'>): string {
  const what = [
    `${changed} of ${identities} stored identities would change`,
    ...(held === 0 ? [] : [`${held} more would, had people not judged otherwise`]),
    ...(dangers === 0 ? [] : [`${dangers} of these ${dangers === 1 ? 'wants' : 'want'} a second look`]),
  ]
  const next =
    collisions === 0
      ? 'Nothing was stored; to use it, put the file into the folder catalogue of the data folder.'
      : 'Nothing was stored. Daylight would not start with this file: mend the collisions first.'
  return `${what.join('; ')}.\n${next}\n`
}
