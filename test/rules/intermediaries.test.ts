import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadIntermediaries } from '#rules/intermediaries.ts'

function folderWith(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'intermediaries-'))
  writeFileSync(join(folder, 'intermediaries.json'), content)
  return folder
}

const PADDLE = { id: 'paddle', name: 'Paddle', role: 'merchant-of-record', prefixes: ['PADDLE*'], sellsSoftware: true }

test('the shipped intermediaries load, are sorted by id and know who sells software', () => {
  const intermediaries = loadIntermediaries()
  const ids = intermediaries.map((intermediary) => intermediary.id)
  expect(ids).toEqual(ids.toSorted())
  expect(intermediaries.find(({ id }) => id === 'paddle')).toMatchObject({
    role: 'merchant-of-record',
    sellsSoftware: true,
  })
  expect(intermediaries.find(({ id }) => id === 'toast')).toMatchObject({ role: 'processor', sellsSoftware: false })
})

test.for([
  ['a lower-case prefix', [{ ...PADDLE, prefixes: ['paddle*'] }], /entry "paddle".*not upper case/],
  ['an unknown role', [{ ...PADDLE, role: 'shop' }], /entry "paddle".*role/],
  ['a prefix claimed twice', [PADDLE, { ...PADDLE, id: 'other' }], /entry "other".*already claimed by "paddle"/],
] as const)('%s is refused, and the entry is named', ([, entries, message]) => {
  expect(() => loadIntermediaries(folderWith(JSON.stringify(entries)))).toThrow(message)
})
