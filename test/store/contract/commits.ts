import { expect, test } from 'vitest'
import type { Change, Store } from '#core/store.ts'
import type { Open } from '../contract.ts'
import { entry, temporaryFolder } from '../examples.ts'

const put = (id: string, count: number, ifVersion?: number): Change => ({
  put: 'inventory',
  id,
  value: entry(id, { seats: count }),
  ...(ifVersion === undefined ? {} : { ifVersion }),
})

const CONFLICT = { status: 'rejected', reason: { name: 'StoreError', code: 'conflict' } }

async function seats(store: Store, id: string): Promise<number | null | undefined> {
  return (await store.get('inventory', id))?.value.seats
}

export function describeCommits(open: Open): void {
  test.for<{ stored: number; ifVersion: number; fits: boolean }>([
    { stored: 0, ifVersion: 0, fits: true },
    { stored: 0, ifVersion: 1, fits: false },
    { stored: 1, ifVersion: 0, fits: false },
    { stored: 1, ifVersion: 1, fits: true },
    { stored: 1, ifVersion: 2, fits: false },
    { stored: 3, ifVersion: 2, fits: false },
    { stored: 3, ifVersion: 3, fits: true },
  ])('at version $stored, a change that expects $ifVersion fits: $fits', async ({ stored, ifVersion, fits }) => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    for (let version = 1; version <= stored; version += 1)
      await store.commit([put('slack', version), put('zoom', version)])
    const changes: Change[] = [put('slack', 99, ifVersion), { delete: 'inventory', id: 'zoom', ifVersion }]
    for (const change of changes) {
      const [outcome] = await Promise.allSettled([store.commit([change])])
      expect(outcome).toMatchObject(fits ? { status: 'fulfilled' } : CONFLICT)
    }
    expect(await seats(store, 'slack')).toBe(fits ? 99 : stored || undefined)
    expect(await seats(store, 'zoom')).toBe(fits ? undefined : stored || undefined)
  })

  test('one change that does not fit refuses the whole commit, and says which', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    await store.commit([put('slack', 1), put('zoom', 1)])
    const before = await store.list('inventory')
    const refused = store.commit([
      put('new', 2),
      { delete: 'inventory', id: 'zoom' },
      put('slack', 2, 7),
      { put: 'company', id: 'company', value: company(2) },
    ])
    await expect(refused).rejects.toThrow(/inventory\/slack.*version 1.*version 7/)
    expect(await store.list('inventory')).toEqual(before)
    expect(await store.list('company')).toEqual([])
  })

  test('changes of one commit are applied in order, each seeing those before it', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    await store.commit([
      put('slack', 1, 0),
      put('slack', 2, 1),
      { delete: 'inventory', id: 'slack', ifVersion: 2 },
      put('slack', 3, 0),
    ])
    expect(await seats(store, 'slack')).toBe(3)
    await expect(store.commit([{ delete: 'inventory', id: 'slack' }, put('slack', 4, 1)])).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await seats(store, 'slack')).toBe(3)
  })

  test('a commit without changes does nothing', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    await expect(store.commit([])).resolves.toBeUndefined()
  })

  test.for([Number.NaN, Number.POSITIVE_INFINITY])(
    'a value that JSON would change (%s) is refused, and with it the whole commit',
    async (noticeDays) => {
      await using folder = await temporaryFolder()
      await using store = await open(folder.path)
      const broken: Change = { put: 'inventory', id: 'zoom', value: entry('zoom', { noticeDays }) }
      await expect(store.commit([put('slack', 1), broken])).rejects.toThrow(/inventory\/zoom\.noticeDays/)
      expect(await store.list('inventory')).toEqual([])
    },
  )

  test('of many that create the same document at once, one wins and the others are told', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => store.commit([put('slack', n, 0)])))
    const won = outcomes.flatMap(({ status }, n) => (status === 'fulfilled' ? [n] : []))
    expect(won).toHaveLength(1)
    expect(await seats(store, 'slack')).toBe(won[0])
    expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject(
      Array.from({ length: 39 }, () => CONFLICT),
    )
  })

  test('no commit of many at once is lost', async () => {
    await using folder = await temporaryFolder()
    {
      await using store = await open(folder.path)
      await Promise.all(Array.from({ length: 60 }, (_, n) => store.commit([put('slack', n), put(`tool-${n % 20}`, n)])))
    }
    await using store = await open(folder.path)
    expect((await store.get('inventory', 'slack'))?.version).toBe(60)
    expect((await store.list('inventory')).map(({ version }) => version)).toEqual([
      60,
      ...Array.from({ length: 20 }, () => 3),
    ])
  })

  test('whoever reads during a commit sees all of it or nothing', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    await store.commit([put('a', 0), put('b', 0)])
    const writer = (async () => {
      for (let n = 1; n <= 40; n += 1) await store.commit([put('a', n), put('b', n)])
    })()
    const seen = new Set<number | null | undefined>()
    for (let last: unknown = 0; last !== 40;) {
      const [a, b] = await store.list('inventory')
      expect(a?.value.seats).toBe(b?.value.seats)
      seen.add(a?.value.seats)
      last = a?.value.seats
      await new Promise(setImmediate)
    }
    await writer
    expect(seen.size).toBeGreaterThan(1)
    expect(await seats(store, 'b')).toBe(40)
  })

  test('a commit that was begun is finished before the store closes, and none is taken after', async () => {
    await using folder = await temporaryFolder()
    const closed = await open(folder.path)
    const running = closed.commit([put('slack', 1)])
    await closed[Symbol.asyncDispose]()
    await running
    await expect(closed.commit([put('slack', 2)])).rejects.toThrow(/closed/)
    await using store = await open(folder.path)
    expect(await seats(store, 'slack')).toBe(1)
  })
}

function company(people: number) {
  return {
    detectedAt: '',
    people,
    unrecognised: { texts: 0, charges: 0, spendMinor: {} },
    statements: [],
    peopleSegment: '',
    usersSegment: null,
    evidenceParts: [],
    unrecognisedParts: [],
    quietFindings: [],
  }
}
