import type { ResolvedApp } from './group.ts'

/**
 * Holds apps that have nothing but a name against those of the same product that have more: where these are owned by
 * one Entra tenant and an app of another tenant only bears the name, the tenant contradicts the name.
 */
export function contradictByTenant(resolved: readonly ResolvedApp[]): ResolvedApp[] {
  const owners = new Map<string, Set<string>>()
  for (const each of resolved) {
    const { app, attribution } = each.match
    const tenant = foreignTenant(each)
    if (app === null || tenant === null || attribution === 'name-only') continue
    owners.set(app, (owners.get(app) ?? new Set()).add(tenant))
  }
  return resolved.map((each) => {
    const { app, attribution } = each.match
    const tenant = foreignTenant(each)
    const known = owners.get(app ?? '')
    if (app === null || tenant === null || attribution !== 'name-only' || !known || known.has(tenant)) return each
    return contradicted(each, app, `tenant ${tenant} owns it, not ${[...known].toSorted().join(', ')}`)
  })
}

function foreignTenant({ record: { clue } }: ResolvedApp): string | null {
  return clue.owner === 'third-party' ? clue.ownerTenant : null
}

function contradicted({ match, ...each }: ResolvedApp, resembles: string, reason: string): ResolvedApp {
  return {
    ...each,
    match: {
      ...match,
      verdict: 'unknown',
      app: null,
      family: false,
      attribution: null,
      reasons: [...match.reasons, reason],
      contradiction: { resembles, reason },
    },
  }
}
