import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { entryLines } from '#rules/catalogue/entry-lines.ts'

test.for([
  ['[]', []],
  ['{"a": [1, 2]}', []],
  ['[1, 2,\n3]', [1, 1, 2]],
  ['[\n  {"a": "],\\"["},\n\n  [\n1],\n  null\n]\n', [2, 4, 6]],
] as const)('the elements of %j begin on the lines %j', ([text, lines]) => {
  expect(entryLines(text)).toEqual(lines)
})

test('every element of any list is found, one a line where they are written so', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (values) => {
      const text = `[\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]`
      expect(entryLines(text)).toEqual(values.map((_, index) => index + 2))
      expect(entryLines(JSON.stringify(values, null, 2))).toHaveLength(values.length)
    }),
  )
})
