/**
 * Prints how the store behaves at scale: an invented company of 5,000 people with 40 grants each, 200,000 statement rows of
 * three years, some 2,000 apps and 20,000 merchant texts that nobody knows, loaded through the real jobs; beside it
 * lowdb's own file with the same content. `npm run bench:store -- FOLDER` loads it there once, and measures it there again.
 */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '#core/store.ts'
import { decideFinding } from '#jobs/decide-finding.ts'
import type { Knowledge } from '#jobs/knowledge.ts'
import type { Column } from '#src/export/column.ts'
import { toTable } from '#src/export/table.ts'
import { loadKnowledge } from '#src/knowledge.ts'
import { openReader, openWriter } from '#src/store/open.ts'
import { scaleCompany } from './scale/company.ts'
import { loadCompany } from './scale/load.ts'
import { pagesOver } from './scale/pages.ts'
import { measurePeer } from './scale/peer.ts'
import { stretch, warm } from './scale/stretch.ts'
import type { Stretch } from './scale/stretch.ts'

const COMPANY = { people: 5_000, grants: 40, clients: 1_000, statementRows: 200_000, strangeTexts: 20_000, seed: 7 }
const DECISIONS = 200
const METHOD = `How: one process, plain node. "blocked" is the longest stretch in which nothing else could run. Pages are asked within the
process: the median of five after one that does not count; "cold" is the first. The peer holds the same documents and evidence in one file.
`

type Line = Stretch & { readonly what: string }

const given = process.argv[2]
const folder = given ?? (await mkdtemp(join(tmpdir(), 'daylight-scale-')))
const knowledge = await loadKnowledge(folder)
console.log(METHOD)
try {
  if ((await openReader(folder)) === null) await load()
  const lines = [await opening('open for writing, and close', openAndClose), await opening('open for reading', read)]
  await using store = await openWriter(folder)
  lines.push(...(await pages(store, knowledge)), await deciding(store))
  const bytes = await sizes()
  const peer = await measurePeer(store, join(folder, 'peer.json'))
  await rm(join(folder, 'peer.json'))
  lines.push({ what: 'peer: open', ...peer.open }, { what: 'peer: one change, not synced', ...peer.change })
  console.log(toTable(columns(), lines, { width: Infinity, colour: false }))
  console.log(`${bytes}; peer ${mega(peer.bytes)}; memory of this process at most ${mega(maxMemory())}`)
} finally {
  if (given === undefined) await rm(folder, { recursive: true, force: true })
}

async function load(): Promise<void> {
  await using store = await openWriter(folder)
  const loaded = await loadCompany(scaleCompany(knowledge.catalogue, COMPANY), store, knowledge)
  const apps = (await store.list('apps')).length
  const company = (await store.get('company', 'company'))?.value
  const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`
  console.log(
    `loaded: import ${seconds(loaded.importMs)}, scan with detection ${seconds(loaded.scanMs)}, one more detection ${seconds(loaded.detectMs)}`,
  )
  console.log(`${apps} apps, ${company?.unrecognised.texts} unrecognised texts, memory at most ${mega(maxMemory())}\n`)
}

async function openAndClose(): Promise<void> {
  await using _ = await openWriter(folder)
}

async function read(): Promise<void> {
  await openReader(folder)
}

async function opening(what: string, open: () => Promise<void>): Promise<Line> {
  return { what, ...(await warm(open, 3)) }
}

async function pages(store: Store, known: Knowledge): Promise<Line[]> {
  const ask = pagesOver(store, known, folder)
  const apps = (await store.list('apps')).map(({ value }) => value).toSorted((a, b) => b.users - a.users)
  const paths = [
    ['overview', '/'],
    ['apps', '/apps'],
    ['app with most people', `/apps/${apps[0]?.id}`],
    ['app in the middle', `/apps/${apps[Math.floor(apps.length / 2)]?.id}`],
    ['findings', '/findings'],
    ['shortlist', '/shortlist'],
    ['check', '/check?q=docusgn'],
  ] as const
  const lines: Line[] = []
  for (const [what, path] of paths) {
    lines.push({ what: `${what}, cold`, ...(await stretch(() => ask(path))) })
    lines.push({ what, ...(await warm(() => ask(path))) })
  }
  return lines
}

/** Durable decisions on one finding, one after the other; tells the 99th percentile. */
async function deciding(store: Store): Promise<Line> {
  const [finding] = await store.list('findings')
  if (finding === undefined) throw new Error('there is no finding to decide on')
  const clock = (): Date => new Date('2026-01-02T08:00:00.000Z')
  const runs: Stretch[] = []
  for (let at = 0; at < DECISIONS; at += 1) {
    const decision = { status: 'acknowledged', reason: `reason ${at}`, by: 'IT' } as const
    runs.push(
      await stretch(() => decideFinding(finding.id, decision, finding.version + at, { store, knowledge, clock })),
    )
  }
  const [slow] = runs.toSorted((a, b) => b.ms - a.ms).slice(Math.floor(DECISIONS / 100))
  if (slow === undefined) throw new Error('nothing was decided')
  return { what: 'a decision, 99th percentile', ...slow }
}

async function sizes(): Promise<string> {
  const names = await readdir(join(folder, 'segments'))
  const segments = await Promise.all(names.map((name) => stat(join(folder, 'segments', name))))
  const snapshot = (await stat(join(folder, 'daylight.json'))).size
  const all = segments.reduce((sum, { size }) => sum + size, 0)
  return `snapshot ${mega(snapshot)}, ${segments.length} segments ${mega(all)}`
}

function mega(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

function maxMemory(): number {
  return process.resourceUsage().maxRSS * 1_024
}

function columns(): readonly Column<Line>[] {
  return [
    { id: 'what', kind: 'text', value: ({ what }) => what },
    { id: 'ms', kind: 'text', value: ({ ms }) => ms.toFixed(1) },
    { id: 'blocked ms', kind: 'text', value: ({ blockedMs }) => blockedMs.toFixed(1) },
  ]
}
