import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashOf, TextTable } from '#core/descriptor/text-table.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', 'é'), maxLength: 8 })

test('a text is found by its id, also inside another, and nothing else is', () => {
  fc.assert(
    fc.property(fc.uniqueArray(text, { maxLength: 40 }), text, text, (texts, other, before) => {
      const table = new TextTable(texts)
      texts.forEach((one, id) => {
        expect(table.find(hashOf(one), `${before}${one}x`, before.length, one.length)).toBe(id)
      })
      expect(table.find(hashOf(other), other, 0, other.length)).toBe(texts.indexOf(other))
    }),
  )
})
