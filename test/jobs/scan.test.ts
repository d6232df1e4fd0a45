import { describe, expect, test } from 'vitest'
import type { Connector } from '#core/connector.ts'
import type { Gap, Rejected } from '#core/coverage.ts'
import type { Observation, Source } from '#core/observation.ts'
import type { ScanRecord, Store } from '#core/store.ts'
import { currentObservations } from '#jobs/detect.ts'
import { beginScan, finishScan, runScan } from '#jobs/scan.ts'
import type { ScanContext } from '#jobs/scan.ts'
import { KNOWLEDGE } from '#test/support/backend.ts'
import { clue, grant, person, signIn } from '#test/support/observations.ts'
import { openStoreFolder } from '#test/support/store-folder.ts'

const ZEPHYR = clue({
  identifiers: [{ kind: 'google-client', value: '700001-z.apps.googleusercontent.com' }],
  name: 'Zephyrmail',
})
const DESK = clue({ identifiers: [{ kind: 'entra-app', value: 'aaaa' }], name: 'Deskly' })
const GOOGLE = [person('ana@acme.example'), grant(ZEPHYR, 'ana@acme.example')]
const MICROSOFT = [grant(DESK, 'bo@acme.example', { source: 'microsoft' })]
const REFUSED: Gap = { kind: 'gap', source: 'google', subject: 'users', code: 'denied', reason: 'no' }

/** A source that says what it is given; a function is asked at each read. */
function source(name: Source, items: readonly (Observation | Gap | Rejected)[] | (() => never)): Connector {
  return {
    source: name,
    async *read() {
      yield* typeof items === 'function' ? items() : items
    },
    probe: async () => [],
  }
}

function contextOf(store: Store, now: string, over: Partial<ScanContext> = {}): ScanContext {
  return {
    store,
    knowledge: KNOWLEDGE,
    clock: () => new Date(now),
    createId: () => `scan-${now}`,
    signal: new AbortController().signal,
    progress: () => undefined,
    ...over,
  }
}

const stop = (): never => {
  throw new DOMException('stopped', 'AbortError')
}
const tagsOf = async (store: Store): Promise<readonly string[]> =>
  (await store.list('apps')).map(({ id, value }) => [id, ...value.tags].join(' '))

describe('a scan that was interrupted', () => {
  test('goes on with the sources that it had not read whole, under the same id', async () => {
    await using opened = await openStoreFolder()
    const { store } = opened
    const begun = await beginScan(contextOf(store, '2026-03-01T02:00:00.000Z'))
    const first = finishScan(
      begun,
      [source('google', GOOGLE), source('microsoft', stop)],
      contextOf(store, '2026-03-01T02:00:00.000Z'),
    )
    await expect(first).rejects.toThrow('stopped')
    expect((await store.get('scans', begun.id))?.value.status).toBe('running')
    const reads: string[] = []
    const watched = (connector: Connector): Connector => ({
      ...connector,
      read(context) {
        reads.push(connector.source)
        return connector.read(context)
      },
    })
    const record = await runScan(
      [watched(source('google', GOOGLE)), watched(source('microsoft', MICROSOFT))],
      contextOf(store, '2026-03-01T03:00:00.000Z'),
    )
    expect(reads).toEqual(['microsoft'])
    expect(record).toMatchObject({
      id: begun.id,
      status: 'complete',
      sources: [{ source: 'google' }, { source: 'microsoft' }],
      apps: 2,
      finishedAt: '2026-03-01T03:00:00.000Z',
    })
  })

  test('reads a source again that it had read in part', async () => {
    await using opened = await openStoreFolder()
    const { store } = opened
    const partial = [...GOOGLE, REFUSED]
    await expect(
      runScan([source('google', partial), source('microsoft', stop)], contextOf(store, '2026-03-01T02:00:00.000Z')),
    ).rejects.toThrow('stopped')
    const record = await runScan(
      [source('google', GOOGLE), source('microsoft', MICROSOFT)],
      contextOf(store, '2026-03-01T02:30:00.000Z'),
    )
    expect(record.status).toBe('complete')
  })

  test('many hours ago is closed, and a new one begins', async () => {
    await using opened = await openStoreFolder()
    const { store } = opened
    const old = await beginScan(contextOf(store, '2026-03-01T02:00:00.000Z'))
    const record = await runScan([source('google', GOOGLE)], contextOf(store, '2026-03-01T09:00:00.000Z'))
    expect(record.id).not.toBe(old.id)
    expect((await store.get('scans', old.id))?.value).toMatchObject({
      status: 'failed',
      finishedAt: '2026-03-01T09:00:00.000Z',
    })
  })
})

