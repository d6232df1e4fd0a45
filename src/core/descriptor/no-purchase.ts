const FEE =
  /^(?:foreign|international|intl|int'l|cross.?border|overseas|non.?sterling|currency|fx|cash advance|late|overdraft|interest|atm)\b.{0,40}\b(?:fee|fees|charge|charges|interest|conversion)\b/
const TRANSFER =
  /^(?:zelle|venmo|cash ?app|popmoney|interac e.?tfr|e.?transfer|online transfer|transfer (?:to|from)|wire transfer|xfer|standing order|paypal (?:inst(?:ant)? )?(?:xfer|transfer))\b|\b(?:zelle|venmo) (?:to|from|payment)\b/

// Each of the lines above contains one of these; looking for them is cheaper than reading the line.
const OF_FEES = ['fee', 'charge', 'interest', 'conversion'] as const
const OF_TRANSFERS = ['zelle', 'venmo', 'app', 'popmoney', 'tfr', 'transfer', 'xfer', 'standing order'] as const

/** Bank charges and payments between people, which buy no product whatever name they carry; null for anything else. */
export function noPurchase(folded: string): 'fee' | 'transfer' | null {
  if (OF_FEES.some((part) => folded.includes(part)) && FEE.test(folded)) return 'fee'
  return OF_TRANSFERS.some((part) => folded.includes(part)) && TRANSFER.test(folded) ? 'transfer' : null
}
