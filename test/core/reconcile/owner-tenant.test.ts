import { expect, test } from 'vitest'
import type { AppClue } from '#core/observation.ts'
import { reconcileAll } from '#test/support/company.ts'
import { clue, grant } from '#test/support/observations.ts'

const VENDOR = 'cccccccc-0000-4000-8000-000000000001'
const STRANGER = 'cccccccc-0000-4000-8000-000000000002'

function zephyr(id: string, over: Partial<AppClue>): AppClue {
  const identifiers = [{ kind: 'entra-app', value: id }] as const
  return clue({ name: 'Zephyrmail', identifiers, owner: 'third-party', ...over })
}
const REAL = zephyr('aaaa', { domains: ['zephyrmail.example'], ownerTenant: VENDOR })

async function appOf(other: AppClue): Promise<readonly (readonly [string, readonly string[], string | undefined])[]> {
  const observations = [REAL, other].map((app) => grant(app, 'ana@acme.example', { source: 'microsoft' }))
  const [forward, backward] = await Promise.all([reconcileAll(observations), reconcileAll(observations.toReversed())])
  expect(JSON.stringify(backward)).toBe(JSON.stringify(forward))
  return forward.apps.map(({ app, evidence }) => [
    app.id.replace(/-[0-9a-f]{8}$/, ''),
    app.tags,
    evidence.identities.find(({ contradiction }) => contradiction !== null)?.contradiction?.reason,
  ])
}

test('an app that only bears the name of one that another tenant owns is a lookalike', async () => {
  expect(await appOf(zephyr('bbbb', { ownerTenant: STRANGER }))).toEqual([
    ['app-zephyrmail', ['lookalike'], `tenant ${STRANGER} owns it, not ${VENDOR}`],
    ['zephyrmail', [], undefined],
  ])
})

test.for([
  { title: 'of the same tenant', over: { ownerTenant: VENDOR } },
  { title: 'of no stated tenant', over: { ownerTenant: null } },
  { title: 'with evidence of its own', over: { ownerTenant: STRANGER, domains: ['zephyrmail.example'] } },
])('another app $title is the same product', async ({ over }) => {
  expect(await appOf(zephyr('bbbb', over))).toEqual([['zephyrmail', [], undefined]])
})
