import type { Token } from './token.ts'
import { wordToken } from './token.ts'

const SHORTEST_NAME = 4

/**
 * Parts a site from the words that a full column glued to it: where the name comes first and its site follows at once,
 * `ACME, GAMES FOR CHILACME.COM` names acme.com, behind the cut word `chil`.
 */
export function withoutCutWords(tokens: readonly Token[]): readonly Token[] {
  const name = tokens[0]?.text ?? ''
  if (name.length < SHORTEST_NAME) return tokens
  const at = gluedSite(tokens, name)
  const glued = at === -1 ? undefined : tokens[at]
  if (glued === undefined) return tokens
  const cut = glued.text.slice(0, -name.length)
  const ending = (glued.domain ?? '').slice(glued.text.length)
  const site: Token = { ...glued, text: name, full: name + ending.slice(1), domain: name + ending, gap: 'mark' }
  return [...tokens.slice(0, at), wordToken(cut, glued.gap), site, ...tokens.slice(at + 1)]
}

function gluedSite(tokens: readonly Token[], name: string): number {
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.domain === null) continue
    const { text, domain } = token
    if (text.length > name.length && text.endsWith(name) && domain.startsWith(text)) return at
  }
  return -1
}
