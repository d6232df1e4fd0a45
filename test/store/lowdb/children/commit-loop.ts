// A writer that is made to be killed: commits without end, and says on stdout what was acknowledged.
import { writeSync } from 'node:fs'
import { openLowdbWriter } from '#src/store/lowdb/writer.ts'
import { charges, entry } from '../../examples.ts'

const [folder = ''] = process.argv.slice(2)
await using store = await openLowdbWriter(folder)
const first = (await store.get('inventory', 'a'))?.version ?? 0

for (let round = first + 1; ; round += 1) {
  const segment = round % 5 === 0 ? (await store.write('observations', charges(200 + (round % 50)))).id : null
  const value = entry('any', { seats: round, app: segment, notes: 'x'.repeat(2_000) })
  // Neighbours of a group commit: each must be there once it was acknowledged.
  const neighbours = Array.from({ length: 3 }, (_, n) =>
    store.commit([{ put: 'inventory', id: `neighbour-${n}`, value: entry('any', { seats: round, app: null }) }]),
  )
  const pair = store.commit([
    { put: 'inventory', id: 'a', value },
    { put: 'inventory', id: 'b', value },
    { put: 'inventory', id: `round-${round % 300}`, value },
  ])
  await Promise.all([pair, ...neighbours])
  writeSync(1, `${round}\n`)
}
