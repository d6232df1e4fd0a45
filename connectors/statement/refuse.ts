import { fold } from './fold.ts'
import type { SniffedEncoding } from '#src/table/encoding.ts'
import type { Table } from './table.ts'

const MAGIC: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF; download the statement as CSV instead'],
  [[0x50, 0x4b, 0x03, 0x04], 'an Excel workbook or a zip archive; save the sheet as CSV and import that'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook; save the sheet as CSV and import that'],
  [[0x1f, 0x8b], 'compressed with gzip; unpack it first'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
]
const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/^\s*(<!doctype html|<html|<head|<body|<table)/i, 'a web page; the download may have failed or needed a login'],
  [/^\s*(OFXHEADER|<\?xml[^>]*>\s*<\?ofx|<ofx>)/i, 'an OFX file; download the statement as CSV instead'],
  [/^\s*<\?xml|^\s*<Document/i, 'XML (a CAMT statement or a spreadsheet); download the statement as CSV instead'],
  [/^\s*!(Type|Account):/i, 'a QIF file; download the statement as CSV instead'],
  [/^\s*(\{1:|:20:)/, 'an MT940 file; download the statement as CSV instead'],
  [/^\s*[[{]\s*("|\{|\[|\]|\})/, 'JSON; download the statement as CSV instead'],
]

/** Why bytes are no text that could be a statement, as the end of "this file is …"; null when they may be. */
export function refuseBytes({ head, bytes, encoding }: SniffedEncoding): string | null {
  if (bytes === 0) return 'empty'
  const magic = MAGIC.find(([start]) => start.every((byte, index) => head[index] === byte))
  if (magic !== undefined) return magic[1]
  const text = new TextDecoder(encoding).decode(head)
  if (text.trim() === '') return 'empty'
  const markup = MARKUP.find(([pattern]) => pattern.test(text))
  if (markup !== undefined) return markup[1]
  const looked = text.slice(0, 8192)
  return controlCharacters(looked) > 0.05 * looked.length ? 'binary data, not text' : null
}

function controlCharacters(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 9 || (code > 13 && code < 32)) count++
  }
  return count
}

type Other = { readonly is: string; readonly words: readonly string[]; readonly enough: number }

// Tables with dates and money that are no charges of ours; `enough` of the words give them away.
const OTHERS: readonly Other[] = [
  {
    is: 'a list of payments that customers made to you: revenue, not spend',
    words: [
      'customer id',
      'customer email',
      'customer description',
      'amount refunded',
      'converted amount refunded',
      'seller message',
      'captured',
      'payout id',
      'payout date',
      'gross sales',
      'net sales',
      'shipping name',
      'lineitem name',
      'card fingerprint',
      'available on',
      'automatic payout id',
    ],
    enough: 2,
  },
  {
    is: 'a list of tools, not of charges; import it with `daylight inventory import`',
    words: [
      'tool',
      'application',
      'application name',
      'app',
      'app name',
      'software',
      'software name',
      'business owner',
      'notice days',
      'notice period',
      'renewal',
      'renewal date',
      'contract end',
      'contract start',
      'seats',
      'licenses',
      'licences',
      'capabilities',
      'monthly cost',
      'annual cost',
      'website',
      'identifiers',
      'sso',
      'approved',
    ],
    enough: 3,
  },
  {
    is: 'a list of sign-ins or users, not of charges',
    words: [
      'last login',
      'last sign in',
      'sign in date',
      'ip address',
      'user agent',
      'user principal name',
      'upn',
      'app id',
      'client id',
      'application id',
      'scopes',
      'last activity',
      'last used',
    ],
    enough: 2,
  },
  {
    is: 'a list of securities or coins, not of charges',
    words: ['symbol', 'isin', 'ticker', 'quantity', 'price per share', 'shares', 'unit price', 'cost basis'],
    enough: 3,
  },
]

/** Why a table is another kind of list, as the end of "this file is …"; null when its header does not say so. */
export function refuseHeader(header: readonly string[]): string | null {
  const words = new Set(header.map((text) => fold(text)))
  const other = OTHERS.find((candidate) => candidate.words.filter((word) => words.has(word)).length >= candidate.enough)
  return other?.is ?? null
}

/** The end of "this file is …" for a table in which what a charge needs was not found. */
export function refuseMissing(missing: readonly string[], table: Table): string {
  const where = table.header === null ? '' : ` under the header on line ${table.headerLine ?? 1}`
  return `no statement: no column${where} holds ${missing.join(', and none ')}`
}
