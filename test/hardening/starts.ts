import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openLowdbReader } from '#src/store/lowdb/reader.ts'
import { openLowdbWriter } from '#src/store/lowdb/writer.ts'
import { temporaryFolder } from '../store/examples.ts'
import { seeded } from '../store/lowdb/seeded.ts'
import { start } from '../store/lowdb/start-child.ts'
import { check } from './check.ts'
import { createLedger } from './ledger.ts'
import type { Outcome } from './outcome.ts'

const CHILD = new URL('children/start.ts', import.meta.url).href
const ROLES = ['writer', 'writer', 'server', 'server', 'reader']
const ROUNDS_PER_FOLDER = 20

/** Starts two to five processes at once on one folder, `times` times; some of them are killed while they hold it. */
export async function starts({ seed, times }: { readonly seed: number; readonly times: number }): Promise<Outcome> {
  const wrong: string[] = []
  const counted = { starts: 0, processes: 0, held: 0, through: 0, refused: 0, acknowledged: 0 }
  while (counted.starts < times && wrong.length === 0) {
    await using root = await temporaryFolder()
    const random = seeded(seed + counted.starts)
    const ledger = createLedger()
    for (let round = 0; round < ROUNDS_PER_FOLDER && counted.starts < times; round += 1) {
      counted.starts += 1
      const trouble = await startTogether(root.path, random, ledger, counted)
      wrong.push(...trouble.map((what) => `start ${counted.starts}: ${what}`))
    }
    counted.acknowledged += ledger.count
  }
  return { counted, wrong }
}

async function startTogether(
  root: string,
  random: () => number,
  ledger: ReturnType<typeof createLedger>,
  counted: Record<'processes' | 'held' | 'through' | 'refused', number>,
): Promise<readonly string[]> {
  const [folder, turns] = [join(root, 'data'), join(root, 'turns')]
  await rm(turns, { force: true })
  const children = Array.from({ length: 2 + Math.floor(random() * 4) }, (_, index) => {
    // The first two want to write.
    const role = ROLES[Math.floor(random() * (index < 2 ? 4 : 5))] ?? 'reader'
    return start(CHILD, folder, role, `writer-${index}`, String(Math.floor(random() * 2 ** 31)), turns)
  })
  const ends = await Promise.all(children.map((child) => child.end()))
  const trouble = ends.filter((how) => how !== '0' && how !== 'SIGKILL').map((how) => `a process ended with ${how}`)
  const said = children.flatMap(({ lines }) => lines)
  for (const line of said) {
    const [series = '', number] = line.split(' ')
    if (number !== undefined) ledger.acknowledge(series, Number(number))
  }
  counted.processes += children.length
  counted.held += said.filter((line) => line === 'holds').length
  counted.through += said.filter((line) => line === 'through').length
  counted.refused += said.filter((line) => line === 'refused').length
  if (!said.includes('holds')) trouble.push('nobody could write')
  return [...trouble, ...overlaps(await readFile(turns, 'utf8')), ...(await verify(folder, ledger))]
}

/** Two that held the folder at once. Who is killed has said before that its turn ends. */
function overlaps(turns: string): readonly string[] {
  const lines = turns.trimEnd().split('\n')
  return lines.flatMap((line, index) => {
    const expected = index % 2 === 0 ? 'begin' : lines[index - 1]?.replace('begin', 'end')
    return line.startsWith(expected ?? '') ? [] : [`${line} follows ${lines[index - 1]}`]
  })
}

async function verify(folder: string, ledger: ReturnType<typeof createLedger>): Promise<readonly string[]> {
  try {
    const reader = await openLowdbReader(folder)
    if (reader === null) return ['there is no store']
    const read = await check(reader, ledger)
    await using store = await openLowdbWriter(folder, { tell: () => undefined })
    return [...read, ...(await check(store, ledger))]
  } catch (error) {
    return [`the store cannot be read: ${String(error)}`]
  }
}