describe('the state of a scan', () => {
  test.for<[string, readonly Connector[], ScanRecord['status']]>([
    ['complete when all sources are', [source('google', GOOGLE), source('microsoft', MICROSOFT)], 'complete'],
    ['partial when one source is', [source('google', [...GOOGLE, REFUSED]), source('microsoft', MICROSOFT)], 'partial'],
    ['partial when one source fails', [source('google', [REFUSED]), source('microsoft', MICROSOFT)], 'partial'],
    ['failed when nothing could be read', [source('google', [REFUSED])], 'failed'],
  ])('is %s', async ([, connectors, expected]) => {
    await using opened = await openStoreFolder()
    const record = await runScan(connectors, contextOf(opened.store, '2026-03-01T02:00:00.000Z'))
    expect(record.status).toBe(expected)
    expect((await opened.store.get('scans', record.id))?.value).toEqual(record)
  })
})

describe('what a later read no longer says', () => {
  test('is missing after one complete read and gone after two, also when nothing at all is left', async () => {
    await using opened = await openStoreFolder()
    const { store } = opened
    const night = (day: number, items: readonly Observation[]): Promise<ScanRecord> =>
      runScan([source('google', items)], contextOf(store, `2026-03-0${day}T02:00:00.000Z`))
    await night(1, GOOGLE)
    expect(await tagsOf(store)).toEqual(['zephyrmail'])
    expect((await night(2, [])).status).toBe('complete')
    expect(await tagsOf(store)).toEqual(['zephyrmail missing'])
    await night(3, [])
    expect(await tagsOf(store)).toEqual([])
  })

  test('stays when the read failed, marked with the last read that had it', async () => {
    await using opened = await openStoreFolder()
    const { store } = opened
    await runScan([source('google', GOOGLE)], contextOf(store, '2026-03-01T02:00:00.000Z'))
    const before = await Array.fromAsync(currentObservations(store))
    await runScan([source('google', [REFUSED])], contextOf(store, '2026-03-02T02:00:00.000Z'))
    await runScan(
      [source('google', [{ ...REFUSED, keyPrefixes: ['elsewhere:'] }])],
      contextOf(store, '2026-03-03T02:00:00.000Z'),
    )
    expect(await Array.fromAsync(currentObservations(store))).toEqual(
      before.map((observation) => ({ ...observation, notRecheckedSince: '2026-03-01T02:00:00.000Z' })),
    )
    expect((await store.get('apps', 'zephyrmail'))?.value).toMatchObject({
      users: 1,
      tags: ['not-rechecked'],
      lastSeen: '2026-03-01T02:00:00.000Z',
    })
    expect((await store.get('sources', 'google'))?.value).toMatchObject({
      status: 'failed',
      completeAt: '2026-03-01T02:00:00.000Z',
      gaps: [{ subject: 'users' }],
    })
  })

  test('stands in a source whose log forgets, until the log says that it was taken back', async () => {
    await using opened = await openStoreFolder()
    const { store } = opened
    const forgetful = (items: readonly Observation[]): Connector => ({
      ...source('google', items),
      forgets: ['grant:google:'],
    })
    const revoked = signIn(ZEPHYR, 'ana@acme.example', '2026-03-03T10:00:00.000Z', { event: 'revoke' })
    const users: number[] = []
    for (const [day, items] of [GOOGLE, [], [], [revoked]].entries()) {
      await runScan([forgetful(items)], contextOf(store, `2026-03-0${day + 1}T12:00:00.000Z`))
      users.push((await store.get('apps', 'zephyrmail'))?.value.users ?? 0)
    }
    expect(users).toEqual([1, 1, 1, 0])
  })

  test('comes back as if it had never been missing', async () => {
    await using opened = await openStoreFolder()
    const { store } = opened
    for (const [day, items] of [GOOGLE, [], GOOGLE].entries()) {
      await runScan([source('google', items)], contextOf(store, `2026-03-0${day + 1}T02:00:00.000Z`))
    }
    expect(await tagsOf(store)).toEqual(['zephyrmail'])
  })
})

test('a scan that finds nothing new changes no app and no finding, so that their versions hold', async () => {
  await using opened = await openStoreFolder()
  const { store } = opened
  const connectors = [source('google', GOOGLE), source('microsoft', MICROSOFT)]
  await runScan(connectors, contextOf(store, '2026-03-01T02:00:00.000Z'))
  const before = [await store.list('apps'), await store.list('findings')]
  const again = await runScan(connectors, contextOf(store, '2026-03-01T02:00:00.000Z'))
  expect(again.findings).toMatchObject({ opened: 0, resolved: 0 })
  expect([await store.list('apps'), await store.list('findings')]).toEqual(before)
})

test('a fact that a source tells twice is stored once', async () => {
  await using opened = await openStoreFolder()
  const record = await runScan(
    [source('google', [...GOOGLE, ...GOOGLE])],
    contextOf(opened.store, '2026-03-01T02:00:00.000Z'),
  )
  expect(record.sources[0]?.observations).toBe(2)
  expect(await Array.fromAsync(currentObservations(opened.store))).toHaveLength(2)
})
