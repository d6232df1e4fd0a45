import { html as template } from 'hono/html'

export type Html = ReturnType<typeof template>

// What a reader cannot see or what turns the direction of text round (https://trojansource.codes). The joiner of emoji
// (U+200D) stays: it disguises nothing by itself.
const HIDDEN = /[\p{Cc}\u061C\u200B\u200C\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu
const KEPT = new Set(['\n', '\t', '\r'])

/**
 * The only way to make markup: texts are escaped, and marks that hide or reorder text are written out, as `⟨U+202E⟩`, so
 * that a name cannot look like another one.
 */
export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): Html {
  return template(strings, ...values.map(reveal))
}

function reveal(value: unknown): unknown {
  if (typeof value === 'string') return revealHidden(value)
  return Array.isArray(value) ? value.map(reveal) : value
}

/** The text with every hidden mark written out. */
export function revealHidden(text: string): string {
  return text.toWellFormed().replace(HIDDEN, (mark) => {
    if (KEPT.has(mark)) return mark
    return `⟨U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`
  })
}
