import type { ParsedDescriptor } from '../descriptor.ts'
import type { Candidate } from './match.ts'
import type { Ranked } from './rank.ts'

/** A ranked product as results show it. Confidence is rounded to four digits, so that equal results are equal bytes. */
export function candidate({ hit, confidence }: Ranked): Candidate {
  const { id, name, domains, sharedDomains } = hit.product
  return { app: id, name, domain: domains[0] ?? sharedDomains[0] ?? null, confidence: rounded(confidence) }
}

/** A probability as results print it: four digits, and never the certainty that nobody has. */
export function rounded(confidence: number): number {
  return Math.round(Math.min(0.995, Math.max(0.001, confidence)) * 10_000) / 10_000
}

/** What was seen of a product in a text, and what speaks against it, a sentence each. */
export function reasonsFor({ hit, features }: Ranked): readonly string[] {
  const reasons = [found(hit)]
  if (features.rarity === 'common')
    reasons.push(`"${hit.seen}" is an everyday word or very short: the name alone proves little`)
  if (features.ownWord) reasons.push('another word of the product or its vendor stands beside it')
  if (features.softwareWord) reasons.push('words of software bills stand beside it')
  if (features.before > 0) reasons.push('unexplained words stand before the name')
  const unexplained = features.other + features.everyday
  if (unexplained > 0)
    reasons.push(`${unexplained === 1 ? 'one word' : `${unexplained} words`} of the text remain unexplained`)
  if (features.trade > 0) reasons.push('a word of another trade stands beside it')
  if (features.foreignDomains > 0) reasons.push('the text names the site of somebody else')
  if (features.strangeRest) reasons.push(`"${hit.rest}" is glued to the name and belongs to neither`)
  if (features.billing === 'software') reasons.push('billed through an intermediary that sells software')
  if (features.mcc === 'software') reasons.push('the merchant category is a software one')
  if (features.mcc === 'other-trade') reasons.push('the merchant category is another trade')
  if (features.recurring === true) reasons.push('the charge comes back regularly')
  return reasons
}

function found(hit: Ranked['hit']): string {
  const { name } = hit.product
  switch (hit.how) {
    case 'domain':
      return `the domain ${hit.seen} belongs to ${name}`
    case 'stem':
      return `the text begins as ${name} bills: "${hit.seen}"`
    case 'exact':
      return hit.seen === name ? `the text names ${name}` : `the text names ${name} as "${hit.seen}"`
    case 'remnant':
      return `the text is what is left of "${hit.seen}" (${name}), with a reference`
    case 'billed':
      return `the text names ${name} behind "${hit.rest}", glued to it`
    case 'glued':
      return `the text names "${hit.seen}" (${name}), glued to other letters`
    case 'cut':
      return `the text shows the first ${Math.round(hit.share * 100)} % of "${hit.seen}" (${name})`
    case 'typo':
      return `the text is one typing error away from "${hit.seen}" (${name})`
    default:
      return hit.how satisfies never
  }
}

/** What was read past in a descriptor. */
export function reasonsDropped(parsed: ParsedDescriptor): readonly string[] {
  const reasons: string[] = []
  if (parsed.dropped.length > 0)
    reasons.push(`left out as bank text: ${parsed.dropped.map((part) => `"${part}"`).join(', ')}`)
  if (parsed.billing !== null) {
    const { intermediary, certain } = parsed.billing
    reasons.push(
      certain ? `billed through ${intermediary.name}` : `perhaps billed through ${intermediary.name}: its mark is lost`,
    )
  }
  return reasons
}
