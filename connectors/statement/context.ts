import type { ColumnRole, StatementNature } from '#core/statement.ts'
import type { Facts } from './fingerprints.ts'
import { fold } from './fold.ts'
import type { Table } from './table.ts'

const ACCOUNT_WORDS =
  /\b(iban|bic|sort code|blz|counterparty iban|payer|payee account number|verwendungszweck|auftraggeber|glaubiger id|mandatsreferenz|tegenrekening|naam tegenpartij|beneficiary account|routing number|cheque number|check number|avsandare|motpart|libelle|solde|data valuta|date (de )?valeur|fecha valor|f valor|ut fra konto|inn pa konto|rachunek|numer rachunku|nadawca|protiucet|nazev protiuctu|cislo uctu)\b/
const ACCOUNT_ABOVE =
  /\b(account (details|number|name|type|statement)|available balance|iban|kontonummer|girokonto|geschaftskonto|current account|checking|savings|compte|cuenta|rekening|tilinumero)\b/
const EXPENSE_WORDS =
  /\b(reimbursable|reimbursed|expense (id|type|category|date|amount|report)|report (id|name|number)|receipt|receipts|billable|gl account|g l account|cost (center|centre)|tax code|approved amount|submitted by|submitter|directorate|billed cost)\b/
const CARD_WORDS =
  /\b(card member|cardmember|cardholder|card holder|card (no|number)|karteninhaber|kreditkarte|titulaire|mcc|purchased by|merchant category)\b/

/** Whose book the file is, by its header and by which columns it has. */
export function sniffNature(
  table: Table,
  preamble: readonly string[],
  roles: ReadonlyMap<ColumnRole, number>,
  facts: Facts | null,
): StatementNature {
  if (facts?.nature !== undefined) return facts.nature
  const header = foldedHeader(table)
  if (EXPENSE_WORDS.test(header)) return 'expense'
  const above = fold(preamble.join(' ; '))
  if (ACCOUNT_ABOVE.test(above) && !/\b(card|kreditkarte|visa|mastercard)\b/.test(above)) return 'account'
  if (ACCOUNT_WORDS.test(header) || roles.has('balance'))
    return CARD_WORDS.test(header) && !roles.has('balance') ? 'card' : 'account'
  return 'card'
}

const DAY_FIRST_LANGUAGES =
  /\b(datum|buchung\w*|betrag|umsatz|valuta|wertstellung|beschreibung|fecha|importe|concepto|descripcion|dato|belopp|belob|belop|tekst|beskriv\w*|bedrag|omschrijving|importo|descrizione|libelle|montant|date (de|d|valeur|operation)|kwota|opis|castka|popis|osszeg|valor|descricao|paivamaara|pvm|maara|selite|tutar|suma)\b/
const DAY_FIRST_WORDS = /\b(sort code|counter party|paid in|paid out|money out|postcode|non sterling|gst|abn)\b/
// Canadian banks write month-first in French, too.
const CANADIAN = /\bcad\b|cad\$/

/** What in a file is never seen together with month-first dates, a sentence each. */
export function dayFirstSigns(table: Table, decimal: '.' | ',' | null): readonly string[] {
  const header = foldedHeader(table)
  const signs: string[] = []
  if (DAY_FIRST_LANGUAGES.test(header) && !CANADIAN.test(header))
    signs.push('the header is in a language whose dates put the day first')
  if (DAY_FIRST_WORDS.test(header)) signs.push('the header is of a country whose dates put the day first')
  if (decimal === ',') signs.push('the amounts have a decimal comma, and dates there put the day first')
  return signs
}

function foldedHeader(table: Table): string {
  return (table.header ?? []).map((text) => fold(text)).join(' ; ')
}
