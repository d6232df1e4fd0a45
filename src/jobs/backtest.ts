import { backtest } from '#core/backtest/backtest.ts'
import type { Backtest } from '#core/backtest/backtest.ts'
import type { Proposal } from '#core/backtest/proposal.ts'
import { gather } from '#core/reconcile/gather.ts'
import type { StoreReader } from '#core/store.ts'
import { currentObservations } from './detect.ts'
import { readJudgements } from './read-judgements.ts'
import { findGallery } from './stored-gallery.ts'

/** What a proposal would change in all that is stored. `store` is null where nothing was ever stored. Only reads. */
export async function backtestProposal(proposal: Proposal, store: StoreReader | null): Promise<Backtest> {
  if (store === null) return backtest(await gather([]), { proposal, judgements: [] })
  const [judgements, gallery] = await Promise.all([readJudgements(store), findGallery(store)])
  const history = await gather(currentObservations(store))
  return backtest(history, { proposal, judgements, gallery: await gallery.entries() })
}
