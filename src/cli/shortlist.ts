import type { Command } from 'commander'
import { buildShortlist } from '#jobs/build-shortlist.ts'
import { SHORTLIST_COLUMNS, shortlistRows } from '#src/export/shortlist-columns.ts'
import { toShortlistLine } from '#shapes/shortlist-line.ts'
import type { ContextFactory } from './context.ts'
import { EXIT } from './exit.ts'
import type { ExitCode } from './exit.ts'
import { addListOptions, printList } from './list-output.ts'
import type { ListOptions } from './list-output.ts'
import { openForReading } from './reading.ts'

export function addShortlist(program: Command, getContext: ContextFactory, finish: (code: ExitCode) => void): void {
  const command = program
    .command('shortlist')
    .description('tools that do the same job, which to keep, and what that saves')
  addListOptions(command).action(async (options: ListOptions) => {
    const context = getContext()
    const store = await openForReading(context)
    const groups = store === null ? [] : await buildShortlist(store, await context.knowledge(), context.config.currency)
    const lines = groups.map(toShortlistLine)
    const empty = 'No two tools in use do the same job, as far as is known'
    await printList(
      { lines, rows: shortlistRows(lines), columns: SHORTLIST_COLUMNS, name: 'Shortlist', empty },
      options,
      context,
    )
    finish(EXIT.done)
  })
}
