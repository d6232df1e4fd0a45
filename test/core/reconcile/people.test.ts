import { describe, expect, test } from 'vitest'
import { joinPeople } from '#core/reconcile/people.ts'
import { person } from '#test/support/observations.ts'

const ENTRIES = [
  person('ana@acme.example', { name: 'Ana Alves', aliases: ['Ana.Alves@acme.example'], department: 'Sales' }),
  person('ana.alves@acme.example', {
    source: 'microsoft',
    aliases: ['aalves@acme.onmicrosoft.example'],
    status: 'suspended',
  }),
  person('bo@acme.example', { name: 'Bo Berg' }),
]

describe('people', () => {
  test('one person is one person across sources, by address and alias, case ignored', () => {
    const directory = joinPeople(ENTRIES)
    expect(directory.people.map(({ id }) => id)).toEqual(['ana@acme.example', 'bo@acme.example'])
    expect(directory.byEmail('AALVES@acme.onmicrosoft.example')).toMatchObject({
      id: 'ana@acme.example',
      sources: ['google', 'microsoft'],
    })
  })

  test('a chain of aliases joins even when the linking entry comes last', () => {
    const chain = [
      person('one@acme.example'),
      person('two@acme.example', { source: 'microsoft' }),
      person('three@acme.example', { source: 'okta', aliases: ['one@acme.example', 'two@acme.example'] }),
    ]
    expect(joinPeople(chain).people).toHaveLength(1)
    expect(joinPeople(chain.toReversed()).people).toEqual(joinPeople(chain).people)
  })

  test('each directory keeps its own word on a person who is active elsewhere', () => {
    const directory = joinPeople(ENTRIES)
    const ana = directory.byEmail('ana@acme.example')
    expect(ana.status).toBe('active')
    expect(directory.statusIn(ana, 'microsoft')).toBe('suspended')
    expect(directory.statusIn(ana, 'okta')).toBeNull()
  })

  test.for([
    ['BO BERG', 'bo@acme.example'],
    ['MR B BERG', 'bo@acme.example'],
    ['bo@acme.example', 'bo@acme.example'],
    ['B BERGMAN', null],
  ] as const)('the card holder "%s" is %s', ([text, expected]) => {
    expect(joinPeople(ENTRIES).byHolder(text)?.id ?? null).toBe(expected)
  })

  test('a card holder who could be two people is nobody', () => {
    const twins = [...ENTRIES, person('bea@acme.example', { name: 'Bea Berg' })]
    expect(joinPeople(twins).byHolder('B BERG')).toBeNull()
  })

  test('a stand-in that bears only an id is the person whom another entry gives that id', () => {
    const listed = person('ana@acme.example', { source: 'microsoft', sourceId: 'u-ana', status: 'unknown' })
    const standIn = person('u-ana', { source: 'microsoft', status: 'deleted' })
    for (const entries of [
      [listed, standIn],
      [standIn, listed],
    ]) {
      const directory = joinPeople(entries)
      expect(directory.people).toMatchObject([
        { id: 'ana@acme.example', emails: ['ana@acme.example'], status: 'deleted' },
      ])
      expect(directory.byEmail('u-ana').id).toBe('ana@acme.example')
    }
    expect(joinPeople([standIn]).people).toMatchObject([{ id: 'u-ana', emails: ['u-ana'], status: 'deleted' }])
  })

  test('one source that lists a person twice says active when one of the two is', () => {
    const entries = [
      person('ana@acme.example', { status: 'suspended' }),
      person('a.alves@acme.example', { aliases: ['ana@acme.example'], status: 'active' }),
    ]
    for (const each of [entries, entries.toReversed()]) {
      const directory = joinPeople(each)
      expect(directory.statusIn(directory.byEmail('ana@acme.example'), 'google')).toBe('active')
    }
  })

  test('an address that many accounts state and that is nobody’s own makes no one person of them', () => {
    const account = (name: string, alias: string) =>
      person(`${name}@acme.example`, { source: 'microsoft', aliases: [alias] })
    const people = (aliases: readonly string[]): number =>
      joinPeople(aliases.map((alias, index) => account(`svc-${index}`, alias))).people.length
    expect(people(Array(3).fill('desk@vendor.example'))).toBe(3)
    const three = [1, 2, 3].map((index) => account(`svc-${index}`, 'desk@vendor.example'))
    expect(joinPeople(three).byEmail('desk@vendor.example')).toMatchObject({ id: 'desk@vendor.example', sources: [] })
    expect(people(Array(2).fill('ana@elsewhere.example'))).toBe(1)
    const owner = person('desk@vendor.example', { source: 'microsoft' })
    const accounts = [1, 2, 3].map((index) => account(`svc-${index}`, 'Desk@vendor.example'))
    expect(joinPeople([owner, ...accounts]).people).toHaveLength(1)
  })

  test('someone no directory lists is kept under the address', () => {
    expect(joinPeople([]).byEmail('Guest@example.net')).toMatchObject({ id: 'guest@example.net', status: 'unknown' })
  })
})
