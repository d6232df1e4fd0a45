import { domainLabel, registrableDomain } from '../domain.ts'
import { classAt, DIGIT, INSIDE, isDigit, onlyWords, WORD } from './letters.ts'
import { hashOf, NO_LETTERS, withLetter } from './text-table.ts'
import type { Word } from './words.ts'
import { hashedWord, wordOf } from './words.ts'

/**
 * What stands between a token and the one before: one space, two or three (often a lost asterisk), a column of a fixed-width
 * statement, an asterisk, another mark.
 */
export type Gap = 'start' | 'space' | 'wide' | 'column' | 'star' | 'mark'

export type Token = {
  /** Folded letters and digits; of a domain only its name part. */
  readonly text: string
  /** Folded letters and digits of all of it: `paddlenet` of `PADDLE.NET`. */
  readonly full: string
  /** Registrable domain, when the token is a host name or an e-mail address. */
  readonly domain: string | null
  readonly gap: Gap
  /** True for the path behind a host name: `bill` of `apple.com/bill`. */
  readonly path: boolean
  /** True for a number, a mixture of digits and letters, or letters behind an asterisk that nobody can say aloud. */
  readonly coded: boolean
  /** What is known of its text as a word. */
  readonly word: Word
}

const COLUMN_GAP = 4
// One descriptor has some ten words; beyond this nothing is read, so that no text costs more.
const MOST_TOKENS = 24
const STAR = 42
const SLASH = 47
const SPACE = 32

/** Splits a folded descriptor into tokens; a path behind a host name is marked as one. At most 24 tokens are read. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = []
  let end = 0
  let at = 0
  while (at < text.length && tokens.length < MOST_TOKENS) {
    const run = at
    let first = -1
    let last = -1
    let hasMark = false
    let hasDigit = false
    let hash = NO_LETTERS
    for (; at < text.length; at += 1) {
      const found = classAt(text, at)
      if (found === INSIDE) continue
      if ((found & WORD) === 0) break
      if (first === -1) first = at
      else if (last !== at - 1) hasMark = true
      if ((found & DIGIT) !== 0) hasDigit = true
      hash = withLetter(hash, text.charCodeAt(at))
      last = at
    }
    if (first !== -1) {
      const piece = text.slice(first, last + 1)
      const gap = tokens.length === 0 ? 'start' : gapOf(text, end, run)
      if (isBehindSlash(text, end, run) && tokens.at(-1)?.domain != null) tokens.push(pathToken(piece))
      else if (hasMark) addPiece(tokens, piece, gap)
      else tokens.push(plainToken(piece, gap, hasDigit, hash))
    }
    if (at > run) end = at
    else at += 1
  }
  return tokens
}

function isBehindSlash(text: string, end: number, run: number): boolean {
  return run - end === 1 && text.charCodeAt(end) === SLASH
}

function gapOf(text: string, from: number, to: number): Gap {
  if (to - from === 1 && text.charCodeAt(from) === SPACE) return 'space'
  let marks = false
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at)
    if (code === STAR) return 'star'
    if (code > SPACE) marks = true
  }
  if (marks) return 'mark'
  if (to - from === 1) return 'space'
  return to - from < COLUMN_GAP ? 'wide' : 'column'
}

/** A plain word as a token. */
export function wordToken(text: string, gap: Gap): Token {
  return plainToken(text, gap, holdsDigit(text), hashOf(text))
}

function plainToken(text: string, gap: Gap, hasDigit: boolean, hash: number): Token {
  const coded = hasDigit || isUnspoken(text, gap)
  return { text, full: text, domain: null, gap, path: false, coded, word: hashedWord(hash, text) }
}

function pathToken(piece: string): Token {
  return { ...wordToken(onlyWords(piece), 'mark'), path: true }
}

function domainToken(domain: string, piece: string, gap: Gap): Token {
  const text = onlyWords(domainLabel(domain))
  const full = onlyWords(piece.startsWith('www.') ? piece.slice(4) : piece)
  return { text, full, domain, gap, path: false, coded: false, word: wordOf(text) }
}

// Reference numbers of letters and digits have none of the latter now and then: `FACEBK *RCNCQHCC`.
const SHORTEST_UNSPOKEN = 6
const VOWEL = /[aeiouy]/

function isUnspoken(text: string, gap: Gap): boolean {
  return gap === 'star' && text.length >= SHORTEST_UNSPOKEN && !VOWEL.test(text)
}

function holdsDigit(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isDigit(text.charCodeAt(at))) return true
  return false
}

// Protocol and `www` that lost the marks behind them: `httpsexample.com`.
const GLUED_SCHEME = /^(?:https?|www)(?=[a-z0-9-]{3,}\.)/
// A city, country or number glued to a host name: `heroku.cous`, `zoom.us888`, `github.comsan`.
const GLUED_HOST = /^((?:[a-z0-9-]+\.)+(?:com|net|org|co\.uk|co|io|us|ai|app|dev|so|me|de|ca))([a-z0-9].*)$/

function addPiece(tokens: Token[], piece: string, gap: Gap): void {
  if (mayHoldHost(piece)) {
    const domain = registrableDomain(piece.replace(GLUED_SCHEME, ''))
    if (domain !== null) {
      tokens.push(domainToken(domain, piece, gap))
      return
    }
    const glued = GLUED_HOST.exec(piece)
    const host = glued?.[1] === undefined ? null : registrableDomain(glued[1])
    if (host !== null && glued?.[1] !== undefined && glued[2] !== undefined) {
      tokens.push(domainToken(host, glued[1], gap))
      addWords(tokens, glued[2], 'mark')
      return
    }
  }
  addWords(tokens, piece, gap)
}

// A dot with a letter behind it: neither `9.99` nor a single `u.k`.
function mayHoldHost(piece: string): boolean {
  const dot = piece.lastIndexOf('.')
  return dot !== -1 && piece.length > 3 && !isDigit(piece.charCodeAt(dot + 1))
}

function addWords(tokens: Token[], piece: string, gap: Gap): void {
  let before = gap
  for (const part of partsOf(piece)) {
    const text = onlyWords(part)
    if (text === '') continue
    tokens.push(wordToken(text, before))
    before = 'mark'
  }
}

// `zoom.gbp` is two words, `s.l` and `u.k.` are one.
function partsOf(piece: string): readonly string[] {
  const parts = /[-@]/.test(piece) ? piece.split(/[-@]/) : [piece]
  return parts.flatMap((part) => {
    const dotted = part.split('.')
    return dotted.some((word) => word.length > 2) ? dotted : [part]
  })
}
