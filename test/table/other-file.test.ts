import { expect, test } from 'vitest'
import { sniffEncoding } from '#src/table/encoding.ts'
import { otherFile } from '#src/table/other-file.ts'
import { inputFile } from '#test/support/input-file.ts'

test.for([
  ['nothing', '', 'empty'],
  ['blanks', '\uFEFF \r\n\t\n', 'empty'],
  ['a PDF', '%PDF-1.7\n', 'pdf'],
  ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'workbook-or-zip'],
  ['a workbook of old', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'old-workbook'],
  ['a gzip archive', Uint8Array.of(0x1f, 0x8b, 8, 0), 'gzip'],
  ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'picture'],
  ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'picture'],
  ['a login page', '\n<!DOCTYPE html><html><body>Sign in</body></html>', 'web-page'],
  [
    'a sheet saved as a page, in UTF-16',
    Buffer.from('\uFEFF<table><tr><td>1</td></tr></table>', 'utf16le'),
    'web-page',
  ],
  ['OFX of old', 'OFXHEADER:100\nDATA:OFXSGML\n', 'ofx'],
  ['OFX as XML', '<?xml version="1.0"?>\n<?OFX OFXHEADER="200"?>', 'ofx'],
  ['a CAMT statement', '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022"></Document>', 'xml'],
  ['QIF', '!Type:CCard\nD01/02/26\n', 'qif'],
  ['MT940', ':20:STARTUMS\n:25:10020030/1234567\n', 'mt940'],
  ['JSON', '[{"app":"Slack"}]', 'json'],
  ['random bytes', Uint8Array.from({ length: 300 }, (_, at) => (at % 3 === 0 ? 0 : 65)), 'binary'],
  ['a table', 'App,Users\nSlack,3\n', null],
  ['a table whose header stands in brackets', '[App],[Users]\nSlack,3\n', null],
  ['a table with a NUL', 'App,Users\nSla\0ck,3\nZoom,4\n', null],
] as const)('%s is told by its beginning', async ([, content, other]) => {
  expect(otherFile(await sniffEncoding(inputFile(content)))).toBe(other)
})
