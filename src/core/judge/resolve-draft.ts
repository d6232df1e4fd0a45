import { isTelling, registrableDomain } from '../domain.ts'
import type { Identifier } from '../identifier.ts'
import { nameWords } from '../name.ts'
import { keptText, splitAppId } from './draft.ts'
import type { Draft } from './draft.ts'
import type { KnownApps } from './known-apps.ts'

/** A draft whose apps exist and whose texts are as they are kept; or why it cannot be, in a sentence. */
export type ResolvedDraft =
  | Exclude<Draft, { decision: 'split' }>
  | (Extract<Draft, { decision: 'split' }> & { app: string })

export type Resolution = { readonly draft: ResolvedDraft } | { readonly problem: string }

const SPLIT_ID = /^app-[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u

/** Reads the apps and the identifier of a draft. `splits` are the apps that the drafts beside it split off. */
export function resolveDraft(draft: Draft, known: KnownApps, splits: ReadonlyMap<string, string>): Resolution {
  if (draft.decision !== 'merge') {
    const wrong = identifierProblem(draft.identifier)
    if (wrong !== null) return { problem: wrong }
  }
  const find = (text: string): string | null => known.find(text)?.id ?? (splits.has(text.trim()) ? text.trim() : null)
  switch (draft.decision) {
    case 'confirm': {
      const identifier = keptIdentifier(draft.identifier)
      if (draft.app === null) return { draft: { ...draft, identifier } }
      const app = find(draft.app)
      return app === null ? { problem: noSuchApp(draft.app, known) } : { draft: { ...draft, identifier, app } }
    }
    case 'reject': {
      const app = find(draft.app)
      if (app === null) return { problem: noSuchApp(draft.app, known) }
      return { draft: { ...draft, identifier: keptIdentifier(draft.identifier), app } }
    }
    case 'merge': {
      const [app, into] = [find(draft.app), find(draft.into)]
      if (app === null) return { problem: noSuchApp(draft.app, known) }
      if (into === null) return { problem: noSuchApp(draft.into, known) }
      if (app === into) return { problem: `${app} cannot be merged into itself` }
      return { draft: { ...draft, app, into } }
    }
    case 'split':
      return resolveSplit(draft, known)
    default:
      return draft satisfies never
  }
}

function resolveSplit(draft: Extract<Draft, { decision: 'split' }>, known: KnownApps): Resolution {
  const name = keptText(draft.name)
  if (nameWords(name).length === 0) return { problem: 'the name of the new app needs a letter or a digit' }
  const app = draft.app ?? splitAppId(name)
  if (!SPLIT_ID.test(app)) {
    return { problem: `"${app}" is no id for an app of one's own; leave it out, or write ${splitAppId(name)}` }
  }
  if (known.isFound(app)) {
    return { problem: `${app} is an app here already; confirm the identifier as it, or give the new app another name` }
  }
  return { draft: { ...draft, identifier: keptIdentifier(draft.identifier), app, name } }
}

function keptIdentifier({ kind, value }: Identifier): Identifier {
  return { kind, value: keptText(value) }
}

function identifierProblem({ kind, value }: Identifier): string | null {
  if (keptText(value) === '') return `the ${kind} is empty; write what is judged`
  if (kind !== 'domain') return null
  const domain = registrableDomain(value)
  if (domain === null) return `"${value}" is no domain; write one such as acme.example`
  if (isTelling(domain)) return null
  return `${domain} belongs to everybody who runs an app there; judge the id of the client instead`
}

function noSuchApp(text: string, known: KnownApps): string {
  const near = known.near(text).map(({ id, name }) => (id === name ? id : `${id} (${name})`))
  const meant = near.length === 0 ? '' : `; did you mean ${near.join(' or ')}?`
  return `there is no app "${text}", neither in the catalogue nor in this company${meant}`
}
