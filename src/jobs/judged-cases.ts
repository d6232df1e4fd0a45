import type { Label } from '#core/evaluation/label.ts'
import type { LabelledCase, TextKind } from '#core/evaluation/labelled-case.ts'
import { rateOf } from '#core/evaluation/rate.ts'
import type { Rate } from '#core/evaluation/rate.ts'
import type { Identifier } from '#core/identifier.ts'
import { appDecisions } from '#core/judge/app-decisions.ts'
import type { AppDecisions } from '#core/judge/app-decisions.ts'
import { judgementKey } from '#core/judge/judgement-key.ts'
import { inOrder } from '#core/judgement.ts'
import type { Confirmation, Judgement, Merge, Split } from '#core/judgement.ts'
import type { Identity, Matcher } from '#core/match/match.ts'

/**
 * What a company decided as cases: what a person said that something is, is the label. A decision that a later one on the
 * same thing overturned is none any more, and products that were merged are right for each other.
 */
export function judgedCases(
  judgements: readonly Judgement[],
  readLabel: (text: string) => Label,
): readonly LabelledCase[] {
  const apps = appDecisions(judgements)
  return standing(judgements).flatMap((judgement): readonly LabelledCase[] => {
    if (judgement.decision === 'reject') return []
    const { identifier } = judgement
    return [
      {
        text: identifier.value,
        ...identityOf(identifier),
        label: labelOf(judgement, apps, readLabel),
        category: 'judgement',
      },
    ]
  })
}

type OnIdentifier = Exclude<Judgement, Merge>

/** The decisions on identifiers that hold: of each identifier the latest. Refusals of other apps hold beside them. */
function standing(judgements: readonly Judgement[]): readonly OnIdentifier[] {
  const latest = new Map<string, OnIdentifier>()
  for (const judgement of inOrder(judgements)) {
    if (judgement.decision === 'merge') continue
    const key = judgementKey(judgement.identifier)
    if (judgement.decision !== 'reject') latest.set(key, judgement)
    else if (latest.get(key)?.app === judgement.app) latest.delete(key)
  }
  const held = new Set<Judgement>(latest.values())
  return judgements.filter((judgement) => judgement.decision !== 'merge').filter((judgement) => held.has(judgement))
}

function labelOf(
  judgement: Confirmation | Split,
  { countsAs, mergedInto }: AppDecisions,
  readLabel: (text: string) => Label,
): Label {
  const { app } = judgement
  if (app === null) return { kind: 'none' }
  if (judgement.decision === 'split') return { kind: 'absent', name: judgement.name }
  const end = countsAs(app)
  const labels = [end, ...mergedInto(end)].map(readLabel)
  const ids = labels.flatMap((label) => (label.kind === 'product' ? label.ids : []))
  return ids.length > 0 ? { kind: 'product', ids: [...new Set(ids)].toSorted() } : readLabel(app)
}

/** Of the products that people refused for something, those that the matcher alone would take all the same. */
export function refusedAgain(judgements: readonly Judgement[], matcher: Matcher): Rate {
  const refused = judgements.filter((judgement) => judgement.decision === 'reject')
  const again = refused.filter(({ identifier, app }) => matcher.match(identityOf(identifier).identity).app === app)
  return rateOf(again.length, refused.length)
}

function identityOf(identifier: Identifier): { readonly kind: TextKind; readonly identity: Identity } {
  const { kind, value } = identifier
  switch (kind) {
    case 'descriptor':
      return {
        kind: 'descriptor',
        identity: { kind: 'descriptor', text: value, mcc: null, amountMinor: null, currency: null, recurring: null },
      }
    case 'domain':
      return { kind: 'any', identity: { kind: 'any', text: value } }
    case 'okta-app':
    case 'saml-entity':
    case 'entra-template':
      return { kind: 'sso', identity: appIdentity('sso', identifier) }
    case 'entra-app':
    case 'google-client':
    case 'google-project':
    case 'name':
      return { kind: 'oauth', identity: appIdentity('oauth', identifier) }
    default:
      return kind satisfies never
  }
}

function appIdentity(via: 'oauth' | 'sso', identifier: Identifier): Identity {
  const name = identifier.kind === 'name' ? identifier.value : null
  return {
    kind: 'app',
    via,
    clue: {
      identifiers: [identifier],
      name,
      publisher: null,
      publisherVerified: false,
      domains: [],
      ownerTenant: null,
      owner: null,
    },
  }
}
