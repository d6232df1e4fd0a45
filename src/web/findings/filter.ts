import { FINDING_STATUSES, RULE_IDS, SEVERITIES } from '#core/finding.ts'

/** The filter of the list, as the address carries it; null matches everything. */
export type FindingQuery = {
  readonly status: string | null
  readonly severity: string | null
  readonly rule: string | null
  readonly app: string | null
}

/** Without any `status` the open ones are shown; an empty one, as the form sends it for "All", shows all. */
export function parseFindingQuery(query: (name: string) => string | undefined): FindingQuery {
  const status = query('status')
  return {
    status: status === undefined ? 'open' : oneOf(FINDING_STATUSES, status),
    severity: oneOf(SEVERITIES, query('severity')),
    rule: oneOf(RULE_IDS, query('rule')),
    app: query('app')?.trim() || null,
  }
}

function oneOf(known: readonly string[], value: string | undefined): string | null {
  return value !== undefined && known.includes(value) ? value : null
}
