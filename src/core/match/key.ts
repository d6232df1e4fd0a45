import type { Product } from '../catalogue.ts'
import { isEveryday } from '../descriptor/everyday-words.ts'
import { wordClass } from '../descriptor/words.ts'
import { nameWords } from '../name.ts'
import { isKnownForOtherThings } from './other-trades.ts'

/**
 * How much a key proves by itself. `common`: an everyday word or so short that shops have it too; `fair`: unusual but short, or
 * everyday words together; `rare`: practically nobody else is called that.
 */
export type Rarity = 'common' | 'fair' | 'rare'

/** One way to write a product, squeezed to letters and digits. */
export type Key = {
  readonly text: string
  readonly product: Product
  readonly from: 'name' | 'alias' | 'stem' | 'gallery' | 'vendor'
  readonly rarity: Rarity
  /** Words it is written with. */
  readonly words: number
  /**
   * For a statement stem: what follows it is a reference and needs no explanation, always (`INTUIT *QBOOKS`) or where its mark is
   * printed (`CANVA*`). `before-code`: what is left of a stem whose biller was lost (`CLOUD 7JT4DV`), which counts only before
   * references. Null for a plain name.
   */
  readonly open: 'always' | 'at-mark' | 'before-code' | null
  /** The ending of a domain was left off: "Calendar.com" also answers to "calendar". */
  readonly shortened: boolean
  /** The product as written there, for explanations. */
  readonly written: string
}

const SHORTEST_KEY = 2
const LEGAL_NAME_LETTERS = 9
const FORM = new Set(
  'inc incorporated llc ltd limited gmbh ag bv ab as oy sa sas sarl srl spa pty plc co corp corporation pte kg se'.split(
    ' ',
  ),
)
// Who puts the ending of its site into its name has mostly a word for a name that others have too.
const LOWER: Readonly<Record<Rarity, Rarity>> = { rare: 'fair', fair: 'common', common: 'common' }
const SITE = /\.[a-z]{2,3}$/i
const ENDINGS = new Set('com io ai co app so net org us'.split(' '))

/** All keys of a product: name, aliases, gallery names and stems, with and without legal form or domain ending. */
export function productKeys(product: Product): readonly Key[] {
  const keys = new Map<string, Key>()
  const opens = stemOpenness(product.stems)
  const add = (words: readonly string[], from: Key['from'], written: string, shortened = false): void => {
    const text = words.join('')
    if (text.length < SHORTEST_KEY || keys.has(text)) return
    const open = opens.get(text) ?? null
    const rarity = open === 'always' && text.length >= 6 ? 'rare' : rarityOf(words, text, product)
    keys.set(text, {
      text,
      product,
      from,
      rarity: shortened ? LOWER[rarity] : rarity,
      words: words.length,
      open,
      shortened,
      written,
    })
  }
  const written = [
    ['name', [product.name]],
    ['alias', product.aliases],
    ['gallery', product.galleryNames],
    ['stem', product.stems],
  ] as const
  const shortened: (() => void)[] = []
  for (const [from, names] of written) {
    for (const name of names) {
      const words = nameWords(name)
      add(words, from, name)
      if (from === 'stem') continue
      const isSite = words.length === 2 && ENDINGS.has(words[1] ?? '') && SITE.test(name)
      if (!isSite) add(withoutForm(words), from, name)
      else if (wordClass(words[0] ?? '') === null) shortened.push(() => add(words.slice(0, 1), from, name, true))
    }
  }
  // What is stated whole, as an alias, is no shortened site.
  for (const each of shortened) each()
  return [...keys.values()]
}

