/** How a typed text differs from a name, where one slip of the fingers explains it; `other` for a letter that nobody hits by mistake. */
export type Slip = 'swap' | 'double' | 'neighbour' | 'vowel' | 'missing' | 'extra' | 'other'

// Rows of a keyboard; letters side by side in a row, or above each other, are hit for each other (QWERTZ and AZERTY included).
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'azertyuiop', 'qsdfghjklm']
const ABOVE = 'qa wa ws es ed rd rf tf tg yg yh uh uj ij ik ok ol pl az sz sx dx dc fc fv gv gb hb hn jn jm km'.split(
  ' ',
)
const NEIGHBOURS = new Set([
  ...ROWS.flatMap((row) => Array.from(row, (letter, at) => `${letter}${row[at + 1] ?? letter}`)),
  ...ABOVE,
])
const VOWELS = new Set('aeiouy')

/** The slip that makes `typed` of `name`; null where it takes more than one. */
export function slipBetween(typed: string, name: string): Slip | null {
  let at = 0
  while (at < typed.length && typed[at] === name[at]) at += 1
  if (typed.length === name.length) return replaced(typed, name, at)
  const [short, long] = typed.length < name.length ? [typed, name] : [name, typed]
  if (long.length - short.length !== 1 || short.slice(at) !== long.slice(at + 1)) return null
  const letter = long[at] ?? ''
  if (letter === long[at - 1] || letter === long[at + 1]) return 'double'
  if (short === typed) return 'missing'
  const isBrushed = areNeighbours(letter, long[at - 1] ?? '') || areNeighbours(letter, long[at + 1] ?? '')
  return isBrushed ? 'neighbour' : 'extra'
}

function replaced(typed: string, name: string, at: number): Slip | null {
  const [a = '', b = ''] = [typed[at], name[at]]
  if (a === '') return null
  if (typed.slice(at + 1) === name.slice(at + 1)) {
    if (areNeighbours(a, b)) return 'neighbour'
    return VOWELS.has(a) && VOWELS.has(b) ? 'vowel' : 'other'
  }
  const isSwap = a === name[at + 1] && typed[at + 1] === b && typed.slice(at + 2) === name.slice(at + 2)
  return isSwap ? 'swap' : null
}

function areNeighbours(a: string, b: string): boolean {
  return NEIGHBOURS.has(`${a}${b}`) || NEIGHBOURS.has(`${b}${a}`)
}

/** True where at most two insertions, deletions, replacements or swaps of neighbours turn one text into the other. */
export function isWithinTwo(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row]
    for (let at = 1; at <= b.length; at += 1) {
      const same = a[row - 1] === b[at - 1] ? 0 : 1
      let cost = Math.min((last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + same)
      if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1]) {
        cost = Math.min(cost, (before[at - 2] ?? 0) + 1)
      }
      next.push(cost)
    }
    if (Math.min(...next) > 2) return false
    ;[before, last] = [last, next]
  }
  return (last[b.length] ?? 3) <= 2
}
