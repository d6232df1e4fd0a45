import type { ParsedDescriptor } from '../descriptor.ts'
import { parseDescriptor } from '../descriptor.ts'
import { mccLeaning } from '../descriptor/mcc.ts'
import { findHits } from './block.ts'
import type { Setting } from './features.ts'
import type { Decision } from './decide.ts'
import { ACCEPT_CHARGE, decide } from './decide.ts'
import { candidate, reasonsDropped, reasonsFor, rounded } from './explain.ts'
import type { Index } from './index-table.ts'
import { softwareLikelihood } from './likelihood.ts'
import type { Identity, Match } from './match.ts'
import type { Ranked } from './rank.ts'
import { rank } from './rank.ts'
import { result } from './result.ts'

export type DescriptorIdentity = Extract<Identity, { kind: 'descriptor' }>

// Below this the charge is taken for something else, provided that something positively says so.
const NOT_SOFTWARE = 0.1
const NO_HITS: readonly Ranked[] = []

// All that was found out about a descriptor; worded only when somebody asks for reasons.
type Trace = {
  readonly parsed: ParsedDescriptor
  readonly setting: Setting
  readonly ranked: readonly Ranked[]
  readonly decision: Decision
}

/** Resolves the text of a charge. `rejected`: products that a person said it is not. */
export function matchDescriptor(identity: DescriptorIdentity, index: Index, rejected: ReadonlySet<string>): Match {
  const parsed = parseDescriptor(identity.text, index.intermediaries)
  if (parsed.noPurchase !== null) return noPurchase(parsed.noPurchase)
  const trace = traceOf(parsed, identity, index, rejected)
  // Reasons are rarely read: reading the text again is cheaper than keeping all that was seen of it.
  const reasons = (): readonly string[] => {
    const again = parseDescriptor(identity.text, index.intermediaries)
    return whyDecided(traceOf(again, identity, index, rejected), identity)
  }
  const { decision } = trace
  switch (decision.kind) {
    case 'match':
      return matched(trace, decision, reasons)
    case 'ambiguous':
      return ambiguous(trace, decision, identity, reasons)
    case 'none':
      return unmatched(trace, decision, identity, reasons)
    default:
      return decision satisfies never
  }
}

function traceOf(
  parsed: ParsedDescriptor,
  identity: DescriptorIdentity,
  index: Index,
  rejected: ReadonlySet<string>,
): Trace {
  const setting: Setting = { mcc: mccLeaning(identity.mcc ?? parsed.mcc), recurring: identity.recurring }
  const isNamed = parsed.start < parsed.tokens.length
  const ranked = isNamed ? rank(findHits(parsed, index), parsed, index, setting, rejected) : NO_HITS
  return { parsed, setting, ranked, decision: decide(ranked, index, ACCEPT_CHARGE) }
}

function noPurchase(kind: 'fee' | 'transfer'): Match {
  const reason = kind === 'fee' ? 'a fee of the bank, which buys no product' : 'a payment between people or accounts'
  return result({ verdict: 'not-software', confidence: 0.98, softwareLikelihood: 0.01, reasons: () => [reason] })
}

function matched(
  { parsed }: Trace,
  { product, by, runnerUp }: Extract<Decision, { kind: 'match' }>,
  reasons: () => readonly string[],
): Match {
  return result({
    verdict: 'match',
    app: product.id,
    family: product.family,
    confidence: rounded(by.confidence),
    attribution: by.hit.how === 'domain' ? 'domain' : 'descriptor',
    runnerUp: runnerUp === null ? null : candidate(runnerUp),
    intermediary: billerOf(parsed),
    softwareLikelihood: 1,
    reasons,
  })
}

function ambiguous(
  { parsed, setting, ranked }: Trace,
  { candidates }: Extract<Decision, { kind: 'ambiguous' }>,
  identity: DescriptorIdentity,
  reasons: () => readonly string[],
): Match {
  const nearest = ranked[0]?.confidence ?? 0
  const likelihood = softwareLikelihood(parsed, setting, identity.amountMinor, nearest)
  return result({
    verdict: 'ambiguous',
    confidence: rounded(Math.max(...candidates.map(({ confidence }) => confidence))),
    candidates: candidates.map(candidate),
    runnerUp: candidates.slice(1, 2).map(candidate)[0] ?? null,
    intermediary: billerOf(parsed),
    // What is this product with some probability is software with at least that.
    softwareLikelihood: rounded(Math.max(likelihood.probability, nearest)),
    reasons,
  })
}

function unmatched(
  { parsed, setting, ranked }: Trace,
  { nearest }: Extract<Decision, { kind: 'none' }>,
  identity: DescriptorIdentity,
  reasons: () => readonly string[],
): Match {
  const likelihood = softwareLikelihood(parsed, setting, identity.amountMinor, ranked[0]?.confidence ?? 0)
  const positive = likelihood.trade !== null || (setting.mcc === 'other-trade' && nearest === null)
  const isOther = positive && likelihood.probability < NOT_SOFTWARE
  return result({
    verdict: isOther ? 'not-software' : 'unknown',
    confidence: rounded(isOther ? 1 - likelihood.probability : 1 - (nearest?.confidence ?? 0.02)),
    runnerUp: nearest === null ? null : candidate(nearest),
    intermediary: billerOf(parsed),
    softwareLikelihood: rounded(likelihood.probability),
    reasons,
  })
}

function billerOf({ billing }: ParsedDescriptor): string | null {
  return billing?.certain === true ? billing.intermediary.id : null
}

function whyDecided(trace: Trace, identity: DescriptorIdentity): readonly string[] {
  const { parsed, decision } = trace
  if (decision.kind !== 'match') return whyOpen(trace, identity)
  const { by, product } = decision
  const line =
    product.id === by.hit.product.id ? [] : [`several products of ${product.name} fit: only the line is certain`]
  return [...reasonsFor(by), ...line, ...reasonsDropped(parsed)]
}

function whyOpen({ parsed, setting, ranked, decision }: Trace, { amountMinor }: DescriptorIdentity): readonly string[] {
  const leaning: string[] = []
  softwareLikelihood(parsed, setting, amountMinor, ranked[0]?.confidence ?? 0, leaning)
  const said =
    decision.kind === 'ambiguous'
      ? [...decision.candidates.flatMap(reasonsFor), 'not certain enough to decide without a person']
      : whyNone(parsed, decision.kind === 'none' ? decision.nearest : null)
  return [...said, ...leaning, ...reasonsDropped(parsed)]
}

function whyNone(parsed: ParsedDescriptor, nearest: Ranked | null): readonly string[] {
  if (parsed.tokens.length === 0) return ['the text holds no letter or digit']
  if (parsed.start >= parsed.tokens.length) return ['the text names only who bills, not what was bought']
  if (nearest === null) return ['no known product is named']
  return ['a product name occurs, but too much speaks against it', ...reasonsFor(nearest)]
}
