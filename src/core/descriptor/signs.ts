// A bit for each letter and for the marks that patterns ask for; digits, spaces and other scripts have none.
const BIT = new Int32Array(128)
const SIGNS = 'abcdefghijklmnopqrstuvwxyz@*/-,.'
for (let at = 0; at < SIGNS.length; at += 1) BIT[SIGNS.charCodeAt(at)] = 1 << at

/** The letters and marks that occur in a folded text, a bit each: a cheap question before a costly pattern. */
export function signsOf(text: string): number {
  let signs = 0
  for (let at = 0; at < text.length; at += 1) signs |= BIT[text.charCodeAt(at)] ?? 0
  return signs
}

/** True where one of the sets of signs occurs as a whole. */
export function holdsOne(signs: number, sets: readonly number[]): boolean {
  for (const set of sets) if ((signs & set) === set) return true
  return false
}
