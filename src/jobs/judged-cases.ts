import type { Label } from '#core/evaluation/label.ts'
import type { LabelledCase, TextKind } from '#core/evaluation/labelled-case.ts'
import { rateOf } from '#core/evaluation/rate.ts'
import type { Rate } from '#core/evaluation/rate.ts'
import type { Identifier } from '#core/identifier.ts'
import type { Judgement } from '#core/judgement.ts'
import type { Identity, Matcher } from '#core/match/match.ts'

/** The confirmed judgements of a company as cases: what a person decided is the label. */
export function judgedCases(
  judgements: readonly Judgement[],
  readLabel: (text: string) => Label,
): readonly LabelledCase[] {
  return judgements
    .filter(({ decision }) => decision === 'confirm')
    .map(({ identifier, app }) => ({
      text: identifier.value,
      ...identityOf(identifier),
      label: app === null ? { kind: 'none' } : readLabel(app),
      category: 'judgement',
    }))
}

/** Of the products that people refused for something, those that the matcher alone would take all the same. */
export function refusedAgain(judgements: readonly Judgement[], matcher: Matcher): Rate {
  const refused = judgements.filter(({ decision, app }) => decision === 'reject' && app !== null)
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
