import { expect, test } from 'vitest'
import { canonicalJson } from '#src/store/lowdb/canonical-json.ts'

test.for<{ value: unknown; json: string }>([
  { value: { b: 1, a: [3, { d: null, c: true }] }, json: '{"a":[3,{"c":true,"d":null}],"b":1}' },
  { value: { 10: 'ten', 9: 'nine', '': 0 }, json: '{"":0,"10":"ten","9":"nine"}' },
  { value: { absent: undefined, present: 1 }, json: '{"present":1}' },
  { value: JSON.parse('{"__proto__":{"x":1}}'), json: '{"__proto__":{"x":1}}' },
  { value: Object.assign(Object.create(null), { a: 1 }), json: '{"a":1}' },
  { value: 'a\u2028\n"\ud800', json: '"a\u2028\\n\\"\\ud800"' },
  { value: [1e21, 0.1, -0, Number.MAX_SAFE_INTEGER], json: '[1e+21,0.1,0,9007199254740991]' },
  { value: [], json: '[]' },
])('$json', ({ value, json }) => {
  expect(canonicalJson(value)).toBe(json)
  expect(canonicalJson(JSON.parse(json))).toBe(json)
})

test.for<{ value: unknown; where: string }>([
  { value: { a: { b: Number.NaN } }, where: 'x.a.b is NaN' },
  { value: { a: [1, undefined] }, where: 'x.a[1]' },
  // oxlint-disable-next-line no-sparse-arrays -- a hole is what is tested
  { value: [1, , 2], where: 'x[1]' },
  { value: { at: new Date(0) }, where: 'x.at' },
  { value: { users: new Set() }, where: 'x.users' },
  { value: { amount: 1n }, where: 'x.amount' },
  { value: { text: () => '' }, where: 'x.text' },
  { value: undefined, where: 'x' },
])('what JSON cannot hold is refused: $where', ({ value, where }) => {
  expect(() => canonicalJson(value, 'x')).toThrow(where)
})
