import { identifierKey } from '#core/identifier.ts'
import type { Identifier } from '#core/identifier.ts'
import type { AppClue, AssignmentObservation, SsoAppObservation } from '#core/observation.ts'
import type { ListedApp } from './convert.ts'

/** Joins rows about one app; the outcome does not depend on their order. Throws for a key that was never added. */
export class DistinctApps {
  readonly #apps = new Map<string, ListedApp>()
  readonly #clues = new Map<string, AppClue>()
  /** Keys of the apps that name a domain. */
  readonly #domains = new Map<string, Set<string>>()

  add(app: ListedApp): void {
    this.#clues.clear()
    const known = this.#apps.get(app.key)
    this.#apps.set(app.key, known === undefined ? app : joined(known, app))
    for (const domain of app.domains) {
      this.#domains.set(domain, (this.#domains.get(domain) ?? new Set()).add(app.key))
    }
  }

  /** One observation an app, in the order in which the list names them. */
  *observations(): Iterable<SsoAppObservation> {
    for (const key of this.#apps.keys()) yield this.observation(key)
  }

  observation(key: string): SsoAppObservation {
    const { enabled, assignedCount } = this.#listed(key)
    const app = this.clue(key)
    return { kind: 'sso-app', key: `sso-app:${keyOf(app)}`, source: 'app-list', app, enabled, assignedCount }
  }

  assignment(key: string, to: { person: string } | { group: string }): AssignmentObservation {
    const app = this.clue(key)
    const person = 'person' in to ? to.person : null
    const group = 'group' in to ? to.group : null
    const subject = person === null ? `group:${group}` : `person:${person}`
    return { kind: 'assignment', key: `assignment:${keyOf(app)}:${subject}`, source: 'app-list', app, person, group }
  }

  /** All that the list says of which app it means. */
  clue(key: string): AppClue {
    const known = this.#clues.get(key)
    if (known !== undefined) return known
    const clue = this.#clueOf(this.#listed(key))
    this.#clues.set(key, clue)
    return clue
  }

  #clueOf(app: ListedApp): AppClue {
    // A domain that several apps of the list share (Jira and Confluence) tells none of them from the other.
    const own = app.domains.filter((domain) => this.#domains.get(domain)?.size === 1)
    const clients = app.ids.filter((id) => id.kind !== 'google-project')
    const projects = app.ids.filter((id) => id.kind === 'google-project')
    const hard: Identifier[] = [
      ...clients,
      ...app.entities,
      ...own.map((domain): Identifier => ({ kind: 'domain', value: domain })),
    ]
    const named = hard.length === 0 && app.name !== null ? [nameIdentifier(app.name)] : []
    const catalogue = app.catalogue === null ? [] : [app.catalogue]
    return {
      identifiers: distinct([...hard, ...named, ...catalogue, ...projects]),
      name: app.name,
      publisher: app.publisher,
      publisherVerified: app.publisherVerified,
      domains: app.domains,
      ownerTenant: app.ownerTenant,
      owner: app.owner,
    }
  }

  #listed(key: string): ListedApp {
    const app = this.#apps.get(key)
    if (app === undefined) throw new Error(`no app with key ${key} was added`)
    return app
  }
}

function nameIdentifier(name: string): Identifier {
  return { kind: 'name', value: name }
}

function keyOf(clue: AppClue): string {
  const [first] = clue.identifiers
  if (first === undefined) throw new Error(`the app "${clue.name}" has no identifier`)
  return identifierKey(first)
}

function joined(a: ListedApp, b: ListedApp): ListedApp {
  const counts = [a.assignedCount, b.assignedCount].filter((count) => count !== null)
  return {
    key: a.key,
    name: smaller(a.name, b.name),
    catalogue: smallerKey(a.catalogue, b.catalogue),
    ids: distinct([...a.ids, ...b.ids]).toSorted(byKey),
    entities: distinct([...a.entities, ...b.entities]).toSorted(byKey),
    domains: [...new Set([...a.domains, ...b.domains])].toSorted(),
    publisher: smaller(a.publisher, b.publisher),
    publisherVerified: a.publisherVerified || b.publisherVerified,
    ownerTenant: smaller(a.ownerTenant, b.ownerTenant),
    owner: smaller(a.owner, b.owner),
    // Consoles repeat an app once per organisational unit; it is on where one of them has it on.
    enabled: a.enabled || b.enabled,
    assignedCount: counts.length === 0 ? null : Math.max(...counts),
  }
}

function distinct(identifiers: readonly Identifier[]): Identifier[] {
  return [...new Map(identifiers.map((identifier) => [identifierKey(identifier), identifier])).values()]
}

function byKey(a: Identifier, b: Identifier): number {
  return identifierKey(a) < identifierKey(b) ? -1 : 1
}

function smallerKey(a: Identifier | null, b: Identifier | null): Identifier | null {
  if (a === null || b === null) return a ?? b
  return byKey(a, b) < 0 ? a : b
}

function smaller<T extends string>(a: T | null, b: T | null): T | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
