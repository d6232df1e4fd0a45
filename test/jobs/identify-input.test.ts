import { expect, test } from 'vitest'
import { readIdentifyRows } from '#jobs/identify-input.ts'
import type { IdentifyRow } from '#jobs/identify-input.ts'

async function* pieces(...parts: readonly (string | Uint8Array)[]): AsyncIterable<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? new TextEncoder().encode(part) : part
}

async function rows(...parts: readonly (string | Uint8Array)[]): Promise<readonly IdentifyRow[]> {
  return Array.fromAsync(readIdentifyRows(pieces(...parts)))
}

async function texts(...parts: readonly (string | Uint8Array)[]): Promise<readonly string[]> {
  return (await rows(...parts)).map((row) => row.text)
}

test.for([
  ['SLACK\nZOOM.US, CA\n', ['SLACK', 'ZOOM.US, CA']],
  ['SLACK\r\nZOOM\r\n', ['SLACK', 'ZOOM']],
  ['SLACK\n\n  \nZOOM', ['SLACK', '', '  ', 'ZOOM']],
  ['"never closed\nZOOM\n', ['"never closed', 'ZOOM']],
  ['', []],
] as const)('without a header, every line of %j is a text as it stands', async ([input, expected]) => {
  expect(await texts(input)).toEqual(expected)
})

test('a line may come in pieces, and a letter be cut between them', async () => {
  const bytes = new TextEncoder().encode('CAFÉ')
  expect(await texts('SLA', 'CK\n', bytes.slice(0, 4), bytes.slice(4))).toEqual(['SLACK', 'CAFÉ'])
})

test('bytes that are no UTF-8 still make a row', async () => {
  expect(await texts(new Uint8Array([0x53, 0xff, 0x0a]), 'ZOOM')).toEqual(['S\ufffd', 'ZOOM'])
})

test('a first line with a column "text" makes it a table, in any order and case, with a byte order mark', async () => {
  const [row] = await rows('\ufeffKind,MCC,Text,amount,currency\ndescriptor,7372,"SLACK, ""EU""",8.75,eur\n')
  expect(row).toEqual({
    text: 'SLACK, "EU"',
    kind: 'descriptor',
    identifier: '',
    publisher: '',
    domain: '',
    mcc: '7372',
    amount: '8.75',
    currency: 'EUR',
  })
})

test.for([
  ['text;mcc\nSLACK;7372\n', ['SLACK']],
  ['text\nSLACK\n\nZOOM\n', ['SLACK', 'ZOOM']],
  ['text\n""\nZOOM\n', ['', 'ZOOM']],
  ['mcc,text\n7372\n7372,ZOOM,extra\n', ['', 'ZOOM']],
  ['text,mcc\n"two\nlines",7372\nZOOM,\n', ['two\nlines', 'ZOOM']],
  ['text,mcc\n24" display,5045\nZOOM,\n', ['24" display', 'ZOOM']],
  ['text,mcc\n"never closed,7372\nZOOM,\nSLACK,\n', ['"never closed', 'ZOOM', 'SLACK']],
  ['text,mcc\n"never closed,7372\n"ZOOM",\n"SLACK",\n', ['"never closed', 'ZOOM', 'SLACK']],
  ['text,mcc\n"closed" twice,7372\nZOOM,\n', ['closed twice', 'ZOOM']],
] as const)('a table %j has one row per record', async ([input, expected]) => {
  expect(await texts(input)).toEqual(expected)
})
