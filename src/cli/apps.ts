import type { Command } from 'commander'
import { appsColumns } from '#src/export/apps-columns.ts'
import { toAppLine } from '#shapes/app-line.ts'
import type { ContextFactory } from './context.ts'
import { EXIT } from './exit.ts'
import type { ExitCode } from './exit.ts'
import { addListOptions, printList } from './list-output.ts'
import type { ListOptions } from './list-output.ts'
import { openForReading } from './reading.ts'

export function addApps(program: Command, getContext: ContextFactory, finish: (code: ExitCode) => void): void {
  addListOptions(program.command('apps').description('the apps that were found')).action(
    async (options: ListOptions) => {
      const context = getContext()
      const store = await openForReading(context)
      const lines = store === null ? [] : (await store.list('apps')).map(({ value }) => toAppLine(value))
      await printList(
        { lines, rows: lines, columns: appsColumns(lines), name: 'Apps', empty: 'No apps' },
        options,
        context,
      )
      finish(EXIT.done)
    },
  )
}
