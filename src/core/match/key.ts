import type { Product } from '../catalogue.ts'
import { isEveryday } from '../descriptor/everyday-words.ts'
import { wordClass } from '../descriptor/words.ts'
import { nameWords } from '../name.ts'

/**
 * How much a key proves by itself. `common`: an everyday word or so short that shops have it too; `fair`: unusual but short, or
 * everyday words together; `rare`: practically nobody else is called that.
 */
export type Rarity = 'common' | 'fair' | 'rare'

/** One way to write a product, squeezed to letters and digits. */
export type Key = {
  readonly text: string
  readonly product: Product
  readonly from: 'name' | 'alias' | 'stem' | 'gallery'
  readonly rarity: Rarity
  /** Words it is written with. */
  readonly words: number
  /**
   * For a statement stem: what follows it is a reference and needs no explanation, always (`INTUIT *QBOOKS`) or where its mark is
   * printed (`CANVA*`). Null for a plain name.
   */
  readonly open: 'always' | 'at-mark' | null
  /** The product as written there, for explanations. */
  readonly written: string
}

const SHORTEST_KEY = 2
const FORM = new Set(
  'inc incorporated llc ltd limited gmbh ag bv ab as oy sa sas sarl srl spa pty plc co corp corporation pte kg se'.split(
    ' ',
  ),
)
const ENDINGS = new Set('com io ai co app so net org us'.split(' '))

/** All keys of a product: name, aliases, gallery names and stems, with and without legal form or domain ending. */
export function productKeys(product: Product): readonly Key[] {
  const keys = new Map<string, Key>()
  const opens = new Map(product.stems.map((stem) => [nameWords(stem).join(''), openness(stem)]))
  const add = (words: readonly string[], from: Key['from'], written: string): void => {
    const text = words.join('')
    if (text.length < SHORTEST_KEY || keys.has(text)) return
    const open = opens.get(text) ?? null
    const rarity = open === 'always' && text.length >= 6 ? 'rare' : rarityOf(words, text, product)
    keys.set(text, { text, product, from, rarity, words: words.length, open, written })
  }
  for (const [from, names] of [
    ['name', [product.name]],
    ['alias', product.aliases],
    ['gallery', product.galleryNames],
    ['stem', product.stems],
  ] as const) {
    for (const name of names) {
      const words = nameWords(name)
      add(words, from, name)
      if (from !== 'stem') add(withoutEnding(words, name), from, name)
    }
  }
  return [...keys.values()]
}

// A stem of one plain word is a name; one of several words, or with a mark, tells how the merchant prints; ordinary words
// ("help scout") begin other names too.
function openness(stem: string): Key['open'] {
  const words = nameWords(stem)
  const marked = /[*_#/-]/.test(stem)
  if (words.length === 1) return marked ? 'at-mark' : null
  return marked || !words.every(isOrdinary) ? 'always' : null
}

function withoutEnding(words: readonly string[], name: string): readonly string[] {
  let end = words.length
  while (end > 1 && FORM.has(words[end - 1] ?? '')) end -= 1
  if (end === words.length && end === 2 && ENDINGS.has(words[1] ?? '') && /\.[a-z]{2,3}$/i.test(name)) end = 1
  return words.slice(0, end)
}

function rarityOf(words: readonly string[], text: string, product: Product): Rarity {
  if (words.length === 1) {
    if (product.commonWord || text.length <= 2 || isOrdinary(text)) return 'common'
    return text.length <= 4 ? 'fair' : 'rare'
  }
  if (!words.every(isOrdinary)) return text.length <= 4 ? 'fair' : 'rare'
  return text.length <= 6 ? 'common' : 'fair'
}

function isOrdinary(word: string): boolean {
  return wordClass(word) !== null || isEveryday(word) || /^\d+$/.test(word)
}
