import { InvalidArgumentError, Option } from 'commander'
import type { Command } from 'commander'
import type { Column } from '#src/export/column.ts'
import { toCsv } from '#src/export/csv.ts'
import { toTable } from '#src/export/table.ts'
import { toXlsx } from '#src/export/xlsx.ts'
import type { CommandContext } from './context.ts'
import { CommandError, EXIT } from './exit.ts'
import { writeOutput } from './write-output.ts'

const FORMATS = ['table', 'json', 'csv', 'xlsx'] as const
type Format = (typeof FORMATS)[number]
export type ListOptions = { readonly format?: Format; readonly output?: string; readonly json?: true }

export type List<Line, Row> = {
  /** The JSON Lines. */
  readonly lines: readonly Line[]
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** The name of the sheet, and what to say when there is nothing. */
  readonly name: string
  readonly empty: string
}

/** The flags that every list has. */
export function addListOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'how to print').choices(FORMATS))
    .option('--output <file>', 'write to a file', notEmpty)
    .option('--json', 'the same as --format json')
}

function notEmpty(value: string): string {
  if (value === '') throw new InvalidArgumentError('must name a file')
  return value
}

/** Prints a list as asked: a table for people, JSON Lines, CSV or XLSX for programs. */
export async function printList<Line, Row>(
  list: List<Line, Row>,
  options: ListOptions,
  context: CommandContext,
): Promise<void> {
  const format = options.json ? 'json' : (options.format ?? formatOf(options.output))
  if (format === 'xlsx' && options.output === undefined && context.stdout.isTTY) {
    throw new CommandError(EXIT.usage, 'xlsx is no text; add --output FILE, or pipe it into a file')
  }
  const data = await render(list, format, options.output === undefined, context)
  if (options.output === undefined) await context.stdout.write(data)
  else {
    await writeOutput(options.output, data, context)
    await context.stderr.write(`${list.lines.length} written to ${options.output}\n`)
  }
}

function formatOf(output: string | undefined): Format {
  return FORMATS.find((format) => output?.toLowerCase().endsWith(`.${format}`)) ?? 'table'
}

async function render<Line, Row>(
  list: List<Line, Row>,
  format: Format,
  toTerminal: boolean,
  context: CommandContext,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'json':
      return list.lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    case 'csv':
      return toCsv(list.columns, list.rows)
    case 'xlsx':
      return toXlsx(list.columns, list.rows, list.name)
    case 'table': {
      if (list.rows.length === 0) {
        await context.stderr.write(`${list.empty}\n`)
        return ''
      }
      const { columns, colour } = context.stdout
      return toTable(list.columns, list.rows, {
        width: toTerminal ? (columns ?? Infinity) : Infinity,
        colour: toTerminal && colour,
      })
    }
    default:
      return format satisfies never
  }
}
