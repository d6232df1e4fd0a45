/** Runs jobs one after the other: two detections over one store would each undo what the other worked out. */
export type Queue = {
  /** Resolves or rejects with the job's own outcome; a failed job does not stop those after it. */
  run<T>(job: () => Promise<T>): Promise<T>
  /** Resolves when nothing is waiting or running. */
  idle(): Promise<void>
}

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(job) {
      const result = last.then(job)
      last = result.catch(() => undefined)
      return result
    },
    async idle() {
      await last
    },
  }
}
