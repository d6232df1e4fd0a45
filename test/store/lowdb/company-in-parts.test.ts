import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readEvidence } from '#jobs/read-evidence.ts'
import { readUsers } from '#jobs/read-users.ts'
import { readResolvedSpend } from '#jobs/resolved-spend.ts'
import { openWriter } from '#src/store/open.ts'
import { evidence, temporaryFolder } from '../examples.ts'

const person = (email: string) => ({
  person: email,
  name: null,
  status: 'active' as const,
  department: null,
  sources: ['google' as const],
  lastUsed: null,
})
const INKWELL = { ...evidence('inkwell'), people: [person('ana@acme.example'), person('bo@acme.example')] }
const charge = (chargeKind: string, minor: number) => ({ chargeKind, amount: { minor, currency: 'EUR' } })

/** A store as version 1 of the format had it. */
async function writeVersion1(folder: string): Promise<void> {
  let segment = ''
  {
    await using store = await openWriter(folder)
    segment = (await store.write('evidence', [INKWELL, evidence('zoom')])).id
  }
  const company = {
    detectedAt: '2026-03-31T02:00:00.000Z',
    people: 2,
    unrecognised: [
      { id: 'charge-1', charges: [charge('purchase', 900), charge('refund', -100)] },
      { id: 'charge-2', charges: [charge('declined', 5_000)] },
    ],
    statements: [],
    peopleSegment: 'people-1',
    evidenceSegment: segment,
  }
  const statement = { charges: 3, spendMinor: { EUR: 2_400 }, annualMinor: {}, annualArithmetic: [] }
  const documents = {
    company: { company: { version: 4, value: company } },
    apps: {
      inkwell: { version: 2, value: { id: 'inkwell', statement } },
      zoom: { version: 1, value: { id: 'zoom', statement: null } },
    },
  }
  await writeFile(join(folder, 'daylight.json'), JSON.stringify({ format: 'daylight', version: 1, documents }))
}

test('a store of version 1 is read on: evidence, spend and versions are what they were', async () => {
  await using folder = await temporaryFolder()
  await writeVersion1(folder.path)
  await using store = await openWriter(folder.path)
  expect(await readEvidence(store, 'inkwell')).toEqual(INKWELL)
  expect(await readEvidence(store, 'zoom')).toEqual(evidence('zoom'))
  expect(await readResolvedSpend(store)).toEqual([
    { currency: 'EUR', resolvedMinor: 2_400, unresolvedMinor: 800, share: 0.75 },
  ])
  const company = await store.get('company', 'company')
  expect(company).toMatchObject({ version: 4, value: { people: 2, unrecognised: { texts: 2, charges: 3 } } })
  expect(await store.get('apps', 'inkwell')).toMatchObject({
    version: 2,
    value: { statement: { currencies: { EUR: 3 } } },
  })
  expect((await store.get('apps', 'zoom'))?.value.statement).toBeNull()
})

test('the shortlist of a store of version 1 still knows who uses what', async () => {
  await using folder = await temporaryFolder()
  await writeVersion1(folder.path)
  await using store = await openWriter(folder.path)
  const company = await store.get('company', 'company')
  expect(company?.value.usersSegment).toBeNull()
  expect(company && (await readUsers(store, company.value)).get('inkwell')).toEqual([
    'ana@acme.example',
    'bo@acme.example',
  ])
})
