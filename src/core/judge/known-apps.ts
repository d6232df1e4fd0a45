import type { Catalogue } from '../catalogue.ts'
import type { Judgement } from '../judgement.ts'
import { squeeze } from '../name.ts'
import { nearApps } from './near-apps.ts'

export type KnownApp = { readonly id: string; readonly name: string }

/** The apps that a judgement may speak of. */
export type KnownApps = {
  /** By id; else by a name or domain that only one app has. Null for what nobody knows. */
  readonly find: (text: string) => KnownApp | null
  /** What somebody may have meant, the nearest first; at most three. */
  readonly near: (text: string) => readonly KnownApp[]
  readonly nameOf: (id: string) => string
  /** The company has an app of this id that neither a split nor the inventory made. */
  readonly isFound: (id: string) => boolean
}

export type KnownAppsInput = {
  readonly catalogue: Pick<Catalogue, 'products'>
  /** Of the last detection. */
  readonly apps: readonly { readonly id: string; readonly name: string; readonly domain: string | null }[]
  /** What the inventory's tools are called, and the apps that they are. */
  readonly listed: readonly KnownApp[]
  readonly judgements: readonly Judgement[]
}

const PROPOSED = 3

/** Products of the catalogue, apps of the company, tools of its inventory, and what earlier judgements speak of. */
export function knownApps({ catalogue, apps, listed, judgements }: KnownAppsInput): KnownApps {
  const made: readonly KnownApp[] = [
    ...listed.filter(({ id }) => id.startsWith('app-')),
    ...judgements.flatMap((judgement) => {
      if (judgement.decision === 'split') return [{ id: judgement.app, name: judgement.name }]
      const named = judgement.decision === 'merge' ? [judgement.app, judgement.into] : [judgement.app ?? []].flat()
      return named.filter((id) => id.startsWith('app-')).map((id) => ({ id, name: id }))
    }),
  ]
  const all = [...catalogue.products, ...apps, ...made]
  const byId = new Map(all.toReversed().map(({ id, name }) => [id, { id, name }]))
  const byName = new Map<string, Set<string>>()
  const add = (text: string, id: string): void => {
    const key = squeeze(text)
    if (key !== '') byName.set(key, (byName.get(key) ?? new Set()).add(id))
  }
  for (const { id, name, aliases, domains } of catalogue.products) {
    for (const text of [name, ...aliases, ...domains]) add(text, id)
  }
  for (const { id, name, domain } of apps) for (const text of [name, domain ?? '']) add(text, id)
  for (const { id, name } of made) if (byId.has(id)) add(name, id)
  const fixed = new Set(made.map(({ id }) => id))
  const found = new Set(apps.map(({ id }) => id).filter((id) => !fixed.has(id)))
  // Where nothing was read yet, nobody knows which apps this company has.
  const isOpen = apps.length === 0
  return {
    find(text) {
      const id = text.trim()
      const exact = byId.get(id) ?? byId.get(id.toLowerCase())
      if (exact !== undefined) return exact
      if (isOpen && id.startsWith('app-')) return { id, name: id }
      const [only, ...others] = byName.get(squeeze(text)) ?? []
      return only === undefined || others.length > 0 ? null : (byId.get(only) ?? null)
    },
    near: (text) => nearApps(text, [...byId.values()], PROPOSED),
    nameOf: (id) => byId.get(id)?.name ?? id,
    isFound: (id) => found.has(id),
  }
}
