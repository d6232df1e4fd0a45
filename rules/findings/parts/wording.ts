import type { Totals } from '#core/app.ts'
import type { Standing } from '#core/inventory.ts'
import { formatMoney } from '#core/money.ts'
import type { Source } from '#core/observation.ts'

/** What people call a source. */
export const SOURCE_NAMES: Readonly<Record<Source, string>> = {
  google: 'Google Workspace',
  microsoft: 'Microsoft Entra',
  okta: 'Okta',
  'app-list': 'The app list',
  statement: 'Statements',
}

/** How a standing ends a sentence about the tool. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  approved: 'is approved',
  restricted: 'is restricted',
  trial: 'is on trial',
  'under-review': 'is under review',
  rejected: 'was rejected',
  retired: 'was retired',
  unlisted: 'is not in the inventory',
}

/** `1 person`, `7 people`, `2 charges`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** `is` for one, `are` for more; likewise any pair of words. */
export function agree(number: number, one: string, many: string): string {
  return number === 1 ? one : many
}

/** `a`, `a and b`, `a, b and c`; beyond `most` the rest is counted: `a, b and 3 more`. Empty for no items. */
export function list(items: readonly string[], most = 5, join: 'and' | 'or' = 'and'): string {
  const shown = items.length > most ? [...items.slice(0, most - 1), `${items.length - most + 1} more`] : [...items]
  const last = shown.pop() ?? ''
  return shown.length === 0 ? last : `${shown.join(', ')} ${join} ${last}`
}

/** Amounts of every currency, never added: `1,440.00 EUR and 20.00 USD`. Empty for no amounts. */
export function amounts(totals: Totals): string {
  return list(Object.entries(totals).map(([currency, minor]) => formatMoney({ minor, currency })))
}
