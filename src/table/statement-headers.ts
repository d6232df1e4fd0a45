import { squeeze } from '#core/name.ts'

// As `squeeze` leaves a header.
const MONEY = new Set(
  `amount amounteur amountusd amountgbp debit credit debitamount creditamount balance runningbalance transactionamount
   billingamount paidin paidout moneyin moneyout betrag umsatz saldo soll haben montant importe total gross net fee
   grossamount netamount`.split(/\s+/),
)
const DATE = new Set(
  `date transactiondate postdate posteddate postingdate valuedate bookingdate completeddate settlementdate datum
   buchungstag buchungsdatum valutadatum wertstellung fecha data dateoperation expensedate clearingdate starteddate
   transdate trandate dateutc timestamp`.split(/\s+/),
)
const TEXT = new Set(
  `merchant merchantname payee descriptor transactiondescription narrative memo transactionid transactiontype
   cardnumber cardmember cardholder cardholdername last4 mcc merchantcategory iban bic verwendungszweck
   accountnumber sortcode`.split(/\s+/),
)

/** Whether headers are those of a card or bank statement: `yes` with money and date or merchant, `partly` with one of them. */
export function statementHeaders(headers: readonly string[]): 'yes' | 'partly' | 'no' {
  const keys = headers.map((header) => squeeze(header))
  const has = (names: ReadonlySet<string>): boolean => keys.some((key) => names.has(key))
  if (has(MONEY) && (has(DATE) || has(TEXT))) return 'yes'
  return has(MONEY) || has(TEXT) ? 'partly' : 'no'
}
