// One of several processes that start on a folder at once: a writer, a server, a client or a reader. It says what came of
// it; of who holds the folder itself, a file beside it tells when that began and ended.
import { appendFileSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { StoreError } from '#core/store.ts'
import type { Store } from '#core/store.ts'
import { openLowdbWriter } from '#src/store/lowdb/writer.ts'
import { openReader, openWriter } from '#src/store/open.ts'
import { readHolder } from '#src/store/lowdb/holder.ts'
import { seeded } from '../../store/lowdb/seeded.ts'
import { work } from '../work.ts'

const [folder = '', role = '', writer = '', seed = '1', turns = ''] = process.argv.slice(2)
const random = seeded(Number(seed))
await sleep(random() * 30)
try {
  if (role === 'reader') {
    for (let looks = 0; looks < 20; looks += 1) await (await openReader(folder))?.list('inventory')
    writeSync(1, 'read\n')
  } else {
    await using store = await opened()
    const holds = (await readHolder(folder))?.pid === process.pid
    if (holds) appendFileSync(turns, `begin ${process.pid}\n`)
    writeSync(1, holds ? 'holds\n' : 'through\n')
    let left = 10 + random() * 60
    await work(store, {
      writer,
      random,
      acknowledge: (series, number) => writeSync(1, `${series} ${number}\n`),
      goOn: () => (left -= 1) > 0,
      bear: () => false,
    })
    if (holds) appendFileSync(turns, `end ${process.pid}\n`)
    // Some leave the lock, the socket and the journal as they are.
    if (random() < 0.4) process.kill(process.pid, 'SIGKILL')
  }
} catch (error) {
  if (!(error instanceof StoreError && error.code === 'locked')) throw error
  writeSync(1, 'refused\n')
}

function opened(): Promise<Store> {
  if (role === 'server') {
    return openLowdbWriter(folder, { share: true, longestJournal: 5_000, tell: () => undefined })
  }
  return openWriter(folder, () => undefined)
}
