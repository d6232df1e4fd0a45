/**
 * Lets one run of a job serve all who ask before it begins: a run that goes on may have read what is older than the asking,
 * so that those who ask meanwhile share the next one.
 */
export function sharingRuns<T>(run: () => Promise<T>): () => Promise<T> {
  let going: Promise<T> | null = null
  let next: Promise<T> | null = null

  function begin(): Promise<T> {
    const begun = run().finally(() => {
      if (going === begun) going = null
    })
    going = begun
    return begun
  }

  async function afterwards(before: Promise<T>): Promise<T> {
    // How the run before ended concerns those who asked for that one.
    await before.catch(() => undefined)
    next = null
    return begin()
  }

  return () => {
    if (going === null) return begin()
    next ??= afterwards(going)
    return next
  }
}
