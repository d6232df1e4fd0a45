import type { ScopeTable } from '#core/scope.ts'
import { googleScope } from './google.ts'
import { microsoftScope } from './microsoft.ts'
import { oktaScope } from './okta.ts'

/** The table of what scopes mean. Pure; the same for every call. */
export function createScopeTable(): ScopeTable {
  return {
    lookup(provider, scope, access) {
      switch (provider) {
        case 'google':
          return googleScope(scope, access)
        case 'microsoft':
          return microsoftScope(scope, access)
        case 'okta':
          return oktaScope(scope, access)
        default:
          return provider satisfies never
      }
    },
  }
}
