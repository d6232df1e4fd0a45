import { registrableDomain } from '#core/domain.ts'

// What people write for "nothing". An exported value of this kind would come back as nothing, so it is never exported.
const NOTHING = /^(?:-+|–|—|\?+|n\/?a|none|null|nil|tbd|tbc|unknown|not applicable|keine?)$/i

/** Text as the file carries it: well-formed, LF line ends, without NUL, trimmed. Cleaning twice changes nothing. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').trim()
}

/** Clean text, or null for nothing. */
export function optionalText(text: string): string | null {
  const clean = cleanText(text)
  return clean === '' || NOTHING.test(clean) ? null : clean
}

/** The registrable domain in a domain or URL; a host inside the company, which has none, is kept. Null for other text. */
export function domainOf(text: string): string | null {
  const clean = cleanText(text).toLowerCase()
  const domain = registrableDomain(clean)
  if (domain !== null) return domain
  const host = /^(?:https?:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::\d+)?(?:\/\S*)?$/.exec(clean)?.[1]
  return host ?? null
}

/** Items of a cell, separated by `;`. `\;` is a semicolon inside an item and `\\` a backslash. */
export function splitList(cell: string): readonly string[] {
  const items: string[] = ['']
  for (const part of cell.match(/\\[\\;]|;|[^\\;]+|\\/g) ?? []) {
    if (part === ';') items.push('')
    else items.push((items.pop() ?? '') + (/^\\[\\;]$/.test(part) ? part.slice(1) : part))
  }
  return items.map((item) => item.trim()).filter((item) => item !== '')
}

/** Writes a list so that `splitList` reads the same items. */
export function joinList(items: readonly string[]): string {
  const clean = items.map(cleanText).filter((item) => item !== '')
  return clean.map((item) => item.replaceAll(/[\\;]/g, (letter) => `\\${letter}`)).join('; ')
}
