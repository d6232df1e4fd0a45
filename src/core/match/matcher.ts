import type { Catalogue } from '../catalogue.ts'
import { registrableDomain } from '../domain.ts'
import type { Identifier } from '../identifier.ts'
import type { Judgement } from '../judgement.ts'
import { matchAny, idKind } from './any-match.ts'
import { matchApp } from './app-match.ts'
import { matchDescriptor } from './descriptor-match.ts'
import { buildIndex } from './index-table.ts'
import type { Index } from './index-table.ts'
import type { Judgements } from './judged.ts'
import { descriptorKeys, judgedMatch, judgementKey, judgementTable, rejectedProducts } from './judged.ts'
import type { Identity, Match, Matcher } from './match.ts'

// Distinct identities remembered; a company has a few thousand, and a scan of strangers must not fill the memory.
const REMEMBERED = 200_000
const NOTHING: ReadonlySet<string> = new Set()

/**
 * Resolves identities to products of the catalogue, people's judgements first. Deterministic, whatever the order of
 * catalogue, judgements and calls; never throws on any text; repeated identities cost one look-up.
 */
export function createMatcher(
  catalogue: Catalogue,
  options: { readonly judgements?: readonly Judgement[] } = {},
): Matcher {
  const index = buildIndex(catalogue)
  const judgements = judgementTable(options.judgements ?? [], index)
  const remembered = new Map<string, Match>()
  return {
    match(identity) {
      const key = memoKey(identity)
      const known = remembered.get(key)
      if (known !== undefined) return known
      const found = resolve(identity, index, judgements)
      if (remembered.size >= REMEMBERED) remembered.clear()
      remembered.set(key, found)
      return found
    },
  }
}

function memoKey(identity: Identity): string {
  switch (identity.kind) {
    case 'descriptor': {
      const { mcc, recurring, amountMinor } = identity
      // Of the amount, only whether it looks like the price of a plan is read.
      return `d${mcc ?? ''}/${recurring ?? ''}/${amountMinor === null ? '' : Math.abs(amountMinor) % 100}/${identity.text}`
    }
    case 'any':
      return `a${identity.text}`
    case 'app':
      return `p${identity.via}${JSON.stringify(identity.clue)}`
    default:
      return identity satisfies never
  }
}

function resolve(identity: Identity, index: Index, judgements: Judgements): Match {
  const hasJudgements = judgements.confirmed.size > 0 || judgements.rejected.size > 0
  const keys = hasJudgements ? judgedKeys(identity, index) : []
  const judged = judgedMatch(keys, judgements, index)
  if (judged !== null) return judged
  const rejected = hasJudgements ? rejectedProducts(keys, judgements) : NOTHING
  switch (identity.kind) {
    case 'descriptor':
      return matchDescriptor(identity, index, rejected)
    case 'app':
      return matchApp(identity, index, rejected)
    case 'any':
      return matchAny(identity.text, index, rejected)
    default:
      return identity satisfies never
  }
}

// What a judgement may be about, the surest first.
function judgedKeys(identity: Identity, index: Index): readonly string[] {
  switch (identity.kind) {
    case 'descriptor':
      return descriptorKeys(identity.text, index)
    case 'app': {
      const { identifiers, domains, name } = identity.clue
      const named: readonly Identifier[] = name === null ? [] : [{ kind: 'name', value: name }]
      const sited = domains.map((value): Identifier => ({ kind: 'domain', value }))
      return [...identifiers, ...sited, ...named].map(judgementKey)
    }
    case 'any': {
      const { text } = identity
      const kind = idKind(text.trim())
      const domain = /\s/.test(text.trim()) ? null : registrableDomain(text)
      return [
        ...(kind === null ? [] : [judgementKey({ kind, value: text })]),
        ...(domain === null ? [] : [judgementKey({ kind: 'domain', value: domain })]),
        judgementKey({ kind: 'name', value: text }),
        ...descriptorKeys(text, index),
      ]
    }
    default:
      return identity satisfies never
  }
}