// A stem of one plain word is a name; one of several words, or with a mark, tells how the merchant prints; ordinary words
// ("help scout") begin other names too.
function openness(stem: string): Key['open'] {
  const words = nameWords(stem)
  // A site is read as one wherever it is printed whole.
  if (/^[A-Z0-9-]+(?:\.[A-Z]{2,6})+$/.test(stem)) return null
  const marked = /[*_#/-]/.test(stem)
  if (words.length === 1) return marked ? 'at-mark' : null
  return marked || !words.every(isOrdinary) ? 'always' : null
}

const NO_STEMS: ReadonlyMap<string, Key['open']> = new Map()

/** The openness of each stem's text; of stems that differ in their mark alone (`FACEBK`, `FACEBK *`) the marked one tells. */
function stemOpenness(stems: readonly string[]): ReadonlyMap<string, Key['open']> {
  if (stems.length === 0) return NO_STEMS
  const opens = new Map<string, Key['open']>()
  for (const stem of stems) {
    const text = nameWords(stem).join('')
    opens.set(text, openness(stem) ?? opens.get(text) ?? null)
  }
  return opens
}

function withoutForm(words: readonly string[]): readonly string[] {
  let end = words.length
  while (end > 1 && FORM.has(words[end - 1] ?? '')) end -= 1
  return words.slice(0, end)
}

/**
 * Names of vendors, where one product, or the line of a family, is all that the vendor sells here: charges print legal names.
 * Texts that are keys already are left out.
 */
export function vendorKeys(
  products: readonly Product[],
  known: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, readonly Key[]> {
  const sold = Map.groupBy(products, ({ vendor }) => nameWords(vendor).join(''))
  const keys = new Map<string, readonly Key[]>()
  for (const [text, its] of sold) {
    if (text.length < SHORTEST_VENDOR || known.has(text) || isKnownForOtherThings(text)) continue
    const product = onlyOne(its)
    if (product === null) continue
    const words = nameWords(product.vendor)
    const rarity = rarityOf(words, text, product)
    keys.set(text, [
      {
        text,
        product,
        from: 'vendor',
        rarity,
        words: words.length,
        open: null,
        shortened: false,
        written: product.vendor,
      },
    ])
  }
  return keys
}

const SHORTEST_VENDOR = 4

/**
 * What is left of stems when the intermediary before them is lost in print: `CLOUD` of `GOOGLE *CLOUD`. Texts that are keys
 * already are left out.
 */
export function remnantKeys(
  products: readonly Product[],
  billers: ReadonlyMap<string, unknown>,
  known: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, readonly Key[]> {
  const keys = new Map<string, readonly Key[]>()
  for (const product of products) {
    for (const stem of product.stems) {
      const words = nameWords(stem)
      const text = words.slice(1).join('')
      if (!stem.includes('*') || !billers.has(words[0] ?? '') || text.length < SHORTEST_VENDOR || known.has(text))
        continue
      const key = { text, product, from: 'stem', rarity: 'common', open: 'before-code', shortened: false } as const
      keys.set(text, [{ ...key, words: words.length - 1, written: stem }])
    }
  }
  return keys
}

function onlyOne(products: readonly Product[]): Product | null {
  const [first, ...others] = products
  if (first === undefined || others.length === 0) return first ?? null
  const families = products.filter(({ family }) => family)
  const [family] = families
  const isWhole = products.every(({ id, memberOf }) => id === family?.id || memberOf === family?.id)
  return family !== undefined && families.length === 1 && isWhole ? family : null
}

function rarityOf(words: readonly string[], text: string, product: Product): Rarity {
  if (words.length === 1) {
    if ((product.commonWord && isOfName(text, product)) || text.length <= 2 || isOrdinary(text)) return 'common'
    return text.length <= 4 ? 'fair' : 'rare'
  }
  if (product.commonWord && isWholeName(text, product)) return 'common'
  if (!words.every(isOrdinary)) return text.length <= 4 ? 'fair' : 'rare'
  // A full legal name is nobody else's, however plain its words.
  if (FORM.has(words.at(-1) ?? '') && text.length >= LEGAL_NAME_LETTERS) return 'rare'
  return text.length <= 6 ? 'common' : 'fair'
}

// An everyday name says nothing of how rare a former or legal name is.
function isOfName(text: string, product: Product): boolean {
  return nameWords(product.name).includes(text)
}

// "Top Hat". A site in a name ("monday.com") is nobody else's.
function isWholeName(text: string, { name }: Product): boolean {
  return text === nameWords(name).join('') && !SITE.test(name)
}

function isOrdinary(word: string): boolean {
  return wordClass(word) !== null || isEveryday(word) || /^\d+$/.test(word)
}
