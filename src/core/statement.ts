export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'koi8-r',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'euc-kr',
  'big5',
] as const
export type Encoding = (typeof ENCODINGS)[number]

export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** How numeric dates are written. `YMD` also stands for dates that need no order; `serial` counts days as Excel does. */
export const DATE_ORDERS = ['MDY', 'DMY', 'YMD', 'serial'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

/**
 * What the sign of an amount means. `split`: two columns, debit and credit, both written positive; `split-signed`: two
 * columns with the debits written negative; `direction`: unsigned amounts beside a column that says debit or credit.
 */
export const SIGNS = ['spend-negative', 'spend-positive', 'split', 'split-signed', 'direction'] as const
export type Sign = (typeof SIGNS)[number]

/** What a column is for. The texts of the `descriptor` columns are joined in this order, repetitions left out. */
export const COLUMN_ROLES = [
  'date',
  'transactionDate',
  'descriptor',
  'descriptor2',
  'descriptor3',
  'descriptor4',
  'amount',
  'amount2',
  'debit',
  'credit',
  'direction',
  'currency',
  'originalAmount',
  'originalCurrency',
  'fee',
  'balance',
  'type',
  'status',
  'category',
  'person',
  'account',
  'department',
  'costCentre',
  'mcc',
  'reference',
] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

/** Whose book it is: money that comes in unexplained is a refund on a card and income on a bank account. */
export const STATEMENT_NATURES = ['card', 'account', 'expense'] as const
export type StatementNature = (typeof STATEMENT_NATURES)[number]

/**
 * How a statement file is read, as a preview prints it and a mapping file gives it back. A null that is no fact of the
 * file (`headerLine` of a file without header, `currency` where the rows carry it) awaits an answer.
 */
export type StatementFormat = {
  readonly delimiter: Delimiter
  readonly encoding: Encoding
  readonly dateOrder: DateOrder | null
  /** Physical line of the header, 1-based; null when the file has none. */
  readonly headerLine: number | null
  readonly sign: Sign | null
  /** Header texts by role; `column 3` where the header is missing, blank or said twice. */
  readonly columns: Readonly<Partial<Record<ColumnRole, string>>>
  readonly decimal: '.' | ',' | null
  /** ISO 4217 code for rows that do not carry their own; null when all do, or when nothing tells. */
  readonly currency: string | null
  readonly nature: StatementNature
}
