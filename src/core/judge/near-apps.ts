import { squeeze } from '../name.ts'
import type { KnownApp } from './known-apps.ts'

// More changes than this make another word, and proposing it would only puzzle.
const CHANGED_SHARE = 1 / 3

/** The apps whose id or name a slip of the keyboard may have meant, the nearest first. */
export function nearApps(text: string, apps: readonly KnownApp[], most: number): readonly KnownApp[] {
  const typed = squeeze(text.slice(0, 64))
  const allowed = Math.max(1, Math.floor(typed.length * CHANGED_SHARE))
  const near = apps.flatMap((app) => {
    const distances = [app.id, app.name].map((one) => distanceWithin(typed, squeeze(one), allowed))
    const distance = Math.min(...distances)
    return distance > allowed ? [] : [{ app, distance }]
  })
  return near
    .toSorted((a, b) => a.distance - b.distance || (a.app.id < b.app.id ? -1 : 1))
    .slice(0, most)
    .map(({ app }) => app)
}

/** Letters to change, add or take away, neighbours that changed places counting once; infinite beyond `allowed`. */
function distanceWithin(a: string, b: string, allowed: number): number {
  // An edit costs at least the difference in length, so that most of a long list needs no comparison.
  if (Math.abs(a.length - b.length) > allowed) return Infinity
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = isSwapped ? (before[j - 2] ?? 0) + 1 : Infinity
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, change, swap))
    }
    before = row
    row = next
  }
  return row[b.length] ?? Infinity
}
