import { expect, test } from 'vitest'
import { inputFile } from '#test/support/input-file.ts'
import { previewOf } from '#test/support/statement-file.ts'

const TEXT = 'Date;Währung;Betrag;Empfänger\r\n05.03.2026;EUR;-12,50;Müller & Söhne\r\n'
const utf16be = Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()

test.for<[string, Uint8Array, string]>([
  ['UTF-8', Buffer.from(TEXT), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`), 'utf-8'],
  ['Windows-1252', Buffer.from(TEXT, 'latin1'), 'windows-1252'],
  ['UTF-16 little-endian', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), 'utf-16le'],
  ['UTF-16 little-endian without a mark', Buffer.from(TEXT, 'utf16le'), 'utf-16le'],
  ['UTF-16 big-endian', utf16be, 'utf-16be'],
])('%s is recognised and read, in chunks of any size', async ([, bytes, encoding]) => {
  for (const chunk of [3, 65_536]) {
    const preview = await previewOf(inputFile(bytes, 'x.csv', chunk))
    expect(preview.format).toMatchObject({ encoding, columns: { date: 'Date', currency: 'Währung' } })
    expect(preview.rows).toMatchObject([{ descriptor: 'Müller & Söhne', amountMinor: 1250 }])
  }
})
