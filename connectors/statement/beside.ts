import { toMinor, writtenAmount } from './amounts.ts'
import type { DecimalMark } from './amounts.ts'
import { currencyOf } from './currency-words.ts'
import { fold } from './fold.ts'

/** What a line beside the rows is: a balance, a total, or neither. */
export type BesideLine = 'opening' | 'closing' | 'previous' | 'new' | 'balance' | 'total' | 'subtotal' | null

const OPENING =
  /\b(beginning|opening|starting|start|brought forward|carried forward|anfangssaldo|anfangsbestand|anfangsstand|startsaldo|alter kontostand|saldovortrag|solde initial|solde precedent|ancien solde|solde anterieur|saldo anterior|saldo inicial|saldo iniziale|beginsaldo|vorig saldo|ingaende saldo|inngaende saldo|saldo poczatkowe|pocatecni zustatek|nyito egyenleg|sold initial|alkusaldo)\b/
const CLOSING =
  /\b(ending|closing|final|endsaldo|endbestand|schlusssaldo|neuer kontostand|kontostand|solde final|nouveau solde|solde au|saldo final|saldo finale|eindsaldo|nieuw saldo|utgaende saldo|slutsaldo|saldo koncowe|konecny zustatek|zaro egyenleg|sold final|loppusaldo)\b/
const PREVIOUS = /\bprevious (statement )?balance\b/
const NEW = /\b(new|statement) balance\b/
const BALANCE = /\b(balance|saldo|solde|kontostand|zustatek|egyenleg|sold)\b/
const SUBTOTAL = /\b(sub ?total|zwischensumme|sous total|subtotale|subtotaal|delsumma|mezisoucet)\b/
const TOTAL =
  /^(grand |statement |overall )?(total|totals|totaal|totale|totaux|summe|gesamt|gesamtsumme|gesamtbetrag|suma|total general|totalt|i alt|yhteensa|razem|celkem|osszesen|montant total|importe total|insgesamt)\b/

/** Reads a line that has no charge by its words. */
export function besideLine(cells: readonly string[]): BesideLine {
  const texts = cells.filter((cell) => /\p{L}{3}/u.test(cell)).map(fold)
  const text = texts.join(' ')
  if (text === '') return null
  if (PREVIOUS.test(text)) return 'previous'
  if (NEW.test(text)) return 'new'
  if (OPENING.test(text) && (BALANCE.test(text) || /saldo|solde|kontostand/.test(text))) return 'opening'
  if (CLOSING.test(text) && (BALANCE.test(text) || /saldo|solde|kontostand/.test(text))) return 'closing'
  if (SUBTOTAL.test(text)) return 'subtotal'
  if (texts.some((one) => TOTAL.test(one))) return 'total'
  return texts.length > 0 && /^(available |current |account )?(balance|saldo|solde|kontostand)\b/.test(text)
    ? 'balance'
    : null
}

/** The last amount on a line, with the currency it may name: `Kontostand: 1.234,56 EUR` in one cell or in several. */
export function amountOn(
  cells: readonly string[],
  decimal: DecimalMark,
  digits: number,
): { minor: number; currency: string | null } | null {
  for (const cell of cells.toReversed()) {
    const tail = /[-(]?[$€£]?\s?[\d.,'’ ]*\d[.,]\d{2}\)?-?\s?(?:[A-Z]{3}|€|£)?$/.exec(cell)?.[0]
    const written = writtenAmount(cell) ?? (tail === undefined ? null : writtenAmount(tail))
    if (written === null) continue
    const minor = toMinor(written.body, decimal, digits)
    if (!minor.ok) continue
    const neighbour = cells.map(currencyOf).find((code) => code !== null) ?? null
    return {
      minor: written.negative || written.mark === 'debit' ? -minor.minor : minor.minor,
      currency: written.currency ?? neighbour,
    }
  }
  return null
}
