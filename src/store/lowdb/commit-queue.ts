type Waiting<Changes> = {
  readonly changes: Changes
  readonly done: PromiseWithResolvers<void>
}

/** What the queue drives: a durable state that only it may change. */
export type Durable<State, Changes> = {
  readonly current: () => State
  /** Throws when the changes do not fit the state. */
  readonly next: (state: State, changes: Changes) => State
  /** Makes a state current and durable, or throws and leaves the one before. */
  readonly write: (state: State) => Promise<void>
}

/**
 * Commits one after the other; those that arrive during a write share the next one (group commit). A commit is
 * refused by itself when it does not fit, and together with its group when the write fails.
 */
export function createCommitQueue<State, Changes>(durable: Durable<State, Changes>) {
  let waiting: Waiting<Changes>[] = []
  let draining: Promise<void> | null = null

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      await settle(durable, group)
    }
    draining = null
  }

  return {
    commit(changes: Changes): Promise<void> {
      const done = Promise.withResolvers<void>()
      waiting.push({ changes, done })
      draining ??= drain()
      return done.promise
    },
    /** Resolves when nothing is waiting any more. */
    async idle(): Promise<void> {
      await draining
    },
  }
}

async function settle<State, Changes>(
  durable: Durable<State, Changes>,
  group: readonly Waiting<Changes>[],
): Promise<void> {
  const refused = new Map<Waiting<Changes>, unknown>()
  const current = durable.current()
  let state = current
  for (const commit of group) {
    try {
      state = durable.next(state, commit.changes)
    } catch (error) {
      refused.set(commit, error)
    }
  }
  try {
    if (state !== current) await durable.write(state)
  } catch (error) {
    // Those that did not fit a state that never came to be are told the same.
    for (const { done } of group) done.reject(error)
    return
  }
  for (const commit of group) {
    if (refused.has(commit)) commit.done.reject(refused.get(commit))
    else commit.done.resolve()
  }
}
