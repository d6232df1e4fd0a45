import { describe, expect, test } from 'vitest'
import { statementReader } from '#connectors/statement/index.ts'
import { CARD, EUR } from '#test/support/card-statement.ts'
import { inputFile } from '#test/support/input-file.ts'
import { NO_SETTINGS, previewOf } from '#test/support/statement-file.ts'

async function chargesOf(content: string, settings = {}) {
  const file = inputFile(content)
  const all = { ...NO_SETTINGS, ...EUR, ...settings }
  const { format } = await statementReader.sniff(file, all)
  if (format === null) throw new Error('the file was refused')
  return Array.fromAsync(statementReader.read(file, format, { importId: 'import-1', settings: all }))
}

describe('what a row is known by', () => {
  test('equal rows of a day stay two, and the same file again makes the same keys', async () => {
    const first = await chargesOf(CARD)
    const again = await chargesOf(CARD)
    const keys = first.map((charge) => ('key' in charge ? charge.key : ''))
    expect(new Set(keys).size).toBe(3)
    expect(again).toEqual(first)
  })

  test('a file that overlaps it knows the rows they share', async () => {
    const stored = new Set((await chargesOf(CARD)).map((charge) => ('key' in charge ? charge.key : '')))
    const later = `${CARD.split('\n').slice(0, 2).join('\n')}\n04/14/2026,04/15/2026,SLACK T012AB3CD,Shopping,Sale,-8.75,\n`
    const preview = await previewOf(inputFile(later), EUR, (key) => stored.has(key))
    expect(preview.rows.map(({ seen }) => seen)).toEqual([true, false])
  })

  test('the account that a person names is part of it', async () => {
    const [one] = await chargesOf(CARD, { account: 'Marketing card' })
    const [other] = await chargesOf(CARD, { account: 'IT card' })
    expect(one).toMatchObject({ account: 'Marketing card', importId: 'import-1', line: 2 })
    expect(one).not.toMatchObject({ key: other !== undefined && 'key' in other ? other.key : '' })
  })
})
