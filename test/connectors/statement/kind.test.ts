import { expect, test } from 'vitest'
import { kindOf } from '#connectors/statement/kind.ts'
import type { KindClues } from '#connectors/statement/kind.ts'

const row = (clues: Partial<KindClues>): KindClues => ({
  status: '',
  type: '',
  category: '',
  text: 'SLACK T012AB3CD',
  spent: 875,
  nature: 'card',
  ...clues,
})

test.for<[string, Partial<KindClues>, string]>([
  ['a charge', {}, 'purchase'],
  ['money back from a merchant, on a card', { spent: -875 }, 'refund'],
  ['money that comes in, on an account', { spent: -875, nature: 'account' }, 'income'],
  ['a refund that says so, on an account', { spent: -875, nature: 'account', type: 'CARD_REFUND' }, 'refund'],
  ['a payment to the card by its wording', { spent: -5000, text: 'MOBILE PAYMENT - THANK YOU' }, 'payment'],
  ['a payment to the card by its type', { spent: -5000, type: 'Payment', text: 'WEB' }, 'payment'],
  ['a payment by its category', { spent: -5000, category: 'Payment/Credit', text: 'ONLINE' }, 'payment'],
  ['the account that pays the card', { nature: 'account', text: 'AMEX EPAYMENT ACH PMT' }, 'payment'],
  [
    'a recurring charge that has "payment" in its text',
    { text: 'RECURRING PAYMENT AUTHORIZED ON 03/17 Atlassian' },
    'purchase',
  ],
  ['a bank type that has "payment" in it', { nature: 'account', type: 'ONLINE PAYMENT' }, 'purchase'],
  ['a merchant called like a return', { text: 'RETURN PATH INC' }, 'purchase'],
  ['a declined charge', { status: 'DECLINED' }, 'declined'],
  ['a reverted charge', { status: 'REVERTED' }, 'declined'],
  ['a booked charge that is pending', { status: 'Umsatz vorgemerkt' }, 'pending'],
  ['an expense that waits for approval is spent', { status: 'Pending approval', nature: 'expense' }, 'purchase'],
  ['a wallet load', { spent: -500000, type: 'Wallet load' }, 'transfer'],
  ['a top-up', { spent: -500000, type: 'TOPUP', nature: 'account' }, 'transfer'],
  ['an exchange', { type: 'EXCHANGE', nature: 'account' }, 'transfer'],
  ['credit that was bought from a merchant', { text: 'TWILIO TOP UP' }, 'purchase'],
  ['a fee by type', { type: 'Fee' }, 'fee'],
  ['a fee by its wording', { text: 'FOREIGN TRANSACTION FEE' }, 'fee'],
  ['a fee whose German word is a compound', { text: 'Auslandseinsatzentgelt' }, 'fee'],
  ['dues in an expense report', { type: 'Membership fees', nature: 'expense' }, 'purchase'],
  ['a category of fees on a card', { category: 'Fees & Adjustments', text: 'LATE' }, 'fee'],
  ['a fee given back', { type: 'Fee', spent: -300 }, 'refund'],
  ['salary', { spent: -300000, nature: 'account', text: 'ACME PAYROLL DEPOSIT' }, 'income'],
  ['interest', { spent: -12, nature: 'account', text: 'INTEREST PAID' }, 'income'],
  ['a row whose sign is open', { spent: null }, 'purchase'],
])('%s', ([, clues, kind]) => {
  expect(kindOf(row(clues))).toBe(kind)
})
