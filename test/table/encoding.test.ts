import { expect, test } from 'vitest'
import type { InputFile } from '#core/file-reader.ts'
import { sniffEncoding } from '#src/table/encoding.ts'
import { inputFile } from '#test/support/input-file.ts'

const TEXT = 'Application;Users\r\nMüller Büro;3\r\n'

async function encodingOf(file: InputFile): Promise<string> {
  return (await sniffEncoding(file)).encoding
}

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le')
  return order === 'le' ? bytes : Buffer.from(bytes).swap16()
}

test.for([
  ['UTF-8', Buffer.from(TEXT), 'utf-8'],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`), 'utf-8'],
  ['UTF-16 little endian with a mark', utf16(TEXT, 'le', true), 'utf-16le'],
  ['UTF-16 big endian with a mark', utf16(TEXT, 'be', true), 'utf-16be'],
  ['UTF-16 little endian without a mark', utf16(TEXT, 'le', false), 'utf-16le'],
  ['UTF-16 big endian without a mark', utf16(TEXT, 'be', false), 'utf-16be'],
  ['Windows-1252', Buffer.from(TEXT, 'latin1'), 'windows-1252'],
  ['plain ASCII', Buffer.from('App,Users\nSlack,3\n'), 'utf-8'],
] as const)('%s is recognised, whatever the pieces it comes in', async ([, bytes, encoding]) => {
  expect(await encodingOf(inputFile(bytes))).toBe(encoding)
  expect(await encodingOf(inputFile(bytes, 'x.csv', 7))).toBe(encoding)
})

test('an accent in the last row of a long ASCII file decides', async () => {
  const late = Buffer.concat([Buffer.from('a;b\n'.repeat(50_000)), Buffer.from([0xfc, 0x0a])])
  expect(await encodingOf(inputFile(late))).toBe('windows-1252')
  const long = `App,Users\n${'Slack,3\n'.repeat(100_000)}`
  expect(await encodingOf(inputFile(Buffer.from(`${long}Büro,1\n`, 'latin1')))).toBe('windows-1252')
  expect(await encodingOf(inputFile(`${long}Büro,1\n`))).toBe('utf-8')
})

test('one damaged letter does not turn a UTF-8 file into another encoding', async () => {
  const bytes = Buffer.concat([Buffer.from('App\nMüller\nBüro\nÄpfel\nÖl\nÜber\n'), Buffer.from([0xc3, 0x0a])])
  expect(await encodingOf(inputFile(bytes))).toBe('utf-8')
  const last = Buffer.concat([Buffer.from('Müller;Söhne;Größe\n'.repeat(50)), Buffer.from([0xff])])
  expect(await encodingOf(inputFile(last))).toBe('utf-8')
})

test('a letter that was lost before is no damage', async () => {
  expect(await encodingOf(inputFile('App\nM\uFFFDller\n'))).toBe('utf-8')
  expect(await encodingOf(inputFile('App\nM\uFFFDller\n', 'x.csv', 1))).toBe('utf-8')
})

test('a file that ends inside a letter is UTF-8 where its other letters are', async () => {
  const whole = Buffer.from('Müller;Söhne;Größe;Öl;Büro')
  expect(await encodingOf(inputFile(Buffer.concat([whole, Buffer.from([0xc3])])))).toBe('utf-8')
  expect(await encodingOf(inputFile(Buffer.from('Caf\xc3', 'latin1')))).toBe('windows-1252')
})

test('a Cyrillic file of some length is not taken for Western text', async () => {
  const text =
    'Приложение;Состояние\nОблачное хранилище документов;включено\nПочта и календарь компании;отключено\n'.repeat(5)
  const bytes = Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0)
    return code < 128 ? code : code - 0x410 + 0xc0
  })
  expect(await encodingOf(inputFile(bytes))).toBe('windows-1251')
})

test('words of another script are seen among many more English ones', async () => {
  const words = ['Кофейня', 'Подписка на программу', 'Бухгалтерия', 'Управление проектами', 'Облачное хранилище']
  const rows = words.map((word) => `${'2026-03-05;SLACK DUBLIN IE;8.75\n'.repeat(4)}2026-03-05;${word};12.50\n`)
  const bytes = Uint8Array.from(rows.join('').repeat(20), (letter) => {
    const code = letter.charCodeAt(0)
    return code < 128 ? code : code - 0x410 + 0xc0
  })
  expect(await encodingOf(inputFile(bytes))).toBe('windows-1251')
})

test('of Latin code pages the one is taken in which more headers are known', async () => {
  const bytes = Uint8Array.of(0xc8, 0xe1, ...Buffer.from('stka;Datum\n1;2\n'))
  const { encoding } = await sniffEncoding(inputFile(bytes), (cell) => ['Částka', 'Datum'].includes(cell))
  expect(encoding).toBe('windows-1250')
})

test('the first bytes are handed on, and how many there are', async () => {
  const { head, bytes } = await sniffEncoding(inputFile('a,b\n'.repeat(50_000), 'x.csv', 1000))
  expect([bytes, head.length]).toEqual([200_000, 64 * 1024])
  expect(Buffer.from(head.subarray(0, 4)).toString()).toBe('a,b\n')
})
