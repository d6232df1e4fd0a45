import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_LETTERS, withLetter } from '#core/descriptor/text-table.ts'
import { KeyTable } from '#core/match/key-table.ts'

// Walks as the matcher does, and says which keys it meets.
function found(table: KeyTable, keys: readonly string[], text: string): readonly string[] {
  const met: string[] = []
  for (let begin = 0; begin < text.length; begin += 1) {
    let hash = NO_LETTERS
    for (let at = begin; at < text.length; at += 1) {
      hash = withLetter(hash, text.charCodeAt(at))
      const length = at + 1 - begin
      if (!table.mayContinue(hash, length)) break
      const id = table.find(hash, text, begin, length)
      if (id !== -1) met.push(keys[id] ?? '')
    }
  }
  return met
}

test('every key is found wherever it stands in a text', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1'), minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(fc.uniqueArray(letters, { minLength: 1, maxLength: 30 }), letters, letters, (keys, before, behind) => {
      const table = new KeyTable(keys)
      const text = before + (keys[0] ?? '') + behind
      const expected = keys.filter((key) => text.includes(key)).toSorted()
      expect([...new Set(found(table, keys, text))].toSorted()).toEqual(expected)
    }),
  )
})

test('the longest key is known, so that nothing is sought beyond it', () => {
  expect(new KeyTable(['ab', 'abcdef']).longest).toBe(6)
})
