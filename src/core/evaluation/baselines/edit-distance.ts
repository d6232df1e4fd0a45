/** Insertions, deletions and replacements between two texts (Levenshtein). */
export function editDistance(from: string, to: string): number {
  // One row of the table, written over from left to right.
  const row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let a = 1; a <= from.length; a += 1) {
    let diagonal = a - 1
    row[0] = a
    for (let b = 1; b <= to.length; b += 1) {
      const above = row[b] ?? 0
      const replaced = diagonal + (from.charCodeAt(a - 1) === to.charCodeAt(b - 1) ? 0 : 1)
      row[b] = Math.min(replaced, above + 1, (row[b - 1] ?? 0) + 1)
      diagonal = above
    }
  }
  return row[to.length] ?? 0
}

/** Which letters a text holds, a bit each; letters may share a bit. */
export function lettersOf(text: string): number {
  let letters = 0
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) & 31)
  return letters
}

/** False where so many letters of one are missing in the other that no `edits` edits make up for it. */
export function mayBeWithin(edits: number, ours: number, theirs: number): boolean {
  return bits(ours & ~theirs) <= edits && bits(theirs & ~ours) <= edits
}

function bits(set: number): number {
  let count = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1
  return count
}
