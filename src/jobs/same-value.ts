import { isDeepStrictEqual } from 'node:util'

/** Whether a stored document says what a new value says. The order of keys, which a store may change, says nothing. */
export function sameValue(stored: unknown, value: unknown): boolean {
  // Through JSON, as a store leaves out what is undefined.
  return isDeepStrictEqual(stored, JSON.parse(JSON.stringify(value)))
}
