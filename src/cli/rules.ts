import type { Command } from 'commander'
import type { ContextFactory } from './context.ts'
import type { ExitCode } from './exit.ts'
import { applyCommand } from './rules-apply.ts'
import { backtestCommand } from './rules-backtest.ts'

type Options = { readonly json?: true }

export function addRules(program: Command, getContext: ContextFactory, finish: (code: ExitCode) => void): void {
  const rules = program.command('rules').description('what the company teaches the matching')
  rules
    .command('backtest')
    .description('what entries for the catalogue folder would change in all that is stored; stores nothing')
    .argument('<file>', 'JSON entries or a CSV of descriptors; - reads stdin')
    .option('--json', 'print JSON Lines')
    .action(async (path: string, options: Options) => finish(await backtestCommand(path, options, getContext())))
  rules
    .command('apply')
    .description('work apps and findings out anew after a change of the catalogue folder or of policy.json')
    .option('--json', 'print JSON')
    .action(async (options: Options) => finish(await applyCommand(options, getContext())))
}
