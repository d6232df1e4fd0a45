import type { Command } from 'commander'
import { filterFindings } from '#jobs/filter-findings.ts'
import { listFindings } from '#jobs/read-findings.ts'
import { FINDINGS_COLUMNS } from '#src/export/findings-columns.ts'
import { toFindingLine } from '#shapes/finding-line.ts'
import type { ContextFactory } from './context.ts'
import { EXIT } from './exit.ts'
import type { ExitCode } from './exit.ts'
import { addListOptions, printList } from './list-output.ts'
import type { ListOptions } from './list-output.ts'
import { openForReading } from './reading.ts'

export function addFindings(program: Command, getContext: ContextFactory, finish: (code: ExitCode) => void): void {
  addListOptions(program.command('findings').description('what was found; what needs you first')).action(
    async (options: ListOptions) => {
      const context = getContext()
      const store = await openForReading(context)
      const findings =
        store === null
          ? []
          : filterFindings(
              (await listFindings(store)).map(({ value }) => value),
              {},
            )
      const lines = findings.map(toFindingLine)
      await printList(
        { lines, rows: lines, columns: FINDINGS_COLUMNS, name: 'Findings', empty: 'No findings' },
        options,
        context,
      )
      finish(EXIT.done)
    },
  )
}
