import type { ParsedDescriptor } from '../descriptor.ts'
import { parseDescriptor } from '../descriptor.ts'
import { mccLeaning } from '../descriptor/mcc.ts'
import { findHits } from './block.ts'
import type { Setting } from './compare.ts'
import type { Decision } from './decide.ts'
import { ACCEPT, decide } from './decide.ts'
import { candidate, reasonsDropped, reasonsFor, rounded } from './explain.ts'
import type { Index } from './index-table.ts'
import type { Likelihood } from './likelihood.ts'
import { softwareLikelihood } from './likelihood.ts'
import type { Identity, Match } from './match.ts'
import { rank } from './rank.ts'
import { result } from './result.ts'

export type DescriptorIdentity = Extract<Identity, { kind: 'descriptor' }>

// Below this the charge is taken for something else, provided that something positively says so.
const NOT_SOFTWARE = 0.1

/** Resolves the text of a charge. `rejected`: products that a person said it is not. */
export function matchDescriptor(identity: DescriptorIdentity, index: Index, rejected: ReadonlySet<string>): Match {
  const parsed = parseDescriptor(identity.text, index.intermediaries)
  const intermediary = parsed.billing?.certain === true ? parsed.billing.intermediary.id : null
  if (parsed.noPurchase !== null) {
    const reason =
      parsed.noPurchase === 'fee' ? 'a fee of the bank, which buys no product' : 'a payment between people or accounts'
    return result({ verdict: 'not-software', confidence: 0.98, softwareLikelihood: 0.01, reasons: () => [reason] })
  }
  const setting: Setting = { mcc: mccLeaning(identity.mcc ?? parsed.mcc), recurring: identity.recurring }
  const ranked =
    parsed.start < parsed.tokens.length ? rank(findHits(parsed, index), parsed, index, setting, rejected) : []
  const decision = decide(ranked, index, ACCEPT)
  if (decision.kind === 'match') return matched(decision, parsed, intermediary)
  const nearest = ranked[0]?.confidence ?? 0
  const likelihood = softwareLikelihood(parsed, setting, identity.amountMinor, nearest)
  if (decision.kind === 'ambiguous') {
    return result({
      verdict: 'ambiguous',
      confidence: rounded(Math.max(...decision.candidates.map(({ confidence }) => confidence))),
      candidates: decision.candidates.map(candidate),
      runnerUp: decision.candidates.slice(1, 2).map(candidate)[0] ?? null,
      intermediary,
      // What is this product with some probability is software with at least that.
      softwareLikelihood: rounded(Math.max(likelihood.probability, nearest)),
      reasons: () => [
        ...decision.candidates.flatMap(reasonsFor),
        'not certain enough to decide without a person',
        ...likelihood.reasons,
        ...reasonsDropped(parsed),
      ],
    })
  }
  return unmatched(decision, parsed, likelihood, setting, intermediary)
}

function matched(
  decision: Extract<Decision, { kind: 'match' }>,
  parsed: ParsedDescriptor,
  intermediary: string | null,
): Match {
  const { product, by, runnerUp } = decision
  return result({
    verdict: 'match',
    app: product.id,
    family: product.family,
    confidence: rounded(by.confidence),
    attribution: by.hit.how === 'domain' ? 'domain' : 'descriptor',
    runnerUp: runnerUp === null ? null : candidate(runnerUp),
    intermediary,
    softwareLikelihood: 1,
    reasons: () => [
      ...reasonsFor(by),
      ...(product.id === by.hit.product.id
        ? []
        : [`several products of ${product.name} fit: only the line is certain`]),
      ...reasonsDropped(parsed),
    ],
  })
}

function unmatched(
  decision: Extract<Decision, { kind: 'none' }>,
  parsed: ParsedDescriptor,
  likelihood: Likelihood,
  setting: Setting,
  intermediary: string | null,
): Match {
  const { nearest } = decision
  const positive = likelihood.trade !== null || (setting.mcc === 'other-trade' && nearest === null)
  const isOther = positive && likelihood.probability < NOT_SOFTWARE
  return result({
    verdict: isOther ? 'not-software' : 'unknown',
    confidence: rounded(isOther ? 1 - likelihood.probability : 1 - (nearest?.confidence ?? 0.02)),
    runnerUp: nearest === null ? null : candidate(nearest),
    intermediary,
    softwareLikelihood: rounded(likelihood.probability),
    reasons: () => [
      parsed.tokens.length === 0 ? 'the text holds no letter or digit' : emptyReason(parsed, nearest !== null),
      ...(nearest === null ? [] : reasonsFor(nearest)),
      ...likelihood.reasons,
      ...reasonsDropped(parsed),
    ],
  })
}

function emptyReason(parsed: ParsedDescriptor, near: boolean): string {
  if (parsed.start >= parsed.tokens.length) return 'the text names only who bills, not what was bought'
  return near ? 'a product name occurs, but too much speaks against it' : 'no known product is named'
}
