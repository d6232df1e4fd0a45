// A writer that is made to be killed: alone, as the server of a folder, or through that server. It says on stdout what was
// acknowledged.
import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { StoreError } from '#core/store.ts'
import type { Store } from '#core/store.ts'
import { diskFiles } from '#src/store/lowdb/files.ts'
import { openLowdbWriter } from '#src/store/lowdb/writer.ts'
import { openThroughHolder } from '#src/store/open.ts'
import { seeded } from '../../store/lowdb/seeded.ts'
import { mortalFiles } from '../mortal-files.ts'
import { work } from '../work.ts'

const [folder = '', mode = 'alone', writer = '', seed = '1', dieAt = '0'] = process.argv.slice(2)
const random = seeded(Number(seed))
const files = dieAt === '0' ? diskFiles : mortalFiles(Number(dieAt))
const longestJournal = random() < 0.3 ? 1_000_000 : 2_000 + random() * 60_000

try {
  for (;;) {
    await using store = await opened()
    writeSync(1, 'open\n')
    let left = mode === 'alone' ? 20 + random() * 200 : Infinity
    await work(store, {
      writer,
      random,
      acknowledge: (series, number) => writeSync(1, `${series} ${number}\n`),
      goOn: () => (left -= 1) > 0,
      bear: () => false,
    })
    if (mode !== 'alone') break
  }
} catch (error) {
  // The server of a client was killed.
  if (!(mode === 'client' && error instanceof StoreError && error.code === 'locked')) throw error
}

async function opened(): Promise<Store> {
  if (mode !== 'client') {
    return openLowdbWriter(folder, { files, longestJournal, share: mode === 'server', tell: () => undefined })
  }
  for (let attempt = 0; attempt < 1_000; attempt += 1) {
    const store = await openThroughHolder(folder)
    if (store !== null) return store
    await sleep(5)
  }
  throw new Error(`nobody takes the writes of others in ${folder}`)
}
