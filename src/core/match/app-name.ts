import { LONGEST_TEXT, nameWords } from '../name.ts'
import { isIdentityProvider, isLeading, isPlain } from './app-decoration.ts'

/** An app's name taken apart: the part that names the product, and what stands round it. */
export type NameCore = {
  /** The words that may name a product, folded, with plain decorations at both ends still on. */
  readonly words: readonly string[]
  /** The same with those taken off: `Slack for Android (Beta)` -> `slack`. */
  readonly core: string
  /** What was set aside as no other product, as written: "for Android", "(Beta)", "SSO". */
  readonly suffixes: readonly string[]
  /** Parts set off by a dash, colon or bar: "AI meeting notes", "Acme Ltd". */
  readonly taglines: readonly string[]
  /** Where the product works, by the name: "Outlook" of "Zoom for Outlook". */
  readonly host: string | null
  /** The publisher that the name itself states: "… by Acme". */
  readonly by: string | null
}

const BRACKETS = /[([{]([^()[\]{}]{0,100})[)\]}]/g
const MARKS = /[™®©℠]/gu
const SEPARATED = /\s+[-–—|•·/»~]+\s+|\s*[|•·»]\s*|(?<=\S):\s+|\s+:\s+/u
const FOR = new Set('for fur pour para per voor dla till on in im auf'.split(' '))
const BY = new Set('by from von'.split(' '))
// What administrators glue to a name: "ZendeskProd".
const GLUED =
  /(?<=[a-z])(SSO|SAML|OIDC|SCIM|Prod|PROD|PRD|Production|Dev|DEV|Test|TEST|UAT|QA|STG|Staging|Sandbox|Login)(?![a-z])/g
const LONGEST_PHRASE = 3

/** The readings of an app's name, the likeliest first: each part set off may be the one that names the product. */
export function readAppName(name: string): readonly NameCore[] {
  const suffixes: string[] = []
  const plain = tidy(name).replace(BRACKETS, (_, inside: string) => {
    suffixes.push(inside.trim())
    return ' | '
  })
  const parts = plain.split(SEPARATED).flatMap((part) => part.trim() || [])
  const telling = parts.filter((part) => !isSetAside(nameWords(part)))
  const aside = telling.length === 0 ? [] : parts.filter((part) => !telling.includes(part))
  const chosen = telling.length === 0 ? [tidy(name)] : telling
  return chosen.map((part) => {
    const taglines = telling.filter((other) => other !== part)
    return readPart(part, [...suffixes, ...aside], taglines)
  })
}

/** The likeliest reading of an app's name. Reads the first 512 characters. */
export function nameCore(name: string): NameCore {
  return readAppName(name)[0] ?? readPart(name, [], [])
}

/** How many words from `at` on are one decoration, at most three: "add on", "do not use"; 0 for none. */
export function phraseAt(words: readonly string[], at: number, is: (joined: string) => boolean): number {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length -= 1) {
    if (is(words.slice(at, at + length).join(''))) return length
  }
  return 0
}

function tidy(name: string): string {
  return name.slice(0, LONGEST_TEXT).toWellFormed().replace(MARKS, ' ').replace(GLUED, ' $1').trim()
}

// A part that says nothing but how or where the product is used.
function isSetAside(words: readonly string[]): boolean {
  return isAll(words, (joined) => isPlain(joined) || isIdentityProvider(joined) || isLeading(joined))
}

function isAll(words: readonly string[], is: (joined: string) => boolean): boolean {
  for (let at = 0; at < words.length;) {
    const length = phraseAt(words, at, is)
    if (length === 0) return false
    at += length
  }
  return true
}

function readPart(part: string, aside: readonly string[], taglines: readonly string[]): NameCore {
  const all = nameWords(part)
  const made = all.findIndex((word, at) => at > 0 && at < all.length - 1 && BY.has(word))
  const stated = made === -1 ? all : all.slice(0, made)
  const meant = stated.findIndex((word, at) => at > 0 && at < stated.length - 1 && FOR.has(word))
  const words = meant === -1 ? stated : stated.slice(0, meant)
  const host = meant === -1 ? null : stated.slice(meant + 1).join(' ')
  const { begin, end } = bounds(words)
  const suffixes = [
    ...aside,
    ...(begin > 0 ? [words.slice(0, begin).join(' ')] : []),
    ...(end < words.length ? [words.slice(end).join(' ')] : []),
    ...(host === null ? [] : [`${stated[meant] ?? 'for'} ${host}`]),
  ]
  return {
    words,
    core: words.slice(begin, end).join(' '),
    suffixes: suffixes.map((suffix) => asWritten(suffix, part)),
    taglines,
    host,
    by: made === -1 ? null : all.slice(made + 1).join(' '),
  }
}

/** The words between plain decorations; never none. */
function bounds(words: readonly string[]): { readonly begin: number; readonly end: number } {
  let begin = 0
  while (begin < words.length - 1) {
    const length = phraseAt(words, begin, isLeading)
    if (length === 0 || begin + length >= words.length) break
    begin += length
  }
  let end = words.length
  for (let length = LONGEST_PHRASE; length > 0; length -= 1) {
    while (end - length > begin && isPlain(words.slice(end - length, end).join(''))) {
      end -= length
      length = LONGEST_PHRASE
    }
  }
  return { begin, end }
}

// Reasons quote the name as its owner wrote it, where its words stand there as they were read.
function asWritten(words: string, part: string): string {
  const lower = part.toLowerCase()
  const at = lower.length === part.length ? lower.indexOf(words) : -1
  return at === -1 ? words : part.slice(at, at + words.length)
}
