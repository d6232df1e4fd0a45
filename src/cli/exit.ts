/** Exit codes, as scripts rely on them. */
export const EXIT = { done: 0, failed: 1, usage: 2, partial: 3, refused: 4, locked: 75, full: 77 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Ends a command with one clear sentence on stderr and the right exit code. */
export class CommandError extends Error {
  readonly exitCode: ExitCode

  constructor(exitCode: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CommandError'
    this.exitCode = exitCode
  }
}
