import { html } from '../html.ts'
import type { Html } from '../html.ts'

const HUES = 8

/** The first letter of a name on a quiet colour that stays with the id: lists are scanned faster with it. */
export function monogram(id: string, name: string): Html {
  const letter = /[\p{L}\p{N}]/u.exec(name)?.[0]?.toUpperCase() ?? '?'
  const sum = Array.from(id).reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0)
  return html`<span class="monogram hue-${sum % HUES}" aria-hidden="true">${letter}</span>`
}
