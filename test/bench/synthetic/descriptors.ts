import type { Catalogue, Product } from '#core/catalogue.ts'
import { brandName, capital, coined } from './brands.ts'
import type { Random } from './random.ts'
import { randomFrom } from './random.ts'

/** A descriptor with the product it means; null for none. */
export type Charge = { readonly text: string; readonly app: string | null }

const POSITIVE = 0.4
const TYPO = 0.13
const SPACES_LOST = 0.1
const PREFIX = 0.28
const CUT = 0.25
const COLUMN = 22
const PREFIXES = [
  'PADDLE.NET* ',
  'FS *',
  'PAYPAL *',
  'SP ',
  'SQ *',
  'STRIPE* ',
  '2CO*',
  'DRI*',
  'GUMROAD* ',
  'IN *',
] as const
const TOWNS = [
  'SAN FRANCISCO CA',
  'NEW YORK NY',
  'DUBLIN IE',
  'LONDON',
  'BERLIN',
  'AUSTIN TX',
  'SEATTLE WA',
  'AMSTERDAM',
  'TORONTO ON',
] as const
const SHOPS = [
  'CAFE',
  'HARDWARE',
  'BAKERY',
  'GARAGE',
  'PHARMACY',
  'HOTEL',
  'DENTAL',
  'FLORIST',
  'PIZZA',
  'MARKET',
  'TAXI',
  'BOOKS',
] as const
const PEOPLE = ['ANNA', 'BEN', 'CLARA', 'DAVID', 'EMMA', 'FRANK', 'GRETA', 'HUGO', 'IDA', 'JONAS'] as const
const MERCHANTS = [
  'TESCO STORES',
  'STARBUCKS',
  'SHELL OIL',
  'UBER TRIP',
  'WALMART',
  'HILTON HOTELS',
  'IKEA',
  'LIDL',
  'COSTCO WHSE',
  'DELTA AIR',
] as const

/** `count` different descriptors: 40 % of products of the catalogue, 60 % of others, 13 % of these of brands nobody knows. */
export function syntheticCharges(catalogue: Catalogue, count: number, seed: number): readonly Charge[] {
  const random = randomFrom(seed)
  const charges = new Map<string, Charge>()
  while (charges.size < count) {
    const charge = random.chance(POSITIVE) ? productCharge(catalogue, random) : { text: otherText(random), app: null }
    if (charge.text.trim() !== '') charges.set(charge.text, charge)
  }
  return [...charges.values()]
}

function productCharge({ products }: Catalogue, random: Random): Charge {
  // Skewed to the first ones, as a few products make most charges.
  const product = products[Math.floor(random.next() ** 2 * products.length)]
  if (product === undefined) throw new Error('the catalogue is empty')
  return { text: card(written(product, random), random), app: product.id }
}

function written(product: Product, random: Random): string {
  const kind = random.next()
  if (kind < 0.2) return product.domains[0] ?? product.name
  const name = kind < 0.4 && product.aliases.length > 0 ? random.pick(product.aliases) : product.name
  if (random.chance(TYPO)) return misspelt(name, random)
  return random.chance(SPACES_LOST) ? name.replaceAll(' ', '') : name
}

function misspelt(name: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, name.length - 1))
  const kind = random.below(3)
  if (kind === 0) return name.slice(0, at) + name.slice(at + 1)
  if (kind === 1) return name.slice(0, at) + name.charAt(at - 1) + name.slice(at)
  return name.slice(0, at) + String.fromCharCode(97 + random.below(26)) + name.slice(at + 1)
}

function otherText(random: Random): string {
  const kind = random.next()
  if (kind < 0.13) return card(brandName(random), random)
  if (kind < 0.5) return card(`${capital(coined(random))} ${random.pick(SHOPS)}`, random)
  if (kind < 0.75) return card(`${random.pick(MERCHANTS)} ${100 + random.below(9_900)}`, random)
  if (kind < 0.92) return card(`${random.pick(PEOPLE)} ${coined(random)}`, random)
  return `${random.pick(PREFIXES)}${reference(random)}`
}

// As a card prints it: capitals, who bills, a reference, a town, and the end of the column.
function card(name: string, random: Random): string {
  const upper = name.toUpperCase()
  const billed = random.chance(PREFIX) ? random.pick(PREFIXES) + upper : upper
  const text = random.chance(0.4) ? `${billed} ${reference(random)}` : billed
  const placed = random.chance(0.6) ? `${text} ${random.pick(TOWNS)}` : text
  return random.chance(CUT) ? placed.slice(0, COLUMN).trim() : placed
}

function reference(random: Random): string {
  const code = Math.floor(random.next() * 36 ** 6).toString(36)
  return `${1 + random.below(9)}${code}`.toUpperCase()
}
