import { skeleton } from '../confusable.ts'
import { hasHiddenMarks, LONGEST_TEXT, squeeze } from '../name.ts'
import { nameCore } from './app-name.ts'
import type { Index } from './index-table.ts'
import type { Contradiction } from './match.ts'

/**
 * A known name that is written to look like itself without being it: hidden or direction-changing marks in it, letters of
 * another script, a zero for an O. Null for honest spellings.
 */
export function disguise(whole: string, index: Index): Contradiction | null {
  const name = whole.slice(0, LONGEST_TEXT)
  const { core } = nameCore(name)
  for (const text of [name, core]) {
    const spelt = squeeze(text)
    const exact = index.keys.get(spelt)?.[0]
    if (exact !== undefined) {
      if (!hasHiddenMarks(name) && !mixesScripts(text)) return null
      const reason = `the name hides marks that nobody sees to look like ${exact.product.name}`
      return { resembles: exact.product.id, reason }
    }
    const alike = index.bySkeleton().get(skeleton(text))?.[0]
    if (alike !== undefined && (isDisguised(text) || hasHiddenMarks(text))) {
      const reason = `the name is written with look-alike letters to look like ${alike.product.name}`
      return { resembles: alike.product.id, reason }
    }
  }
  return null
}

// Plain letters that happen to look alike ("modern", "modem") are another word, no disguise: digits among letters and letters of
// another script are needed.
function isDisguised(text: string): boolean {
  return mixesScripts(text) || /[a-z][0135|$@!]|[0135|$@!][a-z]/i.test(text)
}

const LATIN = /\p{Script=Latin}/u
const ALIKE_SCRIPTS = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u

function mixesScripts(text: string): boolean {
  return ALIKE_SCRIPTS.test(text) && (LATIN.test(text) || skeleton(text) !== squeeze(text))
}
