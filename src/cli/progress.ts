import type { Progress } from '#core/connector.ts'
import type { Output } from './context.ts'

export type ProgressLine = {
  update(subject: string, progress: Progress): void
  /** Clears the line, so that what follows starts clean. */
  end(): void
}

const EVERY_MS = 100

/** One line on a terminal that says what is being read; silent on a pipe. */
export function createProgressLine(output: Output, now: () => number = Date.now): ProgressLine {
  if (!output.isTTY) return { update: () => undefined, end: () => undefined }
  const parts = new Map<string, string>()
  let drawnAt = 0
  return {
    update(subject, progress) {
      parts.set(subject, describe(subject, progress))
      if (now() - drawnAt < EVERY_MS && progress.waitingSeconds === null) return
      drawnAt = now()
      const line = [...parts.values()].join(' · ').slice(0, (output.columns ?? 80) - 1)
      void output.write(`\r\u001B[2K${line}`)
    },
    end() {
      void output.write('\r\u001B[2K')
    },
  }
}

function describe(subject: string, { step, done, total, waitingSeconds }: Progress): string {
  const count = total === null ? `${done}` : `${done} of ${total}`
  const waiting = waitingSeconds === null ? '' : ` (the provider asked us to wait ${Math.ceil(waitingSeconds)} s)`
  return `${subject}: ${step} ${count}${waiting}`
}
