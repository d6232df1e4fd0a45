// One of several writers that open the same folder again and again. Each says in a shared file when its turn begins
// and ends, and kills itself in the last one.
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StoreError } from '#core/store.ts'
import type { Store } from '#core/store.ts'
import { openLowdbWriter } from '#src/store/lowdb/writer.ts'
import { entry } from '../../examples.ts'

const [folder = '', turns = '1'] = process.argv.slice(2)
for (let turn = 1; turn <= Number(turns); turn += 1) {
  await using store = await opened()
  appendFileSync(join(folder, 'turns'), `begin ${process.pid}\n`)
  await store.commit([{ put: 'inventory', id: 'turn', value: entry('turn') }])
  await sleep(2)
  appendFileSync(join(folder, 'turns'), `end ${process.pid}\n`)
  if (turn === Number(turns)) process.kill(process.pid, 'SIGKILL')
}

async function opened(): Promise<Store> {
  for (;;) {
    try {
      return await openLowdbWriter(folder)
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'locked') throw error
      await sleep(1)
    }
  }
}
