/** The candidate with the smallest edit distance, the first of equals. `candidates` must not be empty. */
export function nearest(name: string, candidates: readonly string[]): string {
  const ranked = candidates.map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
  return ranked.toSorted((a, b) => a.distance - b.distance)[0]?.candidate ?? name
}

// More changes than this make another word, and proposing it would only puzzle.
const CHANGED_SHARE = 1 / 3

/** The candidate that a slip of the keyboard may have meant; null where none is near. */
export function closest(name: string, candidates: readonly string[]): string | null {
  // An edit costs at least the difference in length, so that most of a long list needs no comparison.
  const most = Math.max(1, Math.floor(name.length * CHANGED_SHARE))
  // Of equals the longer one: letters are left out more often than typed wrong.
  const similar = candidates
    .filter(({ length }) => Math.abs(length - name.length) <= most)
    .toSorted((a, b) => b.length - a.length)
  if (similar.length === 0) return null
  const candidate = nearest(name, similar)
  return editDistance(name, candidate) <= most ? candidate : null
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (const [i, letter] of a.split('').entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j += 1) {
      const substitute = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1)
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, substitute))
    }
    row = next
  }
  return row[b.length] ?? 0
}
