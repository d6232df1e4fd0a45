import { expect, test } from 'vitest'
import { decode, detectEncoding } from '#src/table/encoding.ts'
import { inputFile } from '#test/support/input-file.ts'

const TEXT = 'Application;Users\r\nMüller Büro;3\r\n'

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
  expect(await detectEncoding(inputFile(bytes).open())).toBe(encoding)
  expect(await detectEncoding(inputFile(bytes, 'x.csv', 7).open())).toBe(encoding)
})

test('an accent in the last row of a long ASCII file decides', async () => {
  const long = `App,Users\n${'Slack,3\n'.repeat(100_000)}`
  expect(await detectEncoding(inputFile(Buffer.from(`${long}Büro,1\n`, 'latin1')).open())).toBe('windows-1252')
  expect(await detectEncoding(inputFile(`${long}Büro,1\n`).open())).toBe('utf-8')
})

test('one damaged letter does not turn a UTF-8 file into another encoding', async () => {
  const bytes = Buffer.concat([Buffer.from('App\nMüller\nBüro\nÄpfel\nÖl\nÜber\n'), Buffer.from([0xc3, 0x0a])])
  expect(await detectEncoding(inputFile(bytes).open())).toBe('utf-8')
})

test('a Cyrillic file of some length is not taken for Western text', async () => {
  const text =
    'Приложение;Состояние\nОблачное хранилище документов;включено\nПочта и календарь компании;отключено\n'.repeat(5)
  const bytes = Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0)
    return code < 128 ? code : code - 0x410 + 0xc0
  })
  expect(await detectEncoding(inputFile(bytes).open())).toBe('windows-1251')
})

test('text comes out without mark and with LF line ends, even where a CRLF is cut in two', async () => {
  const bytes = Buffer.from('\uFEFFa\r\nb\rc\nü\r\n')
  for (const size of [1, 2, 3, 5, 100]) {
    let text = ''
    for await (const piece of decode(inputFile(bytes, 'x.csv', size).open(), 'utf-8')) text += piece
    expect(text).toBe('a\nb\nc\nü\n')
  }
})
