// What a spreadsheet may take for the start of a formula: ASVS 5.0 1.2.10 and the forms that NFKC makes of them.
const TRIGGER = '[=+\\-@\\t\\r\\n\\0＝＋－＠﹢﹣﹦﹫−]'
// A cell is read from its first visible character, and an apostrophe that is already there hides nothing twice.
const EVALUATED = new RegExp(`^'*(?:[\\t\\r\\n\\0]|[\\s\\u200B-\\u200F\\u2060\\uFEFF]*${TRIGGER})`)

// `-12.50` and `+49 (0)30 1234` cannot call anything: no letter, no second operator.
const INERT = /^[+-]\d[\d .,()]*%?$/

/** A text as a spreadsheet shows it and does not evaluate it: with a leading apostrophe where one is needed. */
export function guardFormula(text: string): string {
  return EVALUATED.test(text) && !INERT.test(text) ? `'${text}` : text
}

/** Undoes `guardFormula`: for every text, `unguardFormula(guardFormula(text)) === text`. */
export function unguardFormula(cell: string): string {
  return cell.startsWith("'") && EVALUATED.test(cell.slice(1)) && !INERT.test(cell.slice(1)) ? cell.slice(1) : cell
}
