import { inflateRawSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import type { Money } from '#core/money.ts'
import type { Column } from '#src/export/column.ts'
import { toXlsx } from '#src/export/xlsx.ts'

type Row = {
  readonly text: string | null
  readonly count: number | null
  readonly cost: Money | null
  readonly day: string | null
}
const COLUMNS: readonly Column<Row>[] = [
  { id: 'text', kind: 'text', value: ({ text }) => text },
  { id: 'count', kind: 'number', value: ({ count }) => count },
  { id: 'cost', kind: 'money', value: ({ cost }) => cost },
  { id: 'day', kind: 'date', value: ({ day }) => day },
]
const ROWS: readonly Row[] = [
  { text: '=HYPERLINK("x")', count: -3, cost: { minor: 125050, currency: 'EUR' }, day: '2026-11-02' },
  { text: 'a_x0041_b <&>', count: null, cost: { minor: 7, currency: 'JPY' }, day: '2026-11-02T12:00:00.000Z' },
  { text: null, count: 0, cost: null, day: 'soon' },
]

/** The files in a zip archive, by its central directory. */
function unzip(archive: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(archive)
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const files = new Map<string, string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let entry = 0; entry < bytes.readUInt16LE(end + 10); entry += 1) {
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const local = bytes.readUInt32LE(at + 42)
    const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(data, data + bytes.readUInt32LE(at + 20))
    files.set(name, (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8'))
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return files
}

async function sheetOf(rows: readonly Row[]): Promise<{ sheet: string; strings: string; workbook: string }> {
  const files = unzip(await toXlsx(COLUMNS, rows, 'Apps'))
  const sheet = [...files].find(([name]) => /worksheets\/sheet\d*\.xml$/.test(name))?.[1] ?? ''
  return { sheet, strings: files.get('xl/sharedStrings.xml') ?? '', workbook: files.get('xl/workbook.xml') ?? '' }
}

test('numbers, amounts and dates are numbers, text is text, and nothing is a formula', async () => {
  const { sheet, strings } = await sheetOf(ROWS)
  expect(sheet).not.toContain('<f')
  const values = [...sheet.matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(?:<v>)([^<]*)<\/v><\/c>/g)].map(
    ([, cell = '', attributes = '', value = '']) => [cell, /t="s"/.test(attributes) ? 'text' : Number(value)],
  )
  expect(Object.fromEntries(values)).toEqual({
    A1: 'text',
    B1: 'text',
    C1: 'text',
    D1: 'text',
    A2: 'text',
    B2: -3,
    C2: 1250.5,
    D2: 46328,
    A3: 'text',
    C3: 7,
    D3: 46328.5,
    B4: 0,
    D4: 'text',
  })
  expect(strings).toContain('=HYPERLINK(')
  expect(strings).toContain('a_x005F_x0041_b &lt;&amp;&gt;')
})

test('the header stays in view', async () => {
  expect((await sheetOf(ROWS)).sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
})

test('the same rows are the same bytes, whenever they are written', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-02T03:04:06Z') })
  const first = await toXlsx(COLUMNS, ROWS, 'Apps')
  vi.setSystemTime(new Date('2031-07-08T09:10:12Z'))
  const second = await toXlsx(COLUMNS, ROWS, 'Apps')
  vi.useRealTimers()
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true)
  expect(Buffer.from(first).readUInt32LE(10)).toBe(0x00210000)
})

test('a sheet name that Excel refuses is made one that it takes', async () => {
  const files = unzip(await toXlsx(COLUMNS, [], 'Apps: [all/of] them, with a very long name'))
  expect(files.get('xl/workbook.xml')).toContain('name="Apps   all of  them, with a ver"')
})

test('a text longer than a cell can hold is cut', async () => {
  const { strings } = await sheetOf([{ text: 'x'.repeat(40_000), count: null, cost: null, day: null }])
  expect(/x{32767}/.test(strings)).toBe(true)
  expect(/x{32768}/.test(strings)).toBe(false)
})
