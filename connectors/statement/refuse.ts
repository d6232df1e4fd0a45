import type { SniffedEncoding } from '#src/table/encoding.ts'
import { otherFile } from '#src/table/other-file.ts'
import type { OtherFile } from '#src/table/other-file.ts'
import { fold } from './fold.ts'
import type { Table } from './table.ts'

const INSTEAD = 'download the statement as CSV instead'
const OTHER_FILES: Readonly<Record<OtherFile, string>> = {
  empty: 'empty',
  pdf: `a PDF; ${INSTEAD}`,
  'workbook-or-zip': 'an Excel workbook or a zip archive; save the sheet as CSV and import that',
  'old-workbook': 'an old Excel workbook; save the sheet as CSV and import that',
  gzip: 'compressed with gzip; unpack it first',
  picture: 'a picture',
  'web-page': 'a web page; the download may have failed or needed a login',
  ofx: `an OFX file; ${INSTEAD}`,
  xml: `XML (a CAMT statement or a spreadsheet); ${INSTEAD}`,
  qif: `a QIF file; ${INSTEAD}`,
  mt940: `an MT940 file; ${INSTEAD}`,
  json: `JSON; ${INSTEAD}`,
  binary: 'binary data, not text',
}

/** Why bytes are no text that could be a statement, as the end of "this file is …"; null when they may be. */
export function refuseBytes(bytes: SniffedEncoding): string | null {
  const other = otherFile(bytes)
  return other === null ? null : OTHER_FILES[other]
}

type OtherList = { readonly is: string; readonly words: readonly string[]; readonly enough: number }

// Tables with dates and money that are no charges of ours; `enough` of the words give them away.
const OTHER_LISTS: readonly OtherList[] = [
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
  const other = OTHER_LISTS.find(
    (candidate) => candidate.words.filter((word) => words.has(word)).length >= candidate.enough,
  )
  return other?.is ?? null
}

/** The end of "this file is …" for a table in which what a charge needs was not found. */
export function refuseMissing(missing: readonly string[], table: Table): string {
  const where = table.header === null ? '' : ` under the header on line ${table.headerLine ?? 1}`
  return `no statement: no column${where} holds ${missing.join(', and none ')}`
}
