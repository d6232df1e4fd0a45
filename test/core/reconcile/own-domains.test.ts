import { describe, expect, test } from 'vitest'
import { foreignClue, ownDomains } from '#core/reconcile/own-domains.ts'
import { reconcileAll } from '#test/support/company.ts'
import { clue, grant, person, ssoApp } from '#test/support/observations.ts'

const PEOPLE = [
  person('ana@acme.example'),
  person('bo@emea.acme.example'),
  person('kim@partner.example', { aliases: ['kim_partner.example#ext#@acme.onmicrosoft.com'] }),
  person('contractor@gmail.com'),
  person('u-object-id'),
]
const entra = (id: string) => [{ kind: 'entra-app', value: id }] as const

test('the own domains are those of the people, without guests, freemail and what the catalogue knows', () => {
  expect([...ownDomains(PEOPLE, new Set())]).toEqual(['acme.example'])
  expect([...ownDomains(PEOPLE, new Set(['acme.example']))]).toEqual([])
})

test('a clue loses what only says that the company runs the app itself', () => {
  const known = clue({
    identifiers: [
      ...entra('aaaa'),
      { kind: 'saml-entity', value: 'https://jira.acme.example/plugins' },
      { kind: 'saml-entity', value: 'https://jira.example' },
      { kind: 'domain', value: 'acme.example' },
    ],
    domains: ['acme.example', 'jira.example'],
  })
  expect(foreignClue(known, new Set(['acme.example']))).toMatchObject({
    identifiers: [...entra('aaaa'), { kind: 'saml-entity', value: 'https://jira.example' }],
    domains: ['jira.example'],
  })
})

describe('apps at the company’s own domain', () => {
  const payroll = clue({
    name: 'Payroll',
    identifiers: entra('bbbb'),
    domains: ['acme.example'],
    owner: 'in-house',
  })
  const intranet = clue({ name: 'Intranet', identifiers: entra('cccc'), domains: ['acme.example'] })

  test('are not one app', async () => {
    const { apps } = await reconcileAll([...PEOPLE, ssoApp(payroll), ssoApp(intranet)])
    expect(apps.map(({ app }) => [app.name, app.kind])).toEqual([
      ['Intranet', 'third-party'],
      ['Payroll', 'in-house'],
    ])
  })

  test('are what their name says, and no lookalike of it: the company runs the product itself', async () => {
    const own = clue({ name: 'Zephyrmail', identifiers: entra('dddd'), domains: ['acme.example'] })
    const { apps } = await reconcileAll([...PEOPLE, grant(own, 'ana@acme.example', { source: 'microsoft' })])
    expect(apps.map(({ app }) => [app.id, app.tags])).toEqual([['zephyrmail', ['name-only']]])
    const foreign = clue({ ...own, domains: ['elsewhere.example'] })
    const { apps: others } = await reconcileAll([...PEOPLE, grant(foreign, 'ana@acme.example')])
    expect(others.map(({ app }) => app.tags)).toEqual([['lookalike']])
  })
})
