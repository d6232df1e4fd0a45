type Waiting<Changes> = {
  readonly changes: Changes
  readonly done: PromiseWithResolvers<void>
}

/** What the queue drives: a durable state that only it may change. `Outcome` is what is kept of a commit. */
export type Durable<State, Changes, Outcome> = {
  readonly current: () => State
  /** Throws when the changes do not fit the state. */
  readonly next: (state: State, changes: Changes) => { readonly state: State; readonly entries: Outcome }
  /** Makes a state current and durable by the outcomes that led to it, or throws and leaves the one before. */
  readonly write: (state: State, outcomes: readonly Outcome[]) => Promise<void>
}

export type CommitQueue<Changes> = {
  commit(changes: Changes): Promise<void>
  /** Resolves when every commit that was asked for so far is durable or refused. */
  settled(): Promise<void>
  /** Resolves when nothing is waiting any more. */
  idle(): Promise<void>
}

/**
 * Commits one after the other; those that arrive during a write share the next one (group commit). A commit is
 * refused by itself when it does not fit, and together with its group when the write fails.
 */
export function createCommitQueue<State, Changes, Outcome>(
  durable: Durable<State, Changes, Outcome>,
): CommitQueue<Changes> {
  let waiting: Waiting<Changes>[] = []
  let draining: Promise<void> | null = null
  let last: Promise<void> = Promise.resolve()

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      await settle(durable, group)
    }
    draining = null
  }

  return {
    commit(changes) {
      const done = Promise.withResolvers<void>()
      waiting.push({ changes, done })
      last = done.promise.catch(() => undefined)
      draining ??= drain()
      return done.promise
    },
    settled: () => last,
    async idle() {
      await draining
    },
  }
}

async function settle<State, Changes, Outcome>(
  durable: Durable<State, Changes, Outcome>,
  group: readonly Waiting<Changes>[],
): Promise<void> {
  const refused = new Map<Waiting<Changes>, unknown>()
  const outcomes: Outcome[] = []
  let state = durable.current()
  for (const commit of group) {
    try {
      const next = durable.next(state, commit.changes)
      state = next.state
      outcomes.push(next.entries)
    } catch (error) {
      refused.set(commit, error)
    }
  }
  try {
    if (outcomes.length > 0) await durable.write(state, outcomes)
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
