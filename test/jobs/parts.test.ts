import { expect, test } from 'vitest'
import type { AppEvidence } from '#core/app.ts'
import type { Part, StoreReader } from '#core/store.ts'
import { findInParts, writeParts } from '#jobs/parts.ts'
import { openWriter } from '#src/store/open.ts'
import { all, evidence, temporaryFolder } from '#test/store/examples.ts'

const keyOf = ({ app }: AppEvidence): string => app
const idOf = (index: number): string => `app-${String(index).padStart(4, '0')}`
const APPS = Array.from({ length: 400 }, (_, index) => evidence(idOf(index)))

function withIdentity(app: AppEvidence): AppEvidence {
  const grant = {
    source: 'google',
    identifier: { kind: 'google-client', value: '1.apps.googleusercontent.com' },
    name: null,
    access: 'delegated',
    tenantWide: false,
    scopes: [],
    people: [],
    keys: ['grant-1'],
  } as const
  return { ...app, grants: [grant] }
}

test('every record is found by its key, and nothing else is', async () => {
  await using folder = await temporaryFolder()
  await using store = await openWriter(folder.path)
  const parts = await writeParts(store, 'evidence', APPS, { keyOf, rowsOf: () => 100 })
  expect(parts.length).toBeGreaterThan(5)
  for (const app of APPS) expect(await findInParts(store, 'evidence', parts, app.app, keyOf)).toEqual(app)
  for (const missing of ['', 'app-', 'app-0001x', 'zoom', '__proto__']) {
    expect(await findInParts(store, 'evidence', parts, missing, keyOf)).toBeNull()
  }
})

test('the parts, one after the other, are the records in their order', async () => {
  await using folder = await temporaryFolder()
  await using store = await openWriter(folder.path)
  const parts = await writeParts(store, 'evidence', APPS, { keyOf, rowsOf: () => 300 })
  const read = await Promise.all(parts.map(({ segment }) => all(store.read('evidence', segment))))
  expect(read.flat()).toEqual(APPS)
  expect(parts.map(({ first }) => first)).toEqual(read.map(([first]) => first?.app))
})

test('one part is read to find one record', async () => {
  await using folder = await temporaryFolder()
  await using store = await openWriter(folder.path)
  const parts = await writeParts(store, 'evidence', APPS, { keyOf, rowsOf: () => 100 })
  const read: string[] = []
  const watched: Pick<StoreReader, 'read'> = {
    read(kind, segment) {
      read.push(segment)
      return store.read(kind, segment)
    },
  }
  await findInParts(watched, 'evidence', parts, idOf(200), keyOf)
  expect(read).toHaveLength(1)
})

test('a change in one record leaves the parts of the others as they are', async () => {
  await using folder = await temporaryFolder()
  await using store = await openWriter(folder.path)
  const rowsOf = ({ grants }: AppEvidence): number => 100 + grants.length * 5_000
  const before = await writeParts(store, 'evidence', APPS, { keyOf, rowsOf })
  const changed = APPS.map((app) => (app.app === idOf(150) ? withIdentity(app) : app))
  const after = await writeParts(store, 'evidence', changed, { keyOf, rowsOf })
  const segments = (parts: readonly Part[]): Set<string> => new Set(parts.map(({ segment }) => segment))
  expect(segments(after).difference(segments(before)).size).toBeLessThan(before.length / 4)
  expect(await findInParts(store, 'evidence', after, idOf(150), keyOf)).toEqual(withIdentity(evidence(idOf(150))))
})

test('a record of more rows than a part should have is a part, and no records are no part', async () => {
  await using folder = await temporaryFolder()
  await using store = await openWriter(folder.path)
  const parts = await writeParts(store, 'evidence', APPS.slice(0, 3), { keyOf, rowsOf: () => 100_000 })
  expect(parts.map(({ first }) => first)).toEqual([idOf(0), idOf(1), idOf(2)])
  expect(await writeParts(store, 'evidence', [], { keyOf, rowsOf: () => 1 })).toEqual([])
  expect(await findInParts(store, 'evidence', [], idOf(0), keyOf)).toBeNull()
})
