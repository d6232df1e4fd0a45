import { basename, extname } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Catalogue } from '#core/catalogue.ts'
import type { Proposal } from '#core/backtest/proposal.ts'
import { backtestProposal } from '#jobs/backtest.ts'
import { toBacktestLines } from '#shapes/backtest-line.ts'
import { problemText } from '#src/own-catalogue/problem.ts'
import { proposalOf } from '#src/own-catalogue/proposal.ts'
import { readBytes } from '#src/own-catalogue/read-folder.ts'
import { backtestText } from './backtest-text.ts'
import type { CommandContext } from './context.ts'
import { CommandError, EXIT } from './exit.ts'
import type { ExitCode } from './exit.ts'
import { openForReading } from './reading.ts'

type Options = { readonly json?: true }

/** Tries proposed entries on all that is stored. Ends with 1 where they collide with what is in force. */
export async function backtestCommand(path: string, options: Options, context: CommandContext): Promise<ExitCode> {
  const { catalogue } = await context.knowledge()
  const proposal = await readProposal(path, catalogue, context)
  const store = await openForReading(context)
  const lines = toBacktestLines(proposal, await backtestProposal(proposal, store))
  await context.stdout.write(
    options.json === true
      ? lines.map((line) => `${JSON.stringify(line)}\n`).join('')
      : backtestText(lines, context.stdout),
  )
  return proposal.collisions.length === 0 ? EXIT.done : EXIT.failed
}

async function readProposal(path: string, catalogue: Catalogue, context: CommandContext): Promise<Proposal> {
  const isStdin = path === '-'
  const bytes = await buffer(isStdin ? context.stdin : (await context.openFile(path)).open())
  const name = isStdin ? 'stdin' : basename(path)
  const shown = isStdin ? 'stdin' : path
  const { entries, problems } = await readBytes(bytes, {
    name: isTable(name, bytes) ? `${name}.csv` : name,
    path: shown,
  })
  const proposal = proposalOf(entries, catalogue)
  if (problems.length === 0 && proposal.entries.length > 0) return proposal
  const said = problems.length === 0 ? [`${shown}: holds no entry`] : problems.map(problemText)
  throw new CommandError(
    EXIT.usage,
    [
      'rules backtest: the file cannot be taken as it is; nothing was stored',
      ...said.map((each) => `  - ${each}`),
    ].join('\n'),
  )
}

// A list begins with a bracket; what is neither named nor begun as one is a table of descriptors.
function isTable(name: string, bytes: Uint8Array): boolean {
  const kind = extname(name).toLowerCase()
  if (kind === '.json' || kind === '.csv') return false
  return !/^\ufeff?\s*(?:[[{]|$)/u.test(new TextDecoder().decode(bytes.subarray(0, 4096)))
}
