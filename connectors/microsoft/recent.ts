// Graph repeats rows across page borders; two of its largest pages are enough to see that, and memory stays flat.
const REMEMBERED = 2_000

/** Remembers the last keys of a listing. The returned function tells whether a key came just now. */
export function createRecent(): (key: string) => boolean {
  let newer = new Set<string>()
  let older = new Set<string>()
  return (key) => {
    if (newer.has(key) || older.has(key)) return true
    newer.add(key)
    if (newer.size >= REMEMBERED) {
      older = newer
      newer = new Set()
    }
    return false
  }
}
