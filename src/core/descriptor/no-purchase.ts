import { Beginnings } from './beginnings.ts'
import { firstWord } from './letters.ts'

const FEE =
  /^(?:foreign|international|intl|int'l|cross.?border|overseas|non.?sterling|currency|fx|cash advance|late|overdraft|interest|atm)\b.{0,40}\b(?:fee|fees|charge|charges|interest|conversion)\b/
const TRANSFER =
  /^(?:zelle|venmo|cash ?app|popmoney|interac e.?tfr|e.?transfer|online transfer|transfer (?:to|from)|wire transfer|xfer|standing order|paypal (?:inst(?:ant)? )?(?:xfer|transfer))\b|\b(?:zelle|venmo) (?:to|from|payment)\b|\btop.?up$/

// The first words of these lines: most descriptors begin with none of them, and need no closer look.
const FIRST_WORDS = new Set(
  `foreign international intl int cross crossborder overseas non nonsterling currency fx cash late overdraft interest atm
   zelle venmo cashapp popmoney interac e etransfer online transfer wire xfer standing paypal`.split(/\s+/),
)
const BEGINNINGS = new Beginnings(FIRST_WORDS)

/** Bank charges and payments between people, which buy no product whatever name they carry; null for anything else. */
export function noPurchase(folded: string): 'fee' | 'transfer' | null {
  if (!isAnnounced(folded) && !folded.includes('zelle') && !folded.includes('venmo') && !folded.endsWith('up')) {
    return null
  }
  if (FEE.test(folded)) return 'fee'
  return TRANSFER.test(folded) ? 'transfer' : null
}

function isAnnounced(folded: string): boolean {
  return BEGINNINGS.mayBegin(folded) && FIRST_WORDS.has(firstWord(folded))
}
