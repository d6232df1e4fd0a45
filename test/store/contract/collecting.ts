import { expect, test } from 'vitest'
import type { Store } from '#core/store.ts'
import type { Open } from '../contract.ts'
import { all, charges, temporaryFolder } from '../examples.ts'

async function exists(store: Store, id: string): Promise<boolean> {
  return all(store.read('observations', id)).then(
    () => true,
    () => false,
  )
}

export function describeCollecting(open: Open): void {
  test('segments that nothing refers to are removed, the others stay', async () => {
    await using folder = await temporaryFolder()
    let ids: string[] = []
    {
      await using store = await open(folder.path)
      const written = [1, 2, 3].map((count) => store.write('observations', charges(count)))
      ids = (await Promise.all(written)).map(({ id }) => id)
    }
    await using store = await open(folder.path)
    const [kept = '', ...others] = ids
    await store.collect(new Set([kept]))
    expect(await exists(store, kept)).toBe(true)
    for (const id of others) expect(await exists(store, id)).toBe(false)
  })

  test('a segment stays until the commit that refers to it can have come, and may be collected later', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    const { id } = await store.write('observations', charges(1))
    await store.collect(new Set())
    expect(await exists(store, id)).toBe(true)
    await store.collect(new Set([id]))
    expect(await exists(store, id)).toBe(true)
    await store.collect(new Set())
    expect(await exists(store, id)).toBe(false)
  })

  test('collecting while a segment is written takes nothing away from it', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    const gate = Promise.withResolvers<void>()
    async function* slow() {
      yield* charges(5_000)
      await gate.promise
      yield* charges(1)
    }
    const writing = store.write('observations', slow())
    await store.collect(new Set())
    gate.resolve()
    const { id, records } = await writing
    await store.collect(new Set())
    expect(records).toBe(5_001)
    expect(await exists(store, id)).toBe(true)
  })

  test('a segment that is written again just when it is collected is there in the end', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    for (let round = 0; round < 20; round += 1) {
      const { id } = await store.write('observations', charges(9))
      await store.collect(new Set([id]))
      const collecting = store.collect(new Set())
      await store.write('observations', charges(9))
      await collecting
      expect(await exists(store, id)).toBe(true)
    }
  })

  test('collecting twice at once, or a name that does not exist, harms nothing', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    const { id } = await store.write('observations', charges(1))
    const referenced = new Set([id, 'observations-of-nothing'])
    await Promise.all([store.collect(referenced), store.collect(referenced)])
    expect(await exists(store, id)).toBe(true)
  })
}
