import { describe, expect, test } from 'vitest'
import { check } from '#core/check/check.ts'
import type { InventoryEntry } from '#core/inventory.ts'
import { createMatcher } from '#core/match/matcher.ts'
import type { Observation } from '#core/observation.ts'
import { CATALOGUE, entry, reconcileAll } from '#test/support/company.ts'
import { charge, clue, grant } from '#test/support/observations.ts'

const INVENTORY = [
  entry('Signorama', { owner: 'lea@acme.example', seats: 3 }),
  entry('Inkwell Sign', { status: 'rejected', notes: 'Signed contracts must stay in the EU' }),
  entry('Zephyrmail', { status: 'restricted', conditions: ['no customer data'], seats: 2 }),
  entry('Ledger Book', { domain: 'ledgerbook.example', status: 'trial', until: '2026-12-31', capabilities: ['forms'] }),
]

const token = (name: string, project: string, email: string): Observation =>
  grant(clue({ name, identifiers: [{ kind: 'google-client', value: `${project}.apps.googleusercontent.com` }] }), email)

const OBSERVATIONS = [
  ...['ana', 'bo'].map((name) => token('Zephyrmail', '700001-z', `${name}@acme.example`)),
  charge('QUILLSEND 0042', '2026-03-01', 900),
]

async function answer(query: string, inventory: readonly InventoryEntry[] = INVENTORY) {
  const { apps } = await reconcileAll(OBSERVATIONS, inventory)
  return check(query, {
    apps: apps.map(({ app }) => app),
    inventory,
    catalogue: CATALOGUE,
    matcher: createMatcher(CATALOGUE),
  })
}

describe('check', () => {
  test.for([
    ['Signorama', 'name', 'use-it', 'signorama'],
    ['signoram', 'name', 'use-it', 'signorama'],
    ['sginorama', 'name', 'use-it', 'signorama'],
    ['https://www.signorama.example/pricing', 'domain', 'use-it', 'signorama'],
    ['INKWELL SIGN 8837', 'descriptor', 'blocked', 'inkwell'],
    ['zephyrmail', 'name', 'no-free-seat', 'zephyrmail'],
    ['Quillsend', 'name', 'in-use-not-approved', 'quillsend'],
    ['ledger book', 'name', 'use-it', 'app-ledger-book'],
    ['Orbit Docs', 'name', 'not-known', 'orbit-docs'],
    ['Blorptastic', 'name', 'not-known', null],
    ['sign contracts', 'need', 'use-it', 'signorama'],
    ['E-Signature', 'need', 'use-it', 'signorama'],
    ['I need to send newsletters', 'need', 'no-free-seat', 'zephyrmail'],
  ] as const)('"%s" is read as a %s and answered %s', async ([query, understoodAs, expected, app]) => {
    expect(await answer(query)).toMatchObject({ query, understoodAs, answer: expected, app })
  })

  test('conditions, owner and seats travel with the answer', async () => {
    const result = await answer('zephyrmail')
    expect(result.conditions).toEqual(['no customer data'])
    expect(result.seats).toEqual({ bought: 2, used: 2, free: 0 })
    expect((await answer('ledger book')).conditions).toEqual(['trial until 2026-12-31'])
  })

  test('seats that are not recorded are no number, and still a yes', async () => {
    const result = await answer('ledger book')
    expect(result.seats).toEqual({ bought: null, used: 0, free: null })
    expect(result.answer).toBe('use-it')
  })

  test('a blocked tool says why, and what to use instead', async () => {
    const result = await answer('inkwell')
    expect(result.reasons).toContain('Signed contracts must stay in the EU')
    expect(result.alternatives.map(({ app }) => app)).toEqual(['signorama'])
  })

  test('what is merely unknown is never a no', async () => {
    const result = await answer('Blorptastic', [])
    expect(result).toMatchObject({ answer: 'not-known', standing: 'unlisted' })
    expect(result.reasons.join()).toContain('says nothing against it')
  })
})
