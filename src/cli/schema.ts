import type { Command } from 'commander'
import { isSchemaName, jsonSchema, SCHEMAS } from '#shapes/schemas.ts'
import type { CommandContext, ContextFactory } from './context.ts'
import { CommandError, EXIT } from './exit.ts'
import type { ExitCode } from './exit.ts'

export function addSchema(program: Command, getContext: ContextFactory, finish: (code: ExitCode) => void): void {
  program
    .command('schema')
    .description('print the JSON Schema of an output; without a name, the names')
    .argument('[name]')
    .action(async (name: string | undefined) => {
      await schema(name, getContext())
      finish(EXIT.done)
    })
}

async function schema(name: string | undefined, context: CommandContext): Promise<void> {
  const names = Object.keys(SCHEMAS)
  if (name === undefined) {
    await context.stdout.write(`${names.join('\n')}\n`)
    return
  }
  if (!isSchemaName(name))
    throw new CommandError(EXIT.usage, `schema: there is no ${name}; there are ${names.join(', ')}`)
  await context.stdout.write(`${JSON.stringify(jsonSchema(name), null, 2)}\n`)
}
