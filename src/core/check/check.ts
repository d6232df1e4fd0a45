import type { Alternative, Offer } from '../alternatives.ts'
import { alternatives } from '../alternatives.ts'
import type { App } from '../app.ts'
import type { Capability } from '../catalogue.ts'
import type { InventoryEntry, Standing } from '../inventory.ts'
import { createStandings } from '../reconcile/standing.ts'
import { offersOf } from './offers.ts'
import { understand } from './understand.ts'
import type { Known, Understanding } from './understand.ts'

export type Answer = 'use-it' | 'no-free-seat' | 'in-use-not-approved' | 'blocked' | 'not-known'

export type Check = {
  readonly query: string
  readonly understoodAs: Understanding['as']
  readonly answer: Answer
  readonly app: string | null
  readonly name: string | null
  readonly standing: Standing
  readonly conditions: readonly string[]
  readonly owner: string | null
  readonly howToGetIn: string | null
  readonly seats: { readonly bought: number | null; readonly used: number; readonly free: number | null }
  readonly reasons: readonly string[]
  readonly alternatives: readonly Alternative[]
}

/**
 * Do we have it? One plain answer from a name, a slip of it, a URL, a pasted charge or a need. Never "no" for what is
 * merely unknown. `query` must hold at least one visible character.
 */
export function check(query: string, known: Omit<Known, 'appOf'>): Check {
  const standings = createStandings(known.inventory, known.catalogue, known.matcher)
  const understanding = understand(query, { ...known, appOf: standings.appOf })
  const offers = offersOf(known, standings)
  const names = new Map(known.catalogue.capabilities.map((capability) => [capability.id, capability]))
  if (understanding.as === 'need')
    return answerNeed(query, understanding.capabilities, understanding.reasons, offers, names)
  const app = understanding.app === null ? null : standings.listed(understanding.app)
  const offer = offers.find((each) => each.app.id === app) ?? null
  const product = understanding.app === null ? null : known.matcher.product(understanding.app)
  const capabilities = offer?.app.capabilities ?? product?.capabilities ?? []
  return {
    query,
    understoodAs: understanding.as,
    ...answerFor(offer),
    app,
    name: offer?.app.name ?? product?.name ?? null,
    reasons: [...understanding.reasons, ...reasonsFor(offer)],
    alternatives: alternatives(capabilities, offers, names, app),
  }
}

function answerNeed(
  query: string,
  capabilities: readonly Capability[],
  reasons: readonly string[],
  offers: readonly Offer[],
  names: ReadonlyMap<string, Capability>,
): Check {
  const ids = capabilities.map(({ id }) => id)
  const [first, ...others] = alternatives(ids, offers, names, null)
  const offer = offers.find(({ app }) => app.id === first?.app) ?? null
  const nothing =
    offer === null ? [`the company has no tool for ${capabilities[0]?.name ?? query} that is known here`] : []
  return {
    query,
    understoodAs: 'need',
    ...answerFor(offer),
    app: offer?.app.id ?? null,
    name: offer?.app.name ?? null,
    reasons: [...reasons, ...reasonsFor(offer), ...nothing],
    alternatives: others,
  }
}

type Terms = Pick<Check, 'answer' | 'standing' | 'conditions' | 'owner' | 'howToGetIn' | 'seats'>

function answerFor(offer: Offer | null): Terms {
  if (offer === null) {
    const seats = { bought: null, used: 0, free: null }
    return { answer: 'not-known', standing: 'unlisted', conditions: [], owner: null, howToGetIn: null, seats }
  }
  const { app, entry } = offer
  const bought = entry?.seats ?? null
  const seats = { bought, used: app.users, free: bought === null ? null : Math.max(0, bought - app.users) }
  const answer = answerOf(app, seats.free)
  const conditions = [...(entry?.conditions ?? []), ...(entry?.until ? [`trial until ${entry.until}`] : [])]
  const mayUse = answer === 'use-it' || answer === 'no-free-seat'
  return {
    answer,
    standing: app.standing,
    conditions,
    owner: entry?.owner ?? null,
    howToGetIn: mayUse ? wayIn(app, entry) : null,
    seats,
  }
}

function answerOf(app: App, free: number | null): Answer {
  switch (app.standing) {
    case 'approved':
    case 'restricted':
    case 'trial':
      return free === 0 ? 'no-free-seat' : 'use-it'
    case 'rejected':
    case 'retired':
      return 'blocked'
    case 'under-review':
      return 'in-use-not-approved'
    case 'unlisted':
      return app.users > 0 || app.statement !== null || Object.keys(app.sources).length > 0
        ? 'in-use-not-approved'
        : 'not-known'
    default:
      return app.standing satisfies never
  }
}

function wayIn(app: App, entry: InventoryEntry | null): string {
  const signOn = app.sources.okta ?? app.sources['app-list'] ?? app.sources.microsoft
  const door =
    signOn === undefined ? null : `sign in with the company account${app.domain === null ? '' : ` at ${app.domain}`}`
  const ask = entry?.owner ? `ask ${entry.owner} for access` : 'ask IT for access; no owner is recorded'
  return door === null ? ask : `${door}; if that is refused, ${ask}`
}

function reasonsFor(offer: Offer | null): string[] {
  if (offer === null) return []
  const { app, entry } = offer
  const people = app.users === 1 ? '1 person' : `${app.users} people`
  const use = app.users > 0 ? [`used by ${people}`] : app.statement === null ? [] : ['paid for, users not recorded']
  if (entry === null) return [...use, 'not in the inventory']
  const note = entry.notes === '' || app.standing === 'approved' ? [] : [entry.notes]
  return [...use, `the inventory says ${entry.status} (${entry.tool})`, ...note]
}
