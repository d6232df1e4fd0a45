import { expect, test } from 'vitest'
import type { Connector } from '#core/connector.ts'
import type { Gap, Rejected } from '#core/coverage.ts'
import type { GalleryEntry } from '#core/gallery.ts'
import type { ScanRecord, Store } from '#core/store.ts'
import { checkTool } from '#jobs/check-tool.ts'
import { runScan } from '#jobs/scan.ts'
import { KNOWLEDGE } from '#test/support/backend.ts'
import { entry } from '#test/support/company.ts'
import { clue, grant } from '#test/support/observations.ts'
import { openStoreFolder } from '#test/support/store-folder.ts'

const NOTES: GalleryEntry = {
  kind: 'gallery-entry',
  id: 'e1',
  name: 'Wolkenkram Notes',
  publisher: 'Wolkenkram GmbH',
  domain: 'wolkenkram.example',
}
const CLUE = clue({
  identifiers: [
    { kind: 'entra-app', value: 'aaaa' },
    { kind: 'entra-template', value: 'e1' },
  ],
  name: 'Team scribbles',
})
const LISTED = entry('Wolkenkram Notes', { domain: 'wolkenkram.example', status: 'approved' })
const GRANT = grant(CLUE, 'bo@acme.example', { source: 'microsoft' })

function gapOf(code: Gap['code']): Gap {
  return { kind: 'gap', source: 'microsoft', subject: 'applicationTemplates', code, reason: 'no', keyPrefixes: [] }
}

/** Answers each listing of its gallery with the next of the given ones, and counts them. */
function connectorOf(...answers: readonly (readonly (GalleryEntry | Gap | Rejected)[])[]) {
  const left = [...answers]
  const asked = { count: 0 }
  const connector: Connector = {
    source: 'microsoft',
    async *read() {
      yield GRANT
    },
    async *readGallery() {
      asked.count += 1
      yield* left.shift() ?? []
    },
    probe: async () => [],
  }
  return { connector, asked }
}

function scanAt(store: Store, connector: Connector, day: string): Promise<ScanRecord> {
  return runScan([connector], {
    store,
    knowledge: KNOWLEDGE,
    clock: () => new Date(`${day}T02:00:00.000Z`),
    createId: () => `scan-${day}`,
    signal: new AbortController().signal,
    progress: () => undefined,
  })
}

const galleryOf = async (store: Store) => (await store.get('sources', 'microsoft'))?.value.gallery

test('the gallery is read at the first scan, and again when it is a week old', async () => {
  await using opened = await openStoreFolder()
  const { connector, asked } = connectorOf([NOTES], [NOTES])
  for (const day of ['2026-03-01', '2026-03-02', '2026-03-07']) await scanAt(opened.store, connector, day)
  expect(asked.count).toBe(1)
  await scanAt(opened.store, connector, '2026-03-08')
  expect(asked.count).toBe(2)
  expect(await galleryOf(opened.store)).toMatchObject({ readAt: '2026-03-08T02:00:00.000Z' })
})

test('the app that was set up from the gallery is what the gallery calls it, and stays so while it is not read again', async () => {
  await using opened = await openStoreFolder()
  const { connector } = connectorOf([NOTES])
  for (const day of ['2026-03-01', '2026-03-02']) {
    await scanAt(opened.store, connector, day)
    const [app, ...others] = await opened.store.list('apps')
    expect(others).toEqual([])
    expect(app?.value).toMatchObject({
      id: 'app-wolkenkram-example',
      name: 'Wolkenkram Notes',
      vendor: 'Wolkenkram GmbH',
      domain: 'wolkenkram.example',
      attribution: 'identifier',
      inCatalogue: false,
      category: null,
    })
  }
})

test.for(['denied', 'throttled', 'unavailable', 'malformed'] as const)(
  'a gallery that is %s is told, keeps the last one, makes no read partial and is asked for at the next scan',
  async (code) => {
    await using opened = await openStoreFolder()
    const { store } = opened
    const { connector, asked } = connectorOf([NOTES], [NOTES, gapOf(code)], [NOTES])
    await scanAt(store, connector, '2026-03-01')
    const kept = await galleryOf(store)
    const second = await scanAt(store, connector, '2026-03-09')
    expect(second.status).toBe('complete')
    expect(second.sources[0]).toMatchObject({ status: 'complete', gaps: [{ subject: 'applicationTemplates', code }] })
    expect(await galleryOf(store)).toEqual(kept)
    expect((await store.list('findings')).filter(({ value }) => value.rule === 'source-blind-spot')).toEqual([])
    await scanAt(store, connector, '2026-03-10')
    expect(asked.count).toBe(3)
  },
)

