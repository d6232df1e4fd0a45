import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Damage, Open } from '../contract.ts'
import { all, charge, charges, evidence, person, temporaryFolder } from '../examples.ts'

async function* streamed<T>(records: readonly T[]): AsyncGenerator<T> {
  yield* records
}

export function describeSegments(open: Open, damage: Damage): void {
  test('records of each kind come back in the order written', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    const observations = [charge(3), charge(1), charge(2, { descriptor: 'CAFÉ “日本” 😀 \u2028\n"quoted"' })]
    const people = [person('zoe@acme.example'), person('ana@acme.example')]
    const apps = [evidence('zoom'), evidence('slack')]
    const written = [
      await store.write('observations', observations),
      await store.write('people', people),
      await store.write('evidence', apps),
    ] as const
    expect(written.map(({ kind, records }) => [kind, records])).toEqual([
      ['observations', 3],
      ['people', 2],
      ['evidence', 2],
    ])
    expect(await all(store.read('observations', written[0].id))).toEqual(observations)
    expect(await all(store.read('people', written[1].id))).toEqual(people)
    expect(await all(store.read('evidence', written[2].id))).toEqual(apps)
  })

  test('the hash is the SHA-256 of the records as NDJSON', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    const records = charges(3)
    const ndjson = records.map((record) => `${JSON.stringify(record)}\n`).join('')
    const { hash } = await store.write('observations', records)
    expect(hash).toBe(createHash('sha256').update(ndjson).digest('hex'))
  })

  test('a segment may be empty', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    const segment = await store.write('observations', [])
    expect(segment.records).toBe(0)
    expect(await all(store.read('observations', segment.id))).toEqual([])
  })

  test('many records, taken from a stream, come back after the store is opened again', async () => {
    await using folder = await temporaryFolder()
    let id = ''
    {
      await using store = await open(folder.path)
      id = (await store.write('observations', streamed(charges(20_000)))).id
    }
    await using store = await open(folder.path)
    expect(await all(store.read('observations', id))).toEqual(charges(20_000))
  })

  test('a record longer than any buffer on the way comes back', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    const records = [charge(1), charge(2, { descriptor: 'é😀'.repeat(700_000) }), charge(3)]
    const { id } = await store.write('observations', records)
    expect(await all(store.read('observations', id))).toEqual(records)
  })

  test('the same records make the same segment, also at the same time; others make another', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    const segments = await Promise.all([
      store.write('observations', charges(5)),
      store.write('observations', charges(5)),
      store.write('observations', charges(6)),
    ])
    expect(segments[0]).toEqual(segments[1])
    expect(segments[2].id).not.toBe(segments[0].id)
    for (const { id, records } of segments) expect(await all(store.read('observations', id))).toEqual(charges(records))
    const empty = await Promise.all([store.write('people', []), store.write('evidence', [])])
    expect(empty[0].id).not.toBe(empty[1].id)
  })

  test('trouble of the source of the records comes out as it is, and the store works on', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    const trouble = new Error('the provider hung up')
    async function* stream() {
      yield* charges(5_000)
      throw trouble
    }
    await expect(store.write('observations', stream())).rejects.toBe(trouble)
    const { id } = await store.write('observations', charges(2))
    expect(await all(store.read('observations', id))).toEqual(charges(2))
  })

  test('a reading may be given up at any record and begun again', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    const { id } = await store.write('observations', charges(3_000))
    for await (const record of store.read('observations', id)) if (record.key === 'charge-7') break
    expect(await all(store.read('observations', id))).toHaveLength(3_000)
  })

  test('a segment that does not exist, or is of another kind, is damage and not emptiness', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    const { id } = await store.write('people', [person('ana@acme.example')])
    const missing = id.replaceAll(/[0-9a-f]{8}$/g, '00000000')
    for (const bad of [id, missing, '', '../daylight', `../segments/${id}`, '__proto__', `${id}\0`]) {
      await expect(all(store.read('observations', bad))).rejects.toMatchObject({ name: 'StoreError', code: 'damaged' })
    }
    await expect(all(store.read('people', missing))).rejects.toMatchObject({ name: 'StoreError', code: 'damaged' })
  })

  test('a segment whose bytes changed is reported as damaged, with its name and what to do', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    const segment = await store.write('observations', charges(500))
    const other = await store.write('observations', charges(3))
    await damage(folder.path, segment)
    const reading = all(store.read('observations', segment.id))
    await expect(reading).rejects.toMatchObject({ name: 'StoreError', code: 'damaged' })
    await expect(reading).rejects.toThrow(new RegExp(`${segment.id}.*backup`))
    expect(await all(store.read('observations', other.id))).toEqual(charges(3))
  })
}
