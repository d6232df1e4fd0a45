import { cp, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { Change, Store, StoreReader } from '#core/store.ts'
import { openLowdbReader } from '#src/store/lowdb/reader.ts'
import { openLowdbWriter } from '#src/store/lowdb/writer.ts'
import { charges, entry, temporaryFolder } from '../store/examples.ts'
import { faultyFiles } from '../store/lowdb/faulty-files.ts'
import type { Fault, FaultyFiles } from '../store/lowdb/faulty-files.ts'
import { seeded } from '../store/lowdb/seeded.ts'
import type { Outcome } from './outcome.ts'

const FAULTS: readonly Fault[] = ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EMFILE', 'short']
/** Once; all steps from then on; all of that kind from then on. */
const SPANS = ['once', 'lasting', 'lasting of its kind'] as const
const LONGEST_JOURNAL = 3_000

type Act = { readonly name: string; readonly run: (store: Store) => Promise<unknown> }

function put(id: string, seats: number, notes = ''): Change {
  return { put: 'inventory', id, value: entry(id, { seats, notes, app: null }) }
}

/** Each leaves two documents as one of its commits says, or as they were. */
const ACTS: readonly Act[] = [
  { name: 'commit', run: (store) => store.commit([put('a', 2), put('b', 2)]) },
  {
    name: 'group of commits',
    async run(store) {
      const group = [2, 3, 4].map((seats) => store.commit([put('a', seats), put('b', seats, 'x'.repeat(seats * 100))]))
      const refused = (await Promise.allSettled(group)).find((each) => each.status === 'rejected')
      if (refused) throw refused.reason
    },
  },
  { name: 'rotation', run: (store) => store.commit([put('a', 2), put('b', 2, 'x'.repeat(LONGEST_JOURNAL))]) },
  {
    name: 'commits over several journals',
    async run(store) {
      for (let seats = 2; seats < 6; seats += 1) {
        await store.commit([put('a', seats), put('b', seats, 'x'.repeat(LONGEST_JOURNAL))])
      }
    },
  },
  { name: 'closing', run: async (store) => store[Symbol.asyncDispose]() },
  { name: 'segment', run: (store) => store.write('observations', charges(40)) },
  { name: 'collection', run: (store) => store.collect(new Set()) },
]

type Case = { readonly act: Act; readonly fault: Fault; readonly span: (typeof SPANS)[number] }

/**
 * Lets each step of what a store does fail in turn, until it passes without; `times` of all kinds of failure. Whatever is
 * then told: memory, a reader and a copy that is opened anew agree, commits are whole, and further commits work.
 */
export async function faults({ seed, times }: { readonly seed: number; readonly times: number }): Promise<Outcome> {
  const random = seeded(seed)
  const cases = ACTS.flatMap((act) => FAULTS.flatMap((fault) => SPANS.map((span): Case => ({ act, fault, span }))))
  const chosen = cases.map((each) => ({ each, order: random() })).toSorted((a, b) => a.order - b.order)
  const wrong: string[] = []
  let failed = 0
  for (const { each } of chosen.slice(0, times)) {
    for (let nth = 1; ; nth += 1) {
      const { fired, trouble } = await failAt(each, nth)
      const where = `${each.act.name}, step ${nth} ${each.fault} (${each.span})`
      wrong.push(...trouble.map((what) => `${where}: ${what}`))
      if (!fired) break
      failed += 1
    }
  }
  return { counted: { 'kinds of failure': Math.min(times, cases.length), 'failed steps': failed }, wrong }
}

async function failAt({ act, fault, span }: Case, nth: number) {
  await using root = await temporaryFolder()
  const [folder, copy] = [join(root.path, 'data'), join(root.path, 'copy')]
  const disk = faultyFiles()
  const trouble: string[] = []
  const store = await openLowdbWriter(folder, {
    files: disk.files,
    longestJournal: LONGEST_JOURNAL,
    tell: () => undefined,
  })
  await store.commit([put('a', 1), put('b', 1)])
  const old = await store.write('observations', charges(7))
  // Old enough for the reader to rely on its time, and to read on in the journal from now on.
  await utimes(join(folder, 'daylight.json'), new Date(0), new Date(0))
  const reader = await openLowdbReader(folder)
  disk.arm(nth, fault, span)
  const told = await act.run(store).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : 'no error'),
  )
  const fired = disk.fired
  if (told !== null && !fired) trouble.push(`nothing failed, and yet: ${told}`)
  const memory = await seen(store, trouble)
  for (const [who, other] of [
    ['a reader', reader],
    ['a new reader', await openLowdbReader(folder)],
  ] as const) {
    const read = other === null ? 'nothing' : await seen(other, trouble)
    if (read !== memory) trouble.push(`${who} saw ${read}, where memory has ${memory}`)
  }
  if (act.name !== 'collection') await records(store, old.id, trouble)
  // As if the process were killed now.
  await copyStill(folder, copy, disk)
  await reopen(copy, memory, trouble)
  disk.arm(0, fault)
  if (act.name !== 'closing') await goOn(store, reader, trouble)
  await store[Symbol.asyncDispose]()
  await reopen(folder, act.name === 'closing' ? memory : '9 9', trouble)
  await rm(root.path, { recursive: true })
  return { fired, trouble }
}

/** Copies a folder as it is at one moment: again, where a snapshot was rewritten behind the copy's back. */
async function copyStill(folder: string, copy: string, disk: FaultyFiles): Promise<void> {
  for (;;) {
    const steps = disk.steps.length
    try {
      await cp(folder, copy, { recursive: true, filter: (path) => !path.includes('lock') })
      if (disk.steps.length === steps) return
    } catch (error) {
      if (disk.steps.length === steps) throw error
    }
    await rm(copy, { recursive: true, force: true })
  }
}

/** The seats of the two documents; they must be of one commit. */
async function seen(store: StoreReader, trouble: string[]): Promise<string> {
  const [a, b] = await Promise.all(['a', 'b'].map((id) => store.get('inventory', id)))
  if (a?.version !== b?.version || a?.value.seats !== b?.value.seats) trouble.push('a commit is there in part')
  return `${a?.value.seats} ${b?.value.seats}`
}

async function records(store: StoreReader, segment: string, trouble: string[]): Promise<void> {
  const found = await Array.fromAsync(store.read('observations', segment))
  if (found.length !== 7) trouble.push(`a segment has ${found.length} records, not 7`)
}

async function reopen(folder: string, expected: string, trouble: string[]): Promise<void> {
  await using store = await openLowdbWriter(folder, { tell: () => undefined })
  const found = await seen(store, trouble)
  if (found !== expected) trouble.push(`opened anew it has ${found}, not ${expected}`)
}

async function goOn(store: Store, reader: StoreReader | null, trouble: string[]): Promise<void> {
  await store.commit([put('a', 8), put('b', 8)])
  await store.commit([put('a', 9), put('b', 9)])
  const read = reader === null ? 'nothing' : await seen(reader, trouble)
  if (read !== '9 9') trouble.push(`after further commits a reader saw ${read}`)
}
