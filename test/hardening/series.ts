import type { Change, Store, StoreReader } from '#core/store.ts'
import { charge, entry } from '../store/examples.ts'

/**
 * Kinds of series, each a chain of commits that whoever looks can check without knowing who wrote: in each commit the
 * seats of its documents are its number, and so is their version.
 */
export type SeriesKind = 'pair' | 'single' | 'moving' | 'segment' | 'counter'

/** The documents of a series have ids `<kind>/<writer>/…`; the counter is one document of all. */
export function seriesOf(id: string): { readonly series: string; readonly kind: string } {
  const [kind = '', writer = ''] = id.split('/')
  return { series: kind === 'counter' ? 'counter' : `${kind}/${writer}`, kind }
}

/** The number that a series has reached in a store. */
export async function reached(store: StoreReader, series: string): Promise<number> {
  const ids = (await store.list('inventory')).filter(({ id }) => seriesOf(id).series === series)
  return Math.max(0, ...ids.map(({ value }) => value.seats ?? 0))
}

/** The next commit of a series that has reached `number - 1`. */
export async function step(store: Store, kind: SeriesKind, series: string, number: number): Promise<readonly Change[]> {
  const value = entry(series, { seats: number, app: null })
  switch (kind) {
    case 'pair': {
      const noted = { ...value, notes: 'x'.repeat((number * 131) % 3_000) }
      return ['a', 'b'].map((each) => ({ put: 'inventory', id: `${series}/${each}`, value: noted }))
    }
    case 'single':
      return [{ put: 'inventory', id: `${series}/only`, value }]
    case 'moving':
      return [
        { delete: 'inventory', id: `${series}/${number - 1}` },
        { put: 'inventory', id: `${series}/${number}`, value },
      ]
    case 'segment': {
      const { id } = await store.write('observations', recordsOf(series, number))
      return [{ put: 'inventory', id: `${series}/only`, value: { ...value, app: id } }]
    }
    case 'counter':
      return [{ put: 'inventory', id: 'counter', value, ifVersion: number - 1 }]
    default:
      return kind satisfies never
  }
}

/** How many records the segment of a commit holds. */
export function sizeOf(number: number): number {
  return 20 + (number % 40)
}

function* recordsOf(series: string, number: number) {
  for (let line = 1; line <= sizeOf(number); line += 1) yield charge(line, { importId: `${series} ${number}` })
}
