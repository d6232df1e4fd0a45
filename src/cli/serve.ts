import type { Command } from 'commander'
import type { ContextFactory } from './context.ts'
import { EXIT } from './exit.ts'
import type { ExitCode } from './exit.ts'

export function addServe(program: Command, getContext: ContextFactory, finish: (code: ExitCode) => void): void {
  program
    .command('serve')
    .description('serve API and pages; scan by DAYLIGHT_SCHEDULE where it is set')
    .option('--sample', 'show a made-up company while nothing real is configured or stored')
    .action(async (options: { readonly sample?: true }) => {
      await getContext().serve({ sample: options.sample === true })
      finish(EXIT.done)
    })
}
