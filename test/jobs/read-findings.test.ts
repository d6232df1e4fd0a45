import { expect, test } from 'vitest'
import type { Finding } from '#core/finding.ts'
import type { Store } from '#core/store.ts'
import { decideFinding } from '#jobs/decide-finding.ts'
import { detectCompany } from '#jobs/detect.ts'
import { readUnrecognised } from '#jobs/read-unrecognised.ts'
import { getFinding, listFindings } from '#jobs/read-findings.ts'
import { openTestBackend } from '#test/support/backend.ts'
import { charge } from '#test/support/observations.ts'

const letters = (at: number): string =>
  [at % 26, Math.floor(at / 26) % 26, Math.floor(at / 676)].map((one) => String.fromCharCode(65 + one)).join('')
const unknown = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    charge(`QX${letters(at)}ZV SOFTWARE SUBSCR`, '2026-03-07', 4_200, { mcc: '5734' }),
  )
const MANY = { observations: unknown(1_200), now: '2026-03-31T02:00:00.000Z' }
const clock = (): Date => new Date('2026-04-01T02:00:00.000Z')

async function quietOf(store: Store): Promise<readonly Finding[]> {
  return (await listFindings(store)).filter(({ version }) => version === 0).map(({ value }) => value)
}

test('a few findings on charges are documents like all others', async () => {
  await using opened = await openTestBackend({ observations: unknown(20) })
  expect(await listFindings(opened.store)).toEqual(await opened.store.list('findings'))
  expect((await opened.store.list('findings')).length).toBe(20)
})

test('of very many, those that ask nothing of anybody are no documents, and are listed and found all the same', async () => {
  await using opened = await openTestBackend(MANY)
  const { store } = opened
  const all = await listFindings(store)
  expect(all).toHaveLength(1_200)
  expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted())
  const documents = await store.list('findings')
  expect(documents.every(({ value }) => value.needsYou)).toBe(true)
  expect(documents.length + (await quietOf(store)).length).toBe(1_200)
  for (const one of [all[0], all[600], all.at(-1)]) {
    expect(one && (await getFinding(store, one.id))).toEqual(one)
    expect(one && (await readUnrecognised(store, one.value.subject.id))?.id).toBe(one?.value.subject.id)
  }
  expect(await getFinding(store, 'nowhere')).toBeNull()
})

test('a decision makes a document of it, which the next detection keeps', async () => {
  await using opened = await openTestBackend(MANY)
  const { store, backend } = opened
  const { knowledge } = backend
  const [quiet] = await quietOf(store)
  if (quiet === undefined) throw new Error('every finding is a document')
  const decision = { status: 'dismissed', reason: 'known', by: 'IT' } as const
  await expect(decideFinding(quiet.id, decision, 1, { store, knowledge, clock })).rejects.toMatchObject({
    code: 'conflict',
  })
  const decided = await decideFinding(quiet.id, decision, 0, { store, knowledge, clock })
  expect(decided).toMatchObject({ outcome: 'decided', finding: { version: 1, value: { status: 'dismissed' } } })
  const seen = (await listFindings(store)).filter(({ id }) => id === quiet.id)
  expect(seen).toMatchObject([{ version: 1, value: { status: 'dismissed' } }])
  await expect(decideFinding(quiet.id, decision, 0, { store, knowledge, clock })).rejects.toMatchObject({
    code: 'conflict',
  })
  await detectCompany({ store, knowledge, clock })
  expect(await getFinding(store, quiet.id)).toMatchObject({ value: { status: 'dismissed', since: quiet.since } })
  expect(await listFindings(store)).toHaveLength(1_200)
})

test('they keep the day on which they were found first', async () => {
  await using opened = await openTestBackend(MANY)
  const { store, backend } = opened
  const before = await quietOf(store)
  const counts = await detectCompany({ store, knowledge: backend.knowledge, clock })
  expect(counts.findings).toMatchObject({ opened: 0, open: 1_200 })
  expect(await quietOf(store)).toEqual(before)
})
