import { Cron } from 'croner'

/** `next`: when the next scan is due, with the time zone; null without a schedule. */
export type Schedule = Disposable & { readonly next: string | null }

/** Runs the nightly scan by a cron pattern, in the machine's time zone; a run that still goes on is not begun twice. */
export function startSchedule(
  pattern: string | null,
  run: () => Promise<void>,
  onError: (error: unknown) => void,
): Schedule {
  if (pattern === null) return { next: null, [Symbol.dispose]: () => undefined }
  const cron = new Cron(pattern, { protect: true, catch: onError }, run)
  return { next: cron.nextRun()?.toString() ?? null, [Symbol.dispose]: () => cron.stop() }
}

/** Why a cron pattern does not work, in a sentence; null when it does. */
export function scheduleProblem(pattern: string): string | null {
  try {
    const cron = new Cron(pattern, { paused: true })
    return cron.nextRun() === null ? 'never comes true' : null
  } catch (cause) {
    return `is no cron pattern such as "0 3 * * *" (${cause instanceof Error ? cause.message : String(cause)})`
  }
}
