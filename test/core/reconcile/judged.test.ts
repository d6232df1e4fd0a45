import { describe, expect, test } from 'vitest'
import type { App } from '#core/app.ts'
import type { InventoryEntry } from '#core/inventory.ts'
import type { Judgement } from '#core/judgement.ts'
import type { Observation } from '#core/observation.ts'
import { entry, reconcileAll } from '#test/support/company.ts'
import { confirm, merge, reject, split } from '#test/support/judgements.ts'
import { assignment, charge, clue, grant, ssoApp } from '#test/support/observations.ts'

const CRATE_ID = { kind: 'entra-app', value: 'aaaaaaaa-0000-4000-8000-000000000002' } as const
const CRATE = clue({ name: 'Crate', identifiers: [CRATE_ID], domains: ['crate-tool.example'] })
const BARREL = clue({ name: 'Barrel', identifiers: [{ kind: 'okta-app', value: '0oa1' }], domains: ['barrel.example'] })
const ZEPHYR_ID = { kind: 'google-client', value: '700001-z.apps.googleusercontent.com' } as const
const ZEPHYR = clue({ name: 'Zephyrmail', identifiers: [ZEPHYR_ID] })

async function apps(
  observations: readonly Observation[],
  judgements: readonly Judgement[],
  inventory: readonly InventoryEntry[] = [],
  previous: ReadonlyMap<string, Pick<App, 'firstSeen' | 'lastSeen'>> = new Map(),
): Promise<readonly App[]> {
  const reconciled = await reconcileAll(observations, inventory, previous, judgements)
  const turned = await reconcileAll(
    observations.toReversed(),
    inventory.toReversed(),
    previous,
    judgements.toReversed(),
  )
  expect(turned.apps.map(({ app }) => app)).toEqual(reconciled.apps.map(({ app }) => app))
  return reconciled.apps.map(({ app }) => app)
}

const crate = assignment(CRATE, { person: 'ana@acme.example' })
const barrel = ssoApp(BARREL)
const zephyr = grant(ZEPHYR, 'ana@acme.example')

describe('merging', () => {
  test('joins apps that the catalogue does not know, under the name of the one that stays', async () => {
    const charges = [charge('PAYPAL *CRATE-TOOL.EXAMPLE', '2026-01-05', 900, { mcc: '5734' })]
    const found = await apps(
      [crate, crate, barrel, ...charges],
      [merge('app-crate-tool-example', 'app-barrel-example')],
    )
    expect(found).toMatchObject([
      { id: 'app-barrel-example', name: 'Barrel', domain: 'barrel.example', users: 1, statement: { charges: 1 } },
    ])
  })

  test('takes the day that any of them was first seen', async () => {
    const previous = new Map([
      ['app-crate-tool-example', { firstSeen: '2025-01-01T00:00:00.000Z', lastSeen: null }],
      ['app-barrel-example', { firstSeen: '2025-06-01T00:00:00.000Z', lastSeen: null }],
    ])
    const merged = await apps([crate, barrel], [merge('app-crate-tool-example', 'app-barrel-example')], [], previous)
    expect(merged).toMatchObject([{ firstSeen: '2025-01-01T00:00:00.000Z' }])
  })

  test('takes the inventory entry along; an entry of the app that stays speaks first', async () => {
    const into = [merge('zephyrmail', 'quillsend')]
    const alone = [entry('Zephyrmail', { status: 'rejected' })]
    expect(await apps([zephyr], into, alone)).toMatchObject([
      { id: 'quillsend', name: 'Quillsend', standing: 'rejected', inventoryEntry: 'zephyrmail' },
    ])
    const both = [entry('Zephyrmail', { status: 'rejected', id: 'a' }), entry('Quillsend', { id: 'b' })]
    expect(await apps([zephyr], into, both)).toMatchObject([{ standing: 'approved', inventoryEntry: 'b' }])
  })

  test('does not lend the name of an entry to the app that stays', async () => {
    const found = await apps([crate, barrel], [merge('app-crate', 'app-barrel-example')], [entry('Crate')])
    expect(found).toMatchObject([{ id: 'app-barrel-example', name: 'Barrel', inventoryEntry: 'crate' }])
  })

  test('makes a product of the catalogue part of an app of one’s own', async () => {
    const charges = [charge('QUILL PRINT 1', '2026-01-05', 900)]
    const judgements = [
      split({ kind: 'descriptor', value: 'QUILL PRINT 1' }, 'app-quill-print', 'Quill Print'),
      merge('zephyrmail', 'app-quill-print'),
    ]
    expect(await apps([zephyr, ...charges], judgements)).toMatchObject([
      { id: 'app-quill-print', name: 'Quill Print', users: 1, statement: { charges: 1 }, inCatalogue: false },
    ])
  })
})

describe('what was refused does not come back', () => {
  test('by the name or the id in the inventory', async () => {
    const inventory = [entry('Zephyrmail', { identifiers: [ZEPHYR_ID] })]
    const [found, ...others] = await apps([zephyr], [reject(ZEPHYR_ID, 'zephyrmail')], inventory)
    expect(others).toEqual([])
    expect(found).toMatchObject({ name: 'Zephyrmail', inCatalogue: false, standing: 'unlisted' })
    expect(found?.id).toMatch(/^app-zephyrmail-[0-9a-f]{8}$/)
  })

  test('by a domain that it shares with the rest of an app', async () => {
    const other = clue({
      name: 'Crate',
      identifiers: [{ kind: 'okta-app', value: '0oa2' }],
      domains: ['crate-tool.example'],
    })
    const observations = [crate, ssoApp(other)]
    expect(await apps(observations, [])).toHaveLength(1)
    const parted = await apps(observations, [reject(CRATE_ID, 'app-crate-tool-example')])
    expect(parted.map(({ id }) => id.replace(/[0-9a-f]{8}$/, '…'))).toEqual(['app-crate-…', 'app-crate-tool-example'])
  })

  test('by a domain printed in the charge', async () => {
    const text = 'CRATE-TOOL.EXAMPLE 1'
    const charges = [charge(text, '2026-01-05', 900, { mcc: '5734' })]
    const [joined] = await apps([crate, ...charges], [])
    expect(joined).toMatchObject({ statement: { charges: 1 } })
    const refusal = reject({ kind: 'descriptor', value: text }, 'app-crate-tool-example')
    expect(await apps([crate, ...charges], [refusal])).toMatchObject([{ statement: null }])
  })
})

describe('deciding on an app of an identity provider', () => {
  test('a person knows better than the provider that calls it a script', async () => {
    const script = clue({ name: 'Untitled project', identifiers: [ZEPHYR_ID], owner: 'script' })
    const observations = [grant(script, 'ana@acme.example')]
    expect(await apps(observations, [confirm(ZEPHYR_ID, 'quillsend')])).toMatchObject([{ id: 'quillsend' }])
  })

  test('what is no software stays listed with its consents, and is nobody’s product', async () => {
    const found = await apps([zephyr], [confirm(ZEPHYR_ID, null)], [entry('Zephyrmail')])
    expect(found).toMatchObject([{ kind: 'in-house', users: 1, inCatalogue: false, standing: 'unlisted' }])
  })

  test('what was split off is an app with its own name', async () => {
    const found = await apps([crate, barrel], [split(CRATE_ID, 'app-box-keeper', 'Box Keeper')])
    expect(found).toMatchObject([{ id: 'app-barrel-example' }, { id: 'app-box-keeper', name: 'Box Keeper', users: 1 }])
  })
})
