/**
 * Reads several sources at once and hands their parts on in the order of the sources, so that the same answers make the
 * same sequence. At most `limit` sources are open, each at most one part ahead.
 */
export async function* inOrder<T>(
  sources: Iterable<() => AsyncGenerator<T, void>>,
  limit: number,
): AsyncGenerator<T, void> {
  const waiting = Iterator.from(sources)
  const open: Ahead<T>[] = []
  const fill = () => {
    while (open.length < limit) {
      const { done, value } = waiting.next()
      if (done === true) return
      open.push(startAhead(value()))
    }
  }
  try {
    for (fill(); open[0] !== undefined; fill()) {
      const { done, value } = await open[0].next()
      if (done === true) open.shift()
      else yield value
    }
  } finally {
    await Promise.allSettled(open.map((ahead) => ahead.close()))
  }
}

type Ahead<T> = { next(): Promise<IteratorResult<T, void>>; close(): Promise<unknown> }

function startAhead<T>(source: AsyncGenerator<T, void>): Ahead<T> {
  let upcoming = ask(source)
  return {
    async next() {
      const result = await upcoming
      if (result.done !== true) upcoming = ask(source)
      return result
    },
    close: () => source.return(),
  }
}

function ask<T>(source: AsyncGenerator<T, void>): Promise<IteratorResult<T, void>> {
  const result = source.next()
  // Whoever asks for it sees the rejection; until then node must not take it for an unhandled one.
  result.catch(() => {})
  return result
}
