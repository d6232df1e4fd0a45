type Outcome<R> = { readonly ok: true; readonly value: R } | { readonly ok: false; readonly cause: unknown }

/**
 * Runs `work` on at most `limit` items at a time and yields the results in the order of the items, so that what comes
 * out does not depend on which answer was fastest. A failure is thrown when its turn comes; no new item is begun then.
 */
export async function* inOrder<T, R>(
  items: Iterable<T>,
  limit: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R, void> {
  const running: Promise<Outcome<R>>[] = []
  for (const item of items) {
    running.push(outcomeOf(work(item)))
    if (running.length < limit) continue
    yield await taken(running)
  }
  while (running.length > 0) yield await taken(running)
}

async function outcomeOf<R>(result: Promise<R>): Promise<Outcome<R>> {
  try {
    return { ok: true, value: await result }
  } catch (cause) {
    return { ok: false, cause }
  }
}

async function taken<R>(running: Promise<Outcome<R>>[]): Promise<R> {
  const outcome = await running.shift()
  if (outcome === undefined) throw new Error('nothing is running')
  if (!outcome.ok) throw outcome.cause
  return outcome.value
}
