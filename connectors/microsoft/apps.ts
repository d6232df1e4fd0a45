import type { AppClue } from '#core/observation.ts'
import type { WireServicePrincipal } from './wire.ts'

/** A service principal as the later steps need it: who it is, and which permissions it exposes to others. */
export type RegisteredApp = {
  readonly id: string
  readonly name: string
  readonly clue: AppClue
  /** Role id to permission: `Mail.Read`. */
  readonly roles: ReadonlyMap<string, string>
  /** Other apps may hold permissions on it; true as well where Graph does not say. */
  readonly isResource: boolean
}

/** The apps of the tenant by object id, which is how consents and assignments name them. Grows with apps, not people. */
export interface AppRegistry {
  /** False when the app is known already. */
  add(app: WireServicePrincipal, clue: AppClue): boolean
  /** A managed identity and the like: no app, and what it holds is nobody's shadow IT. */
  addNoApp(id: string): void
  find(id: string): RegisteredApp | 'no-app' | null
  all(): readonly RegisteredApp[]
  markComplete(): void
  isComplete(): boolean
}

export function createAppRegistry(): AppRegistry {
  const apps = new Map<string, RegisteredApp>()
  const noApps = new Set<string>()
  let complete = false
  return {
    add(app, clue) {
      const key = app.id.toLowerCase()
      if (apps.has(key)) return false
      apps.set(key, registered(app, clue))
      return true
    },
    addNoApp(id) {
      noApps.add(id.toLowerCase())
    },
    find(id) {
      const key = id.toLowerCase()
      return noApps.has(key) ? 'no-app' : (apps.get(key) ?? null)
    },
    all: () => [...apps.values()],
    markComplete() {
      complete = true
    },
    isComplete: () => complete,
  }
}

function registered(app: WireServicePrincipal, clue: AppClue): RegisteredApp {
  const roles = app.appRoles?.filter((role) => role.value !== null) ?? []
  return {
    id: app.id,
    name: app.displayName ?? app.appId,
    clue,
    roles: new Map(roles.map((role) => [role.id.toLowerCase(), role.value ?? role.id])),
    isResource: app.appRoles?.some((role) => role.allowedMemberTypes.includes('Application')) ?? true,
  }
}
