/** Numbers of a fixed sequence (mulberry32): the same seed gives the same catalogue and the same descriptors everywhere. */
export type Random = {
  /** In [0, 1). */
  next(): number
  /** 0..below-1. */
  below(limit: number): number
  pick<T>(items: readonly T[]): T
  chance(share: number): boolean
}

/** Starts the sequence of a seed. */
export function randomFrom(seed: number): Random {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
  }
}
