import type { AppEvidence } from '#core/app.ts'
import type { UnrecognisedCharge } from '#core/charge.ts'
import type { Finding } from '#core/finding.ts'
import { sumByCurrency } from '#core/money.ts'
import type { Reconciled } from '#core/reconcile/reconcile.ts'
import { isSpend } from '#core/reconcile/spend.ts'
import type { CompanyState, Store } from '#core/store.ts'
import { writeParts } from './parts.ts'

/** Writes what a detection found into segments, and tells where; the caller commits that. */
export async function keepCompany(
  reconciled: Reconciled,
  quietFindings: readonly Finding[],
  store: Store,
  detectedAt: string,
): Promise<CompanyState> {
  const { apps, people, unrecognised, statements } = reconciled
  const peopleSegment = await store.write('people', people)
  const users = await store.write(
    'users',
    apps.map(({ app, evidence }) => ({ app: app.id, people: evidence.people.map(({ person }) => person) })),
  )
  const charges = unrecognised.flatMap((each) => each.charges)
  return {
    detectedAt,
    people: people.length,
    unrecognised: {
      texts: unrecognised.length,
      charges: charges.length,
      spendMinor: sumByCurrency(charges.filter(isSpend).map(({ amount }) => amount)),
    },
    statements,
    peopleSegment: peopleSegment.id,
    usersSegment: users.id,
    evidenceParts: await writeParts(
      store,
      'evidence',
      apps.map(({ evidence }) => evidence),
      { keyOf: ({ app }) => app, rowsOf: evidenceRows },
    ),
    unrecognisedParts: await writeParts(store, 'unrecognised', unrecognised, {
      keyOf: ({ id }) => id,
      rowsOf: (each: UnrecognisedCharge) => 2 + each.charges.length,
    }),
    quietFindings: await writeParts(store, 'findings', quietFindings, {
      keyOf: ({ id }) => id,
      rowsOf: (finding) => 2 + finding.evidence.length,
    }),
  }
}

/** Every segment that the state of a company refers to. */
export function companySegments(company: CompanyState): readonly string[] {
  const parts = [...company.evidenceParts, ...company.unrecognisedParts, ...company.quietFindings].map(
    ({ segment }) => segment,
  )
  return [company.peopleSegment, ...(company.usersSegment === null ? [] : [company.usersSegment]), ...parts]
}

function evidenceRows({ people, identities, grants, charges }: AppEvidence): number {
  const keys = grants.reduce((sum, grant) => sum + grant.keys.length, 0)
  return 1 + people.length + identities.length + keys + charges.length
}
