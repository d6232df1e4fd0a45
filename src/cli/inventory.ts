import type { Command } from 'commander'
import { INVENTORY_LIST_COLUMNS } from '#src/export/inventory-columns.ts'
import { detectCompany } from '#jobs/detect.ts'
import { importInventory } from '#jobs/import-inventory.ts'
import { toInventoryLine } from '#shapes/inventory-line.ts'
import type { InventoryLine } from '#shapes/inventory-line.ts'
import { plainText } from '#src/export/plain-text.ts'
import { toEntry } from '#src/inventory-file/entry.ts'
import { readInventoryFile } from '#src/inventory-file/read.ts'
import { inventoryCsv } from '#src/inventory-file/write.ts'
import type { CommandContext, ContextFactory } from './context.ts'
import { CommandError, EXIT } from './exit.ts'
import type { ExitCode } from './exit.ts'
import { addListOptions, printList } from './list-output.ts'
import type { ListOptions } from './list-output.ts'
import { openForReading } from './reading.ts'
import { writeOutput } from './write-output.ts'

export function addInventory(program: Command, getContext: ContextFactory, finish: (code: ExitCode) => void): void {
  const inventory = program.command('inventory').description('the approved inventory')
  inventory
    .command('import')
    .description('add or change entries from a CSV; entries that it does not name stay')
    .argument('<file>')
    .option('--json', 'print JSON')
    .action(async (path: string, options: { readonly json?: true }) =>
      finish(await importCommand(path, options, getContext())),
    )
  addListOptions(inventory.command('list').description('show the inventory')).action(async (options: ListOptions) => {
    const context = getContext()
    const lines = await readLines(context)
    await printList(
      { lines, rows: lines, columns: INVENTORY_LIST_COLUMNS, name: 'Inventory', empty: 'The inventory is empty' },
      options,
      context,
    )
    finish(EXIT.done)
  })
  inventory
    .command('export')
    .description('print the inventory as the CSV that import reads')
    .option('--output <file>', 'write to a file')
    .action(async (options: { readonly output?: string }) => {
      const context = getContext()
      const csv = inventoryCsv(await readLines(context))
      if (options.output === undefined) await context.stdout.write(csv)
      else await writeOutput(options.output, csv, context)
      finish(EXIT.done)
    })
}

async function readLines(context: CommandContext): Promise<InventoryLine[]> {
  const store = await openForReading(context)
  return store === null ? [] : (await store.list('inventory')).map(({ value }) => toInventoryLine(value))
}

async function importCommand(
  path: string,
  options: { readonly json?: true },
  context: CommandContext,
): Promise<ExitCode> {
  const file = await context.openFile(path)
  const read = await readInventoryFile(file, { currency: context.config.currency })
  if (read.refused !== null) throw new CommandError(EXIT.usage, `inventory: ${path} is no inventory: ${read.refused}`)
  const problems = read.problems.map(({ line, reason }) => `${path} line ${line}: ${reason}`)
  if (read.entries.length === 0) {
    throw new CommandError(
      EXIT.usage,
      ['inventory: no row could be read, so nothing was changed', ...problems].join('\n  '),
    )
  }
  const knowledge = await context.knowledge()
  await using store = await context.openWriter()
  const detect = (): Promise<unknown> => detectCompany({ store, knowledge, clock: context.clock })
  const change = await importInventory(read.entries.map(toEntry), { store, detect })
  if (options.json) {
    const { understood, keptAsNotes } = read
    await context.stdout.write(
      `${JSON.stringify({ file: file.name, ...change, understood, keptAsNotes, problems: read.problems })}\n`,
    )
  } else {
    const notes = read.keptAsNotes.length === 0 ? [] : [`kept as notes: ${read.keptAsNotes.join(', ')}`]
    const lines = [`${change.added} added, ${change.changed} changed, ${change.unchanged} unchanged`, ...notes]
    await context.stdout.write(`${lines.map(plainText).join('\n')}\n`)
    for (const problem of problems) await context.stderr.write(`${plainText(problem)}\n`)
  }
  return problems.length > 0 ? EXIT.partial : EXIT.done
}
