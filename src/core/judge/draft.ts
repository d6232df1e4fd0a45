import type { Identifier } from '../identifier.ts'
import { LONGEST_TEXT, nameWords } from '../name.ts'

/** A decision as somebody states it, before it is checked: `app` and `into` may be names. */
export type Draft = {
  /** Null makes it the id of what is decided. */
  readonly id: string | null
  /** Null where it was not said. */
  readonly by: string | null
  /** A time or a day; null is now. */
  readonly at: string | null
  readonly reason: string
} & (
  | { readonly decision: 'confirm'; readonly identifier: Identifier; readonly app: string | null }
  | { readonly decision: 'reject'; readonly identifier: Identifier; readonly app: string }
  | { readonly decision: 'merge'; readonly app: string; readonly into: string }
  | {
      readonly decision: 'split'
      readonly identifier: Identifier
      /** Null makes it follow from the name. */
      readonly app: string | null
      readonly name: string
    }
)

/** The id of an app that somebody splits off under this name; that of an inventory entry of this name, too. */
export function splitAppId(name: string): string {
  return `app-${nameWords(name).join('-')}`
}

/** A text of a judgement as it is kept: well-formed, one line, trimmed, as long as what is read of it. */
export function keptText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TEXT)
}
