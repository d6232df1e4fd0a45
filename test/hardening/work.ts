import { StoreError } from '#core/store.ts'
import type { Store } from '#core/store.ts'
import { reached, step } from './series.ts'
import type { SeriesKind } from './series.ts'

const KINDS: readonly SeriesKind[] = ['pair', 'single', 'moving', 'segment', 'counter']

export type Work = {
  /** Names this writer's series. */
  readonly writer: string
  readonly random: () => number
  readonly acknowledge: (series: string, number: number) => void
  /** Asked before each commit. */
  readonly goOn: () => boolean
  /** Whether the work goes on after a refused commit; it throws the refusal otherwise. */
  readonly bear: (error: unknown) => boolean
}

/** Commits to several series at once, each commit in flight with those of the others, and collects segments between. */
export async function work(store: Store, how: Work): Promise<void> {
  const ended = await Promise.allSettled([...KINDS.map((kind) => follow(store, kind, how)), tidy(store, how)])
  const failed = ended.find((each) => each.status === 'rejected')
  if (failed) throw failed.reason
}

async function follow(
  store: Store,
  kind: SeriesKind,
  { writer, random, acknowledge, goOn, bear }: Work,
): Promise<void> {
  const series = kind === 'counter' ? 'counter' : `${kind}/${writer}`
  let number = await reached(store, series)
  while (goOn()) {
    try {
      await store.commit(await step(store, kind, series, number + 1))
      number += 1
      acknowledge(series, number)
      if (kind === 'counter' || random() < 0.1) await pause()
    } catch (error) {
      const conflict = error instanceof StoreError && error.code === 'conflict'
      if (!conflict && !bear(error)) throw error
      // Who is refused looks what is there now, as people do.
      await pause()
      number = await reached(store, series)
    }
  }
}

async function tidy(store: Store, { random, goOn, bear }: Work): Promise<void> {
  while (goOn()) {
    try {
      for (let rest = 5 + random() * 40; rest > 0 && goOn(); rest -= 1) await pause()
      if (!goOn()) return
      await store.exclusively('detection', async () => {
        const referenced = (await store.list('inventory')).flatMap(({ value }) => value.app ?? [])
        await store.collect(new Set(referenced))
      })
    } catch (error) {
      if (!bear(error)) throw error
    }
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1))
}
