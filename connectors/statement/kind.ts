import type { ChargeKind } from '#core/observation.ts'
import type { StatementNature } from '#core/statement.ts'
import { kindOfStatus, kindOfText, kindOfType } from './row-words.ts'

export type KindClues = {
  readonly status: string
  readonly type: string
  readonly category: string
  readonly text: string
  /** Money spent, negative for money back; null while the sign is open. */
  readonly spent: number | null
  readonly nature: StatementNature
}

/** What a row is: its state first, then what it calls itself, then its wording and the way the money went. */
export function kindOf(clues: KindClues): ChargeKind {
  const state = kindOfStatus(clues.status)
  if (state !== null) return state
  const type = typeKind(clues) ?? categoryKind(clues)
  const text = kindOfText(clues.text)
  const back = clues.spent !== null && clues.spent < 0
  switch (type) {
    case 'declined':
    case 'pending':
    case 'transfer':
      return type
    case 'fee':
      return back ? 'refund' : 'fee'
    case 'payment':
      return isCardPayment(clues, text) ? 'payment' : back ? backKind(clues, text) : 'purchase'
    case 'income':
      return back || clues.spent === null
        ? text === 'payment' && clues.nature === 'card'
          ? 'payment'
          : 'income'
        : 'purchase'
    case 'refund':
      if (back && text === 'payment') return 'payment'
      return back || clues.spent === null ? 'refund' : 'purchase'
    case 'purchase':
      if (back) return text === 'payment' ? 'payment' : 'refund'
      return outKind(clues, text)
    case null:
      if (clues.spent === null) return text ?? 'purchase'
      return back ? backKind(clues, text) : outKind(clues, text)
    default:
      return type satisfies never
  }
}

/** An expense report's types say what was bought: its "Membership fees" are spend. */
function typeKind({ type, nature }: KindClues): ChargeKind | null {
  const kind = kindOfType(type)
  return nature === 'expense' && (kind === 'fee' || kind === 'income' || kind === 'payment') ? null : kind
}

/** Categories name merchants' trades; on a card, a few name what the row is: `Payment/Credit`, `Fees & Adjustments`. */
function categoryKind({ category, nature, spent }: KindClues): ChargeKind | null {
  if (category === '' || nature !== 'card') return null
  const kind = kindOfType(category)
  if (kind === 'payment' && spent !== null && spent < 0) return 'payment'
  return /^(fees?|interest)\b/i.test(category) ? 'fee' : null
}

const CARD_WORDS = /\b(card|crd|amex|visa|mastercard|autopay|auto pay|pymt|thank|merci|danke|dank)\b/i

/** A payment to a card comes back to it; on the account that pays, only plain words tell it from any other payment. */
function isCardPayment({ spent, nature, type, text }: KindClues, kind: ChargeKind | null): boolean {
  if (nature === 'account') return CARD_WORDS.test(`${type} ${text}`)
  return kind === 'payment' || spent === null || spent < 0
}

function outKind(clues: KindClues, text: ChargeKind | null): ChargeKind {
  if (text === 'transfer' || (text === 'fee' && clues.nature !== 'expense')) return text
  return text === 'payment' && clues.nature === 'account' && isCardPayment(clues, text) ? 'payment' : 'purchase'
}

function backKind(clues: KindClues, text: ChargeKind | null): ChargeKind {
  if (text === 'payment') return isCardPayment(clues, text) ? 'payment' : 'income'
  if (text === 'transfer' || text === 'income' || text === 'refund') return text
  return clues.nature === 'account' ? 'income' : 'refund'
}
