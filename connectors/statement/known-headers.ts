import type { Facts } from './fingerprints.ts'

export type Fingerprint = Facts & {
  /** Folded header texts that must all be there; `|` parts alternatives. */
  readonly has: readonly string[]
  /** Folded header texts that must not be there. */
  readonly not?: readonly string[]
  /** The header has no more columns than these. */
  readonly most?: number
}

// A bonus over sniffing: what the rows prove goes first. The more particular fingerprint stands first.
export const KNOWN_HEADERS: readonly Fingerprint[] = [
  {
    name: 'American Express (UK, processed date)',
    has: ['date processed', 'foreign spend amount'],
    dateOrder: 'DMY',
    sign: 'spend-positive',
    nature: 'card',
  },
  {
    name: 'American Express (UK)',
    has: ['extended details', 'appears on your statement as', 'postcode'],
    dateOrder: 'DMY',
    sign: 'spend-positive',
    nature: 'card',
  },
  {
    name: 'American Express (US, all details)',
    has: ['extended details', 'appears on your statement as', 'zip code'],
    dateOrder: 'MDY',
    sign: 'spend-positive',
    nature: 'card',
  },
  {
    name: 'American Express (US)',
    has: ['date', 'description', 'card member', 'account #', 'amount'],
    not: ['postcode', 'currency'],
    dateOrder: 'MDY',
    sign: 'spend-positive',
    nature: 'card',
  },
  {
    name: 'Chase card',
    has: ['transaction date|trans date', 'post date', 'description', 'type', 'amount'],
    not: ['currency', 'balance'],
    most: 8,
    dateOrder: 'MDY',
    sign: 'spend-negative',
    nature: 'card',
  },
  {
    name: 'Chase account',
    has: ['details', 'posting date', 'description', 'amount', 'type', 'balance'],
    dateOrder: 'MDY',
    sign: 'spend-negative',
    nature: 'account',
  },
  {
    name: 'Capital One card',
    has: ['transaction date', 'posted date', 'card no', 'description', 'debit', 'credit'],
    dateOrder: 'MDY',
    nature: 'card',
  },
  {
    name: 'Bank of America card',
    has: ['posted date', 'reference number', 'payee', 'address', 'amount'],
    dateOrder: 'MDY',
    sign: 'spend-negative',
    nature: 'card',
  },
  {
    name: 'Bank of America account',
    has: ['date', 'description', 'amount', 'running bal'],
    dateOrder: 'MDY',
    sign: 'spend-negative',
    nature: 'account',
  },
  {
    name: 'Discover card',
    has: ['trans date', 'post date', 'description', 'amount', 'category'],
    not: ['type', 'currency'],
    most: 5,
    dateOrder: 'MDY',
    sign: 'spend-positive',
    nature: 'card',
  },
  {
    name: 'Citi card',
    has: ['status', 'date', 'description', 'debit', 'credit', 'member name'],
    dateOrder: 'MDY',
    nature: 'card',
  },
  {
    name: 'Apple Card',
    has: ['transaction date', 'clearing date', 'merchant', 'type', 'purchased by|amount usd'],
    dateOrder: 'MDY',
    sign: 'spend-positive',
    nature: 'card',
  },
  {
    name: 'Barclaycard Business',
    has: ['merchant name', 'conversion rate', 'posted date', 'mcc', 'statement cycle'],
    dateOrder: 'DMY',
    sign: 'spend-positive',
    nature: 'card',
  },
  {
    name: 'Royal Bank of Canada',
    has: ['account type', 'transaction date', 'cheque number', 'description 1', 'cad$'],
    dateOrder: 'MDY',
    sign: 'spend-negative',
    nature: 'account',
  },
  {
    name: 'Lloyds, Halifax, Bank of Scotland',
    has: ['transaction date', 'transaction type', 'sort code', 'debit amount', 'credit amount'],
    dateOrder: 'DMY',
    nature: 'account',
  },
  {
    name: 'NatWest, Royal Bank of Scotland, Ulster Bank',
    has: ['date', 'type', 'description', 'value', 'balance', 'account name', 'account number'],
    dateOrder: 'DMY',
    sign: 'spend-negative',
    nature: 'account',
  },
  {
    name: 'Starling',
    has: ['counter party', 'spending category', 'reference'],
    dateOrder: 'DMY',
    sign: 'spend-negative',
    nature: 'account',
  },
  {
    name: 'Monzo',
    has: ['local amount|local currency', 'emoji'],
    dateOrder: 'DMY',
    sign: 'spend-negative',
    nature: 'account',
  },
  {
    name: 'Revolut',
    has: ['started date', 'completed date', 'state', 'fee'],
    sign: 'spend-negative',
    nature: 'account',
  },
  {
    name: 'Revolut Business',
    has: ['date completed utc|date completed', 'orig currency|state', 'fee', 'balance'],
    sign: 'spend-negative',
    nature: 'account',
  },
  {
    name: 'Wise',
    has: ['transfer wise id|transferwise id', 'amount', 'currency'],
    dateOrder: 'DMY',
    nature: 'account',
  },
  { name: 'N26', has: ['booking date', 'partner name', 'amount eur'], sign: 'spend-negative', nature: 'account' },
  {
    name: 'Qonto',
    has: ['settlement date utc|settlement date local', 'counterparty name', 'total amount incl vat'],
    dateOrder: 'DMY',
    nature: 'account',
  },
  {
    name: 'Pleo',
    has: ['expense type', 'source description', 'owner', 'expense id'],
    dateOrder: 'DMY',
    sign: 'spend-negative',
    nature: 'card',
  },
  {
    name: 'Expensify',
    has: ['timestamp', 'merchant', 'amount', 'reimbursable'],
    sign: 'spend-positive',
    nature: 'expense',
  },
  {
    name: 'FinOps FOCUS',
    has: ['billed cost', 'billing currency', 'charge category'],
    dateOrder: 'MDY',
    sign: 'spend-positive',
    nature: 'expense',
  },
  {
    name: 'Xero statement import',
    has: ['date', 'amount', 'payee', 'description', 'reference', 'check number|cheque number'],
    most: 8,
    sign: 'spend-negative',
    nature: 'account',
  },
]
