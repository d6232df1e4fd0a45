import { array, assert as assertProperty, constantFrom, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { appDecisions } from '#core/judge/app-decisions.ts'
import { merge, split } from '#test/support/judgements.ts'

const at = (day: number): { at: string } => ({ at: `2026-03-${String(day).padStart(2, '0')}T00:00:00.000Z` })

test('merges form chains; the later merge of one app holds', () => {
  const { countsAs, mergedInto, mergesOf } = appDecisions([
    merge('a', 'b', at(1)),
    merge('b', 'c', at(2)),
    merge('x', 'c', at(3)),
    merge('x', 'd', at(4)),
  ])
  expect(['a', 'b', 'c', 'x', 'y'].map(countsAs)).toEqual(['c', 'c', 'c', 'd', 'y'])
  expect(mergedInto('c')).toEqual(['a', 'b'])
  expect(mergesOf('a').map(({ into }) => into)).toEqual(['b', 'c'])
})

test('a circle is opened by the last merge', () => {
  const { countsAs } = appDecisions([merge('a', 'b', at(1)), merge('b', 'c', at(2)), merge('c', 'a', at(3))])
  expect(['a', 'b', 'c'].map(countsAs)).toEqual(['b', 'b', 'b'])
  expect(appDecisions([merge('a', 'a', at(1))]).countsAs('a')).toBe('a')
})

test('a split names its app, the later one with the later name', () => {
  const [one, two] = [
    { kind: 'name', value: 'A' },
    { kind: 'name', value: 'B' },
  ] as const
  const { nameOf } = appDecisions([split(one, 'app-own', 'Own', at(2)), split(two, 'app-own', 'Old', at(1))])
  expect([nameOf('app-own'), nameOf('slack')]).toEqual(['Own', null])
})

test('whatever is merged, in whatever order, every app counts as exactly one that counts as itself', () => {
  const app = constantFrom('a', 'b', 'c', 'd', 'e')
  const merges = array(tuple(app, app, integer({ min: 1, max: 9 })), { maxLength: 12 })
  assertProperty(
    property(merges, (drawn) => {
      const judgements = drawn.map(([from, into, day], index) => merge(from, into, { ...at(day), id: `j-${index}` }))
      const { countsAs } = appDecisions(judgements)
      const turned = appDecisions(judgements.toReversed())
      for (const each of ['a', 'b', 'c', 'd', 'e']) {
        expect(countsAs(countsAs(each))).toBe(countsAs(each))
        expect(turned.countsAs(each)).toBe(countsAs(each))
      }
    }),
  )
})
