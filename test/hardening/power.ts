import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openLowdbReader } from '#src/store/lowdb/reader.ts'
import { openLowdbWriter } from '#src/store/lowdb/writer.ts'
import { temporaryFolder } from '../store/examples.ts'
import { seeded } from '../store/lowdb/seeded.ts'
import { check } from './check.ts'
import { createLedger } from './ledger.ts'
import type { Ledger } from './ledger.ts'
import { lossyDisk } from './lossy-disk.ts'
import type { Outcome } from './outcome.ts'
import { work } from './work.ts'

const LOSSES_PER_STORE = 12

/** Cuts the power off `times` times in the middle of work; what was acknowledged must be there when it is back. */
export async function power({ seed, times }: { readonly seed: number; readonly times: number }): Promise<Outcome> {
  const wrong: string[] = []
  let [losses, acknowledged, steps, failedSyncs] = [0, 0, 0, 0]
  for (let chain = 0; losses < times && wrong.length === 0; chain += 1) {
    await using root = await temporaryFolder()
    const random = seeded(seed + chain)
    const ledger = createLedger()
    let folder = join(root.path, '0')
    await mkdir(folder)
    for (let loss = 1; loss <= LOSSES_PER_STORE && losses < times && wrong.length === 0; loss += 1) {
      losses += 1
      const next = join(root.path, String(loss))
      const used = await lose(folder, next, random, ledger)
      steps += used.steps
      failedSyncs += used.failed
      wrong.push(
        ...(await verify(next, ledger, random() < 0.3)).map((what) => `store ${seed + chain}, loss ${loss}: ${what}`),
      )
      folder = next
    }
    acknowledged += ledger.count
  }
  return { counted: { losses, acknowledged, steps, 'refused commits': failedSyncs }, wrong }
}

/** Works on a folder until the power goes off, and puts what is left into the next. */
async function lose(folder: string, next: string, random: () => number, ledger: Ledger) {
  const failingSyncs = random() < 0.3 ? 0.05 : 0
  const disk = await lossyDisk(folder, { random, at: 1 + Math.floor(random() ** 2 * 400), failingSyncs })
  const longestJournal = 2_000 + random() * 30_000
  let failed = 0
  while (!disk.dead) {
    try {
      await using store = await openLowdbWriter(folder, { files: disk.files, longestJournal, tell: () => undefined })
      let left = random() < 0.3 ? random() * 150 : Infinity
      await work(store, {
        writer: 'one',
        random,
        acknowledge: (series, number) => ledger.acknowledge(series, number),
        goOn: () => !disk.dead && (left -= 1) > 0,
        bear: () => {
          failed += 1
          return true
        },
      })
    } catch (error) {
      if (!disk.dead && failingSyncs === 0) throw error
    }
  }
  await mkdir(next)
  await disk.wake(next)
  return { steps: disk.steps, failed }
}

async function verify(folder: string, ledger: Ledger, write: boolean): Promise<readonly string[]> {
  try {
    const reader = await openLowdbReader(folder)
    const read = reader === null ? [] : await check(reader, ledger)
    // Not each time: a writer that closes leaves nothing to replay.
    if (!write) return read
    await using store = await openLowdbWriter(folder, { tell: () => undefined })
    return [...read, ...(await check(store, ledger))]
  } catch (error) {
    return [`the store cannot be read: ${String(error)}`]
  }
}
