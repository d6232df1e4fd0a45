import { expect, test } from 'vitest'
import type { CompanyState, Store } from '#core/store.ts'
import { fromCompany } from '#jobs/from-company.ts'
import { readEvidence } from '#jobs/read-evidence.ts'
import { openWriter } from '#src/store/open.ts'
import { evidence, temporaryFolder } from '#test/store/examples.ts'

/** As a detection that found one app leaves it behind. */
async function detected(store: Store, app: string): Promise<string> {
  const { id } = await store.write('evidence', [evidence(app)])
  const value: CompanyState = {
    detectedAt: '2026-03-31T02:00:00.000Z',
    people: 0,
    unrecognised: { texts: 0, charges: 0, spendMinor: {} },
    statements: [],
    peopleSegment: '',
    usersSegment: null,
    evidenceParts: [{ first: app, segment: id }],
    unrecognisedParts: [],
    quietFindings: [],
  }
  await store.commit([{ put: 'company', id: 'company', value }])
  await store.collect(new Set([id]))
  return id
}

test('what a detection took away meanwhile is read where it is now', async () => {
  await using folder = await temporaryFolder()
  await using store = await openWriter(folder.path)
  await detected(store, 'inkwell')
  const seen: string[] = []
  const found = await fromCompany(store, async ({ evidenceParts: [part] }) => {
    const segment = part?.segment ?? ''
    seen.push(segment)
    if (seen.length === 1) await detected(store, 'zoom')
    return Array.fromAsync(store.read('evidence', segment))
  })
  expect(found).toEqual([evidence('zoom')])
  expect(new Set(seen).size).toBe(2)
})

test('damage that no detection explains is told at once', async () => {
  await using folder = await temporaryFolder()
  await using store = await openWriter(folder.path)
  await detected(store, 'inkwell')
  await store.collect(new Set())
  let times = 0
  const reading = fromCompany(store, ({ evidenceParts: [part] }) => {
    times += 1
    return Array.fromAsync(store.read('evidence', part?.segment ?? ''))
  })
  await expect(reading).rejects.toMatchObject({ code: 'damaged' })
  expect(times).toBe(1)
  await expect(readEvidence(store, 'inkwell')).rejects.toMatchObject({ code: 'damaged' })
})

test('before the first detection there is nothing to read', async () => {
  await using folder = await temporaryFolder()
  await using store = await openWriter(folder.path)
  expect(await fromCompany(store, async () => 'read')).toBeNull()
})
