import { appDecisions } from '../judge/app-decisions.ts'
import type { AppDecisions } from '../judge/app-decisions.ts'
import { judgementKey } from '../judge/judgement-key.ts'
import type { Confirmation, Judgement, Split } from '../judgement.ts'
import { inOrder } from '../judgement.ts'
import type { Index } from './index-table.ts'
import { descriptorKeys } from './judged-keys.ts'
import type { Levels } from './judged-keys.ts'
import type { Match } from './match.ts'
import { result } from './result.ts'

type Confirmed = { readonly judgement: Confirmation | Split; readonly order: number }

/** The decisions of people, by what they are about; the latest of each holds. */
export type Judgements = {
  readonly confirmed: ReadonlyMap<string, Confirmed>
  /** Apps that a person said something is not, by what it is about, each with how late that was said. */
  readonly rejected: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly apps: AppDecisions
  /** True where nobody judged anything, and where somebody merged apps. */
  readonly none: boolean
  readonly merged: boolean
}

/** The products that a judgement may name, of the catalogue and of galleries. */
export type Shelf = Pick<Index, 'products'>

/** Lays judgements out for looking up. Their order does not matter: the later one wins, then the higher id. */
export function judgementTable(judgements: readonly Judgement[], index: Index): Judgements {
  const confirmed = new Map<string, Confirmed>()
  const rejected = new Map<string, Map<string, number>>()
  const apps = appDecisions(judgements)
  for (const [order, judgement] of inOrder(judgements).entries()) {
    if (judgement.decision === 'merge') continue
    const { identifier, app, decision } = judgement
    const keys = identifier.kind === 'descriptor' ? descriptorKeys(identifier.value, index) : [judgementKey(identifier)]
    for (const key of keys) {
      if (decision === 'reject') {
        const refused = rejected.get(key) ?? new Map<string, number>()
        for (const one of withKin(app, apps, index)) refused.set(one, order)
        rejected.set(key, refused)
      } else {
        confirmed.set(key, { judgement, order })
        if (app !== null) rejected.get(key)?.delete(app)
      }
    }
  }
  const merged = judgements.some(({ decision }) => decision === 'merge')
  return { confirmed, rejected, apps, none: judgements.length === 0, merged }
}

/** Who refuses an app refuses what counts as it, and who refuses a vendor's line refuses its products. */
function withKin(app: string, { mergedInto }: AppDecisions, index: Index): readonly string[] {
  const members = [...index.products.values()].filter(({ memberOf }) => memberOf === app).map(({ id }) => id)
  return [app, ...members, ...mergedInto(app)]
}

/**
 * The match that a person decided, the surest level first; null when none is. A refusal on a surer level keeps a
 * confirmation on a weaker one away: what was said of this very charge counts more than what was said of its like.
 */
export function judgedMatch(levels: Levels, judgements: Judgements, shelf: Shelf): Match | null {
  const refused = new Set<string>()
  for (const keys of levels) {
    const rejections = keys.flatMap((key) => [...(judgements.rejected.get(key) ?? [])])
    const [latest] = keys.flatMap((key) => judgements.confirmed.get(key) ?? []).toSorted((a, b) => b.order - a.order)
    const app = latest?.judgement.app ?? null
    const isRefused = rejections.some(([one, order]) => one === app && order > (latest?.order ?? 0))
    if (latest !== undefined && !isRefused && !refused.has(app ?? '')) return decided(latest.judgement, shelf)
    for (const [one] of rejections) refused.add(one)
  }
  return null
}

function decided(judgement: Confirmation | Split, shelf: Shelf): Match {
  const { app } = judgement
  if (app === null) {
    return result({
      verdict: 'not-software',
      confidence: 1,
      attribution: 'judgement',
      softwareLikelihood: 0,
      reasons: () => [said(judgement, 'this is no software')],
    })
  }
  const product = shelf.products.get(app)
  const name = judgement.decision === 'split' ? judgement.name : (product?.name ?? app)
  const what = judgement.decision === 'split' ? `this is an app of its own, ${name}` : `this is ${name}`
  return result({
    verdict: 'match',
    app,
    family: product?.family ?? false,
    confidence: 1,
    attribution: 'judgement',
    softwareLikelihood: 1,
    reasons: () => [said(judgement, what)],
  })
}

/** Who decided what, when and why, as a reason of a match. */
export function said({ by, at, reason }: Pick<Judgement, 'by' | 'at' | 'reason'>, what: string): string {
  return `${by} decided on ${at.slice(0, 10)} that ${what}${reason === '' ? '' : `: ${reason}`}`
}

/** The apps that people said none of these keys is. */
export function rejectedProducts(levels: Levels, { rejected }: Judgements): ReadonlySet<string> {
  return new Set(levels.flat().flatMap((key) => [...(rejected.get(key)?.keys() ?? [])]))
}
