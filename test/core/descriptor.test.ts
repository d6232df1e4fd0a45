import { expect, test } from 'vitest'
import { parseDescriptor } from '#core/descriptor.ts'
import { intermediaryTable } from '#core/descriptor/intermediary.ts'
import { loadIntermediaries } from '#rules/intermediaries.ts'

const table = intermediaryTable(loadIntermediaries())

function read(text: string): { words: string; billing: string | null; certain: boolean } {
  const { tokens, start, billing } = parseDescriptor(text, table)
  const words = tokens.slice(start).map((token) => token.domain ?? token.text)
  return { words: words.join(' '), billing: billing?.intermediary.id ?? null, certain: billing?.certain ?? false }
}

test.for([
  ['PADDLE.NET* SKETCH', 'sketch', 'paddle'],
  ['FS *TYPEKIT', 'typekit', 'fastspring'],
  ['PAYPAL *EXAMPLECO', 'exampleco', 'paypal'],
  ['paypal  exampleco', 'exampleco', 'paypal'],
  ['SQ *CORNER BAKERY', 'corner bakery', 'square-payments'],
  ['PP*FASTSPRING ACMETOOL', 'acmetool', 'fastspring'],
  ['APPLE.COM/BILL', '', 'apple'],
  ['AMZN Mktp US*2K3', 'us 2k3', 'amazon-marketplace'],
  ['paypalexampleco', 'exampleco', 'paypal'],
] as const)('in %j the intermediary is read and %j remains', ([text, words, billing]) => {
  expect(read(text)).toEqual({ words, billing, certain: true })
})

test('a short prefix whose mark is lost is no certain intermediary', () => {
  expect(read('ls lighting')).toEqual({ words: 'ls lighting', billing: 'lemon-squeezy', certain: false })
  expect(read('fs037 brueton park').billing).toBeNull()
})

test.for([
  ['CHECKCARD 0821 EXAMPLECO DUBLIN', 'exampleco dublin', ['checkcard 0821']],
  ['RECURRING PAYMENT AUTHORIZED ON 03/17 EXAMPLECO', 'exampleco', ['recurring payment authorized on 03/17']],
  ['Debit: Debit Card Purchase - EXAMPLECO', 'exampleco', ['debit:', 'debit card purchase -']],
  ['EXAMPLECO 888-799-9666 CA', 'exampleco ca', ['888-799-9666']],
  ['EXAMPLECO LONDON Card 1234', 'exampleco london', ['card 1234']],
  ['ME DC SI 412345XXXXXX1234 EXAMPLECO', 'exampleco', ['me dc si 412345xxxxxx1234']],
  ['SEPA INCASSO EXAMPLECO B.V.', 'exampleco bv', ['sepa incasso']],
  ['COMPRA CARTAO EXAMPLECO', 'exampleco', ['compra cartao']],
  ['PAGAMENTO CARTA EXAMPLECO', 'exampleco', ['pagamento carta']],
  ['VISA 0412 EXAMPLECO DUBLIN', 'exampleco dublin', ['visa 0412']],
  ['POS PURCHASE NON-PIN EXAMPLECO', 'exampleco', ['pos purchase non-pin']],
  ['EXAMPLECO TAMPA FL 05/02', 'exampleco tampa fl', ['05/02']],
  ['EXAMPLECO MELBOURNE 10.99 POUND STERLING AUSTRALIA', 'exampleco melbourne', ['10.99 pound sterling australia']],
] as const)('bank text in %j is left out and kept for the explanation', ([text, words, dropped]) => {
  expect(read(text).words).toBe(words)
  expect(parseDescriptor(text, table).dropped).toEqual(dropped)
})

test('the merchant category that a bank prints is read', () => {
  expect(parseDescriptor('CHECKCARD 0821 EXAMPLECO CKCD 7372 XX', table).mcc).toBe('7372')
})

test.for([
  ['ZOOM.US 888-799-9666', 'zoom.us'],
  ['EXAMPLE.COMDUBLIN', 'example.com dublin'],
  ['WWW.EXAMPLE.COUS', 'example.co us'],
  ['EXAMPLE.COM/CHARGE', 'example.com charge'],
  ['BILLING CC@EXAMPLE.COM', 'billing example.com'],
  ['zoom.gbp', 'zoom gbp'],
] as const)('the site in %j is read as %j', ([text, words]) => {
  expect(read(text).words).toBe(words)
})

test('a city that is glued to a full column of twenty is parted from it', () => {
  expect(read('CURSOR, AI POWERED INEW YORK            NY').words).toBe('cursor ai powered i new york ny')
})

test.for([
  ['Foreign transaction fee CANVA', 'fee'],
  ['INTERNATIONAL SERVICE CHARGE', 'fee'],
  ['ZELLE TO ANA EXAMPLE', 'transfer'],
  ['CANVA', null],
] as const)('%j buys no product: %s', ([text, kind]) => {
  expect(parseDescriptor(text, table).noPurchase).toBe(kind)
})

test('letters behind an asterisk that nobody can say aloud are a reference, and a spoken word is none', () => {
  const coded = (text: string): boolean[] => parseDescriptor(text, table).tokens.map((token) => token.coded)
  expect(coded('FACEBK *RCNCQHCC DUBLIN')).toEqual([false, true, false])
  expect(coded('FACEBK *SKETCHES DUBLIN')).toEqual([false, false, false])
  expect(coded('FACEBK RCNCQHCC DUBLIN')).toEqual([false, false, false])
})
