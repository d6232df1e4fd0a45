import { Command, CommanderError } from 'commander'
import { BackupRefused } from '#core/backup.ts'
import { diskTrouble } from '#core/disk-trouble.ts'
import { StoreError } from '#core/store.ts'
import { ConfigError } from '#src/config.ts'
import { addApps } from './apps.ts'
import { addBackup } from './backup.ts'
import { addCheck } from './check.ts'
import type { CommandContext, ContextFactory, Output } from './context.ts'
import { addDoctor } from './doctor.ts'
import { addEval } from './eval.ts'
import { CommandError, EXIT } from './exit.ts'
import type { ExitCode } from './exit.ts'
import { addFindings } from './findings.ts'
import { addIdentify } from './identify.ts'
import { addImport } from './import.ts'
import { addInventory } from './inventory.ts'
import { addJudgements } from './judgements.ts'
import { addRules } from './rules.ts'
import { addScan } from './scan.ts'
import { addSchema } from './schema.ts'
import { addServe } from './serve.ts'
import { addShortlist } from './shortlist.ts'

const COMMANDS = [
  addServe,
  addScan,
  addImport,
  addInventory,
  addJudgements,
  addIdentify,
  addCheck,
  addApps,
  addFindings,
  addShortlist,
  addDoctor,
  addBackup,
  addEval,
  addRules,
  addSchema,
]

/** Runs one command line and gives its exit code. What goes wrong becomes one sentence on stderr. */
export async function runCommand(
  args: readonly string[],
  createContext: () => CommandContext,
  stdout: Output,
  stderr: Output,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.done
  let context: CommandContext | null = null
  const getContext: ContextFactory = () => (context ??= createContext())
  const program = new Command('daylight')
    .description('Finds the software a company really uses, and says which of it nobody approved.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => void stdout.write(text), writeErr: (text) => void stderr.write(text) })
    .showSuggestionAfterError()
    .showHelpAfterError('(daylight --help lists the commands; daylight COMMAND --help its flags)')
  for (const add of COMMANDS) {
    add(program, getContext, (result) => {
      code = result
    })
  }
  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    await stderr.write(`daylight: ${sentence(error)}\n`)
    return exitCodeOf(error)
  }
}

function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommandError) return error.exitCode
  if (error instanceof ConfigError || error instanceof BackupRefused) return EXIT.usage
  if (error instanceof StoreError && (error.code === 'locked' || error.code === 'busy')) return EXIT.locked
  if (diskTrouble(error) !== null) return EXIT.full
  return EXIT.failed
}

/** A stack helps with our own bugs only; what a person can mend is one sentence. */
function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const known = [CommandError, ConfigError, StoreError, BackupRefused].some((kind) => error instanceof kind)
  if (known || error.name === 'AbortError') return error.message
  if (diskTrouble(error) !== null) return `${error.message}; free some space or make it writable, then try again`
  return error.stack ?? error.message
}
