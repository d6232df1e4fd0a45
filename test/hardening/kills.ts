import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openLowdbReader } from '#src/store/lowdb/reader.ts'
import { openLowdbWriter } from '#src/store/lowdb/writer.ts'
import { temporaryFolder } from '../store/examples.ts'
import { seeded } from '../store/lowdb/seeded.ts'
import { start } from '../store/lowdb/start-child.ts'
import { check } from './check.ts'
import { createLedger } from './ledger.ts'
import type { Outcome } from './outcome.ts'
import { watch } from './watch.ts'

const CHILD = new URL('children/write.ts', import.meta.url).href
const LONGEST_LIFE_MS = 120
// Long enough that readers take a snapshot for settled, and read on in the journal.
const LONG_LIFE_MS = 500

/**
 * Kills writers with SIGKILL, `times` of them, on one folder: at random moments and at exact steps, alone, as server, and
 * as those who write through a server. After each the store must open, with all that was acknowledged.
 */
export async function kills({ seed, times }: { readonly seed: number; readonly times: number }): Promise<Outcome> {
  await using folder = await temporaryFolder()
  const random = seeded(seed)
  const ledger = createLedger()
  const wrong: string[] = []
  let [killed, looks, trials] = [0, 0, 0]
  while (killed < times && wrong.length === 0) {
    trials += 1
    const watching = watch(folder.path)
    const scenario = SCENARIOS[Math.floor(random() * SCENARIOS.length)] ?? alone
    const { children, killed: dead, odd } = await scenario(folder.path, random)
    killed += dead
    const seen = await watching.stop()
    looks += seen.looks
    for (const child of children) note(child.lines)
    const found = await verify()
    wrong.push(...[...odd, ...seen.wrong, ...found].map((what) => `trial ${trials} (${scenario.name}): ${what}`))
  }
  return { counted: { killed, acknowledged: ledger.count, looks }, wrong }

  function note(lines: readonly string[]): void {
    for (const line of lines) {
      const [series = '', number] = line.split(' ')
      if (number !== undefined) ledger.acknowledge(series, Number(number))
    }
  }

  async function verify(): Promise<readonly string[]> {
    try {
      const reader = await openLowdbReader(folder.path)
      const read = reader === null ? [] : await check(reader, ledger)
      if (random() < 0.5) return read
      await using store = await openLowdbWriter(folder.path, { tell: () => undefined })
      const left = [...(await readdir(folder.path)), ...(await readdir(join(folder.path, 'segments')))]
      const unfinished = left.filter((name) => name.endsWith('.tmp')).map((name) => `${name} was left behind`)
      return [...read, ...(await check(store, ledger)), ...unfinished]
    } catch (error) {
      return [`the store cannot be read: ${String(error)}`]
    }
  }
}

type Child = ReturnType<typeof start>
/** Runs writers until none lives; `odd` tells of those that ended otherwise than they had to. */
type Scenario = (
  folder: string,
  random: () => number,
) => Promise<{ readonly children: readonly Child[]; readonly killed: number; readonly odd: readonly string[] }>

const alone: Scenario = async (folder, random) => {
  const child = start(CHILD, folder, 'alone', 'alone', seedOf(random))
  await child.firstLine()
  await sleep(random() * (random() < 0.2 ? LONG_LIFE_MS : LONGEST_LIFE_MS))
  await child.kill()
  return { children: [child], killed: 1, odd: [] }
}

const atStep: Scenario = async (folder, random) => {
  const dieAt = 1 + Math.floor(random() ** 2 * 400)
  const child = start(CHILD, folder, 'alone', 'alone', seedOf(random), String(dieAt))
  const how = await child.end()
  const odd = how === 'SIGKILL' ? [] : [`the writer did not reach step ${dieAt}: ${how}`]
  return { children: [child], killed: 1, odd }
}

const serverFirst: Scenario = async (folder, random) => {
  const { server, clients } = await together(folder, random)
  await sleep(random() * LONGEST_LIFE_MS)
  await server.kill()
  const ends = await Promise.all(clients.map((client) => client.end()))
  const odd = ends.filter((how) => how !== '0').map((how) => `a client whose server was killed ended with ${how}`)
  return { children: [server, ...clients], killed: 1, odd }
}

const clientFirst: Scenario = async (folder, random) => {
  const { server, clients } = await together(folder, random)
  const odd: string[] = []
  for (const client of clients) {
    await sleep(random() * LONGEST_LIFE_MS)
    const how = await client.kill()
    if (how !== 'SIGKILL') odd.push(`a client whose server was alive ended with ${how}`)
  }
  await sleep(random() * 50)
  await server.kill()
  const children = [...clients, server]
  return { children, killed: children.length, odd }
}

const SCENARIOS = [alone, atStep, atStep, serverFirst, clientFirst, clientFirst]

async function together(folder: string, random: () => number) {
  const server = start(CHILD, folder, 'server', 'server', seedOf(random))
  const clients = ['one', 'two'].map((name) => start(CHILD, folder, 'client', name, seedOf(random)))
  await Promise.all([server, ...clients].map((child) => child.firstLine()))
  return { server, clients }
}

function seedOf(random: () => number): string {
  return String(Math.floor(random() * 2 ** 31))
}
