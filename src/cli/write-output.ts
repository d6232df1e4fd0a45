import type { CommandContext } from './context.ts'
import { CommandError, EXIT } from './exit.ts'

/** Writes what `--output` asked for. A path that cannot be written is wrong usage, a full disk is not. */
export async function writeOutput(path: string, data: string | Uint8Array, context: CommandContext): Promise<void> {
  try {
    await context.writeFile(path, data)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null
    const why = cause instanceof Error ? cause.message : String(cause)
    if (code === 'ENOSPC') throw new CommandError(EXIT.full, `--output ${path}: the disk is full; make room`, { cause })
    throw new CommandError(EXIT.usage, `--output ${path} cannot be written (${why}); name another file`, { cause })
  }
}
