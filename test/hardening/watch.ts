import { openLowdbReader } from '#src/store/lowdb/reader.ts'
import { numbers } from './check.ts'

/** A reader that looks without pause, until it is stopped. */
export type Watch = {
  /** How often it looked, and what it saw that never was. */
  stop(): Promise<{ readonly looks: number; readonly wrong: readonly string[] }>
}

/** Reads a folder while others write there: each look must see commits whole, and none older than the look before. */
export function watch(folder: string): Watch {
  const wrong = new Set<string>()
  const stop = new AbortController()
  let looks = 0

  async function go(): Promise<void> {
    let reader = await openLowdbReader(folder)
    let before: ReadonlyMap<string, number> = new Map()
    while (!stop.signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, 3))
      // A fresh reader now and then: it replays everything, where the other reads on.
      if (reader === null || looks % 7 === 6) reader = await openLowdbReader(folder)
      if (reader === null) continue
      const seen = numbers(await reader.list('inventory'))
      looks += 1
      for (const each of seen.wrong) wrong.add(`a reader saw that ${each}`)
      for (const [series, number] of before) {
        const now = seen.at.get(series) ?? 0
        if (now < number) wrong.add(`a reader saw ${series} go back from ${number} to ${now}`)
      }
      before = seen.at
    }
  }

  const going = go().catch((error: unknown) => wrong.add(`a reader was told: ${String(error)}`))
  return {
    async stop() {
      stop.abort()
      await going
      return { looks, wrong: [...wrong] }
    },
  }
}
