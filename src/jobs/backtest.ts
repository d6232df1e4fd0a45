import { backtest } from '#core/backtest/backtest.ts'
import type { Backtest } from '#core/backtest/backtest.ts'
import type { Proposal } from '#core/backtest/proposal.ts'
import { gather } from '#core/reconcile/gather.ts'
import type { StoreReader } from '#core/store.ts'
import { currentObservations } from './detect.ts'

/** What a proposal would change in all that is stored. `store` is null where nothing was ever stored. Only reads. */
export async function backtestProposal(proposal: Proposal, store: StoreReader | null): Promise<Backtest> {
  const judgements = store === null ? [] : (await store.list('judgements')).map(({ value }) => value)
  const history = await gather(store === null ? [] : currentObservations(store))
  return backtest(history, { proposal, judgements })
}
