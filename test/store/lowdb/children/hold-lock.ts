// A writer that tries to open a folder, says how that went, and holds it until it is killed or its input ends.
import { writeSync } from 'node:fs'
import { StoreError } from '#core/store.ts'
import { openLowdbWriter } from '#src/store/lowdb/writer.ts'

const [folder = ''] = process.argv.slice(2)
try {
  await using store = await openLowdbWriter(folder)
  writeSync(1, `open ${(await store.list('inventory')).length}\n`)
  await new Promise((resolve) => process.stdin.resume().once('end', resolve))
} catch (error) {
  if (!(error instanceof StoreError)) throw error
  writeSync(1, `${error.code} ${error.message}\n`)
}
