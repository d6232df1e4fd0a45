import type { ParsedDescriptor } from '../descriptor.ts'
import { hasSoftwareEnding, isTelling } from '../domain.ts'
import type { Token } from './token.ts'
import { wordOf } from './words.ts'

// Log-odds that a charge is software, by the site it prints. Vendors of software print theirs nearly always, and with hardly
// anything beside it; shops print names, towns and branch numbers.
const SOFTWARE_ENDING = 3 // .io, .ai, .app
const SOFTWARE_LABEL = 3 // yorkhosting.com
const SITE_ALONE = 2.7 // exampletool.com
const SITE_AMONG_WORDS = 1.2
const NATIONAL_SITE = 1 // mostly shops of that country
const SHOP_LABEL = -1 // flowershop.com

const WORLDWIDE = new Set('com net co us me to tv fm ly xyz online site pro one software'.split(' '))

/** How much the sites in a descriptor speak for software, as log-odds; 0 for none. What does is worded into `reasons`. */
export function domainOdds({ tokens, start }: ParsedDescriptor, reasons: string[] | null): number {
  let most = 0
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.domain === null || !isTelling(token.domain)) continue
    const odds = siteOdds(token, token.domain, tokens, start)
    if (odds >= SITE_ALONE) reasons?.push(`${token.domain} looks like the site of a software vendor`)
    if (Math.abs(odds) > Math.abs(most)) most = odds
  }
  return most
}

function siteOdds(token: Token, domain: string, tokens: readonly Token[], start: number): number {
  if (hasSoftwareEnding(domain)) return SOFTWARE_ENDING
  const says = labelSays(token.text)
  if (says !== null) return says === 'shop' ? SHOP_LABEL : SOFTWARE_LABEL
  // At the end of a cut line `.co` was mostly `.co.uk`.
  if (domain.endsWith('.co') && token === tokens.at(-1)) return NATIONAL_SITE
  if (!WORLDWIDE.has(domain.slice(domain.lastIndexOf('.') + 1))) return NATIONAL_SITE
  return isAlone(token, tokens, start) ? SITE_ALONE : SITE_AMONG_WORDS
}

// Beside it only its own name, places, references, forms and words of bills.
function isAlone(site: Token, tokens: readonly Token[], start: number): boolean {
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined || token === site || token.path || token.coded || token.domain === site.domain) continue
    const { kind } = token.word
    if (kind === 'merchant' || (kind === null && !site.text.includes(token.text))) return false
  }
  return true
}

const SHORTEST_PART = 4
const TELLING_PARTS =
  `hosting software cloud soft survey surveys webinar invoice invoicing crm saas plugin plugins pdf vpn seo gpt apps analytics
  server servers email mailer chat bot code coder coding dev devs api theme themes webdesign`.split(/\s+/)

/** What the words at the ends of a domain's label sell: `craftbeerclub` is a shop, `yorkhosting` is not. */
function labelSays(label: string): 'software' | 'shop' | null {
  for (let from = 0; from <= label.length - SHORTEST_PART; from += 1) {
    if (wordOf(label.slice(from)).kind === 'merchant') return 'shop'
  }
  const isTellingLabel = TELLING_PARTS.some((part) => label.startsWith(part) || label.endsWith(part))
  return isTellingLabel ? 'software' : null
}
