import type { InventoryEntry } from '#core/inventory.ts'
import type { Stored, StoreReader } from '#core/store.ts'
import type { Ledger } from './ledger.ts'
import { seriesOf, sizeOf } from './series.ts'

type Documents = readonly Stored<InventoryEntry>[]

/** The number that each series has reached, and what is wrong with the documents that say so. */
export function numbers(documents: Documents): { readonly at: ReadonlyMap<string, number>; readonly wrong: string[] } {
  const at = new Map<string, number>()
  const found = new Map<string, number>()
  const wrong: string[] = []
  for (const { id, version, value } of documents) {
    const { series, kind } = seriesOf(id)
    const number = value.seats ?? 0
    if (version !== (kind === 'moving' ? 1 : number)) wrong.push(`${id} has version ${version} in commit ${number}`)
    if (at.has(series) && at.get(series) !== number)
      wrong.push(`${id} is of commit ${number}, the rest of ${at.get(series)}`)
    at.set(series, Math.max(number, at.get(series) ?? 0))
    found.set(series, (found.get(series) ?? 0) + 1)
  }
  for (const [series, count] of found) {
    const whole = series.startsWith('pair/') ? 2 : 1
    if (count !== whole) wrong.push(`${series} has ${count} documents, not ${whole}`)
  }
  return { at, wrong }
}

/**
 * What a store gets wrong that was written by `work`: commits that are there in part, that were acknowledged and are
 * gone, or that were never made. What is there now is from then on held against it.
 */
export async function check(store: StoreReader, ledger: Ledger): Promise<readonly string[]> {
  const documents = await store.list('inventory')
  const { at, wrong } = numbers(documents)
  const lost = [...ledger.series()].flatMap((series) => {
    const [least, number] = [ledger.of(series), at.get(series) ?? 0]
    if (number < least) return `${series} is at ${number}, where ${least} was acknowledged`
    return number > least + 1 && series !== 'counter' ? `${series} is at ${number}, which nobody asked for` : []
  })
  const segments = await Promise.all(documents.map((each) => segmentTrouble(store, each)))
  ledger.settle(at)
  return [...wrong, ...lost, ...ledger.twice, ...segments.flat()]
}

async function segmentTrouble(store: StoreReader, { id, value }: Stored<InventoryEntry>): Promise<readonly string[]> {
  if (value.app === null) return []
  const records = await Array.fromAsync(store.read('observations', value.app))
  const size = sizeOf(value.seats ?? 0)
  return records.length === size ? [] : [`${id} refers to a segment of ${records.length} records, not ${size}`]
}
