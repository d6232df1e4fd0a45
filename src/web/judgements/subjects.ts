import { createHash } from 'node:crypto'
import type { AppEvidence } from '#core/app.ts'
import type { Catalogue } from '#core/catalogue.ts'
import { identifierKey } from '#core/identifier.ts'
import type { Identifier } from '#core/identifier.ts'
import { onePerLine } from '#core/match/judged-keys.ts'
import type { Source } from '#core/observation.ts'
import { primaryIdentifier } from '#core/reconcile/clue.ts'

/** One thing of an app that somebody may judge. */
export type Subject = {
  /** Stands for the identifier in a form: texts from outside may hold marks that no form sends back. */
  readonly key: string
  readonly identifier: Identifier
  readonly source: Source
  readonly name: string | null
}

/** What was joined to an app, each thing once that one decision covers: clients first, then charge texts. */
export function subjectsOf(
  { identities }: Pick<AppEvidence, 'identities'>,
  catalogue: Pick<Catalogue, 'intermediaries'>,
): readonly Subject[] {
  const clients = identities.flatMap((identity): readonly Subject[] => {
    if (identity.source === 'statement') return []
    const identifier = primaryIdentifier(identity)
    return [{ key: keyOf(identifier), identifier, source: identity.source, name: identity.name }]
  })
  const descriptors = identities.flatMap(({ identifiers }) =>
    identifiers.flatMap(({ kind, value }) => (kind === 'descriptor' ? [value] : [])),
  )
  const all = [...clients, ...chargeSubjects(descriptors, catalogue)]
  return [...new Map(all.map((subject) => [subject.key, subject])).values()]
}

export function chargeSubjects(
  descriptors: readonly string[],
  catalogue: Pick<Catalogue, 'intermediaries'>,
): readonly Subject[] {
  return onePerLine([...new Set(descriptors)].toSorted(), catalogue).map((value) => {
    const identifier = { kind: 'descriptor', value } as const
    return { key: keyOf(identifier), identifier, source: 'statement', name: null }
  })
}

function keyOf(identifier: Identifier): string {
  return createHash('sha256').update(identifierKey(identifier)).digest('hex').slice(0, 16)
}
