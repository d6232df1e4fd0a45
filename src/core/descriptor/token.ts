import { domainLabel, registrableDomain } from '../domain.ts'

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
  /** True for a number or a mixture of digits and letters. */
  readonly coded: boolean
}

const COLUMN_GAP = 4
// One descriptor has some ten words; beyond this nothing is read, so that no text costs more.
const MOST_TOKENS = 24
const PIECE = /[\p{L}\p{N}.'@-]+/gu
const TRIM = /^[.'@-]+|[.'@-]+$/g
const NOT_ALPHANUMERIC = /[^\p{L}\p{N}]+/gu
const DIGIT = /\d/
// A city, country or number glued to a host name: `heroku.cous`, `zoom.us888`, `github.comsan`.
const GLUED_HOST = /^((?:[a-z0-9-]+\.)+(?:com|net|org|co\.uk|co|io|us|ai|app|dev|so|me|de|ca))([a-z0-9].*)$/

/** Splits a folded descriptor into tokens; a path behind a host name is marked as one. At most 24 tokens are read. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const match of text.matchAll(PIECE)) {
    if (tokens.length >= MOST_TOKENS) break
    const between = text.slice(end, match.index)
    end = match.index + match[0].length
    const piece = match[0].replace(TRIM, '')
    if (piece === '') continue
    if (between === '/' && tokens.at(-1)?.domain != null) addPath(tokens, piece)
    else addPiece(tokens, piece, tokens.length === 0 ? 'start' : gapOf(between))
  }
  return tokens
}

function addPath(tokens: Token[], piece: string): void {
  const text = piece.replace(NOT_ALPHANUMERIC, '')
  tokens.push({ text, full: text, domain: null, gap: 'mark', path: true, coded: DIGIT.test(text) })
}

function gapOf(between: string): Gap {
  if (between.includes('*')) return 'star'
  if (between === ' ') return 'space'
  if (between.trim() === '') return between.length < COLUMN_GAP ? 'wide' : 'column'
  return 'mark'
}

function addPiece(tokens: Token[], piece: string, gap: Gap): void {
  if (piece.includes('.') || piece.includes('@')) {
    const domain = registrableDomain(piece)
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

function domainToken(domain: string, piece: string, gap: Gap): Token {
  return {
    text: domainLabel(domain).replace(NOT_ALPHANUMERIC, ''),
    full: piece.replace(/^www\./, '').replace(NOT_ALPHANUMERIC, ''),
    domain,
    gap,
    path: false,
    coded: false,
  }
}

function addWords(tokens: Token[], piece: string, gap: Gap): void {
  let before = gap
  for (const part of partsOf(piece)) {
    const text = part.replace(NOT_ALPHANUMERIC, '')
    if (text === '') continue
    tokens.push({ text, full: text, domain: null, gap: before, path: false, coded: DIGIT.test(text) })
    before = 'mark'
  }
}

// `zoom.gbp` is two words, `s.l` and `u.k.` are one.
function partsOf(piece: string): readonly string[] {
  if (!/[-@.]/.test(piece)) return [piece]
  const parts = /[-@]/.test(piece) ? piece.split(/[-@]/) : [piece]
  return parts.flatMap((part) => {
    const dotted = part.split('.')
    return dotted.some((word) => word.length > 2) ? dotted : [part]
  })
}
