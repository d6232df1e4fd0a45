// A writer that goes through a server, takes a turn, and is made to be killed in the middle of it.
import { writeSync } from 'node:fs'
import { openWriter } from '#src/store/open.ts'
import { charges, entry } from '../../examples.ts'

const [folder = ''] = process.argv.slice(2)
await using store = await openWriter(folder)
await store.exclusively('detection', async () => {
  await store.commit([{ put: 'inventory', id: 'committed', value: entry('any') }])
  await store.write('observations', charges(5))
  writeSync(1, 'has the turn\n')
  await new Promise((resolve) => setTimeout(resolve, 60_000))
})
