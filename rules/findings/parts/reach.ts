import type { AppGrant } from '#core/app.ts'
import type { Source } from '#core/observation.ts'
import type { Risk, ScopeFacts, ScopeTable } from '#core/scope.ts'
import { RISKS } from '#core/scope.ts'
import { compare } from './order.ts'

/** What grants let an app do: every distinct scope, the most dangerous first. */
export function reachOf(grants: readonly AppGrant[], table: ScopeTable): ScopeFacts[] {
  const found = new Map<string, ScopeFacts>()
  for (const grant of grants) {
    const provider = providerOf(grant.source)
    if (provider === null) continue
    for (const scope of grant.scopes) {
      const facts = table.lookup(provider, scope, grant.access)
      found.set(`${provider}|${grant.access}|${scope}`, facts)
    }
  }
  return [...found.values()].toSorted(
    (a, b) => RISKS.indexOf(b.risk) - RISKS.indexOf(a.risk) || compare(a.scope, b.scope),
  )
}

/** The risk of the most dangerous scope; null when the grants name none. */
export function riskOf(grants: readonly AppGrant[], table: ScopeTable): Risk | null {
  return reachOf(grants, table)[0]?.risk ?? null
}

/** True when a risk is at least another. */
export function atLeast(risk: Risk | null, floor: Risk): boolean {
  return risk !== null && RISKS.indexOf(risk) >= RISKS.indexOf(floor)
}

/** In plain words, each once: `read all mail`, `read all files`. */
export function meanings(scopes: readonly ScopeFacts[]): string[] {
  return [...new Set(scopes.map((scope) => scope.means))]
}

function providerOf(source: Source): 'google' | 'microsoft' | 'okta' | null {
  switch (source) {
    case 'google':
    case 'microsoft':
    case 'okta':
      return source
    case 'app-list':
    case 'statement':
      return null
    default:
      return source satisfies never
  }
}