test('a broken gallery does not keep what two complete reads no longer had', async () => {
  await using opened = await openStoreFolder()
  const { connector } = connectorOf([gapOf('unavailable')], [gapOf('unavailable')], [gapOf('unavailable')])
  await scanAt(opened.store, connector, '2026-03-01')
  const other = grant(
    clue({ identifiers: [{ kind: 'entra-app', value: 'bbbb' }], name: 'Deskly' }),
    'bo@acme.example',
    {
      source: 'microsoft',
    },
  )
  const moved: Connector = {
    ...connector,
    async *read() {
      yield { ...other, key: 'another' }
    },
  }
  for (const day of ['2026-03-02', '2026-03-03']) await scanAt(opened.store, moved, day)
  expect((await opened.store.list('apps')).map(({ value }) => value.name)).toEqual(['Deskly'])
})

test('a cloud without a gallery is no trouble, and is not asked again for a week', async () => {
  await using opened = await openStoreFolder()
  const { connector, asked } = connectorOf([gapOf('unsupported')])
  const record = await scanAt(opened.store, connector, '2026-03-01')
  expect(record.sources[0]).toMatchObject({ status: 'complete', gaps: [] })
  await scanAt(opened.store, connector, '2026-03-02')
  expect(asked.count).toBe(1)
  expect(await galleryOf(opened.store)).toEqual({ segment: null, readAt: '2026-03-01T02:00:00.000Z' })
})

test('a gallery that is empty all of a sudden is not believed', async () => {
  await using opened = await openStoreFolder()
  const { connector } = connectorOf([NOTES], [])
  await scanAt(opened.store, connector, '2026-03-01')
  const first = await galleryOf(opened.store)
  await scanAt(opened.store, connector, '2026-03-09')
  expect(await galleryOf(opened.store)).toEqual({ segment: first?.segment, readAt: '2026-03-09T02:00:00.000Z' })
})

test('a malformed entry is listed among the rejected ones, and hides no fact', async () => {
  await using opened = await openStoreFolder()
  const broken: Rejected = {
    kind: 'rejected',
    source: 'microsoft',
    subject: 'applicationTemplates e9',
    reason: 'displayName: missing',
    keyPrefixes: [],
  }
  const { connector } = connectorOf([broken, NOTES])
  const record = await scanAt(opened.store, connector, '2026-03-01')
  expect(record.sources[0]).toMatchObject({ status: 'complete', rejected: 1 })
  const state = await opened.store.get('sources', 'microsoft')
  expect(state?.value.rejected.map(({ subject }) => subject)).toEqual(['applicationTemplates e9'])
})

test('a source that could not be read is not asked for its gallery, and keeps the one it had', async () => {
  await using opened = await openStoreFolder()
  const { connector, asked } = connectorOf([NOTES])
  await scanAt(opened.store, connector, '2026-03-01')
  const kept = await galleryOf(opened.store)
  const refused: Connector = {
    ...connector,
    async *read() {
      yield { kind: 'gap', source: 'microsoft', subject: 'everything (sign-in)', code: 'denied', reason: 'no' }
    },
  }
  await scanAt(opened.store, refused, '2026-03-20')
  expect(asked.count).toBe(1)
  expect(await galleryOf(opened.store)).toEqual(kept)
})

test('a check knows the gallery, and what a person wrote into the inventory about an app of it', async () => {
  await using opened = await openStoreFolder()
  const { store } = opened
  await scanAt(store, connectorOf([NOTES]).connector, '2026-03-01')
  expect(await checkTool('wolkenkram notes', store, KNOWLEDGE)).toMatchObject({
    answer: 'in-use-not-approved',
    app: 'app-wolkenkram-example',
    name: 'Wolkenkram Notes',
  })
  await store.commit([{ put: 'inventory', id: 'scribbles', value: LISTED }])
  expect(await checkTool('https://wolkenkram.example/start', store, KNOWLEDGE)).toMatchObject({
    answer: 'use-it',
    standing: 'approved',
  })
})

test('an app that the inventory lists keeps the id of its entry when a gallery begins to describe it', async () => {
  await using opened = await openStoreFolder()
  const { store } = opened
  const sited = clue({ identifiers: [{ kind: 'entra-app', value: 'cccc' }], domains: ['wolkenkram.example'] })
  const source = (gallery: readonly GalleryEntry[]): Connector => ({
    ...connectorOf(gallery).connector,
    async *read() {
      yield GRANT
      yield grant(sited, 'ana@acme.example', { source: 'microsoft' })
    },
  })
  await store.commit([
    { put: 'inventory', id: 'scribbles', value: { ...LISTED, tool: 'Team scribbles', id: 'scribbles' } },
  ])
  const seen = async () => (await store.list('apps')).map(({ id, value }) => `${id} ${value.standing} ${value.users}`)
  await scanAt(store, source([]), '2026-03-01')
  expect(await seen()).toEqual(['app-scribbles approved 2'])
  await scanAt(store, source([NOTES]), '2026-03-09')
  expect(await seen()).toEqual(['app-scribbles approved 2'])
})
