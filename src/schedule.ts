import { Cron } from 'croner'

/** Runs the nightly scan by a cron pattern, in the machine's time zone; a run that is still going on is not begun twice. */
export function startSchedule(pattern: string | null, run: () => Promise<void>): Disposable {
  if (pattern === null) return { [Symbol.dispose]: () => undefined }
  const cron = new Cron(pattern, { protect: true, catch: (error) => console.error(`schedule: ${String(error)}`) }, run)
  return { [Symbol.dispose]: () => cron.stop() }
}
