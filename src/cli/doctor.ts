import type { Command } from 'commander'
import type { Permission } from '#core/connector.ts'
import { plainText } from '#src/export/plain-text.ts'
import type { OwnCounts } from '#jobs/knowledge.ts'
import type { CommandContext, ContextFactory } from './context.ts'
import { sayStorage } from './doctor-storage.ts'
import { EXIT } from './exit.ts'
import type { ExitCode } from './exit.ts'

const MARKS: Readonly<Record<Permission['state'], string>> = {
  have: '✓',
  missing: '✗',
  'more-than-needed': '▲',
  unknown: '?',
}

export function addDoctor(program: Command, getContext: ContextFactory, finish: (code: ExitCode) => void): void {
  program
    .command('doctor')
    .description('test every credential and permission: have, missing, more than needed')
    .option('--json', 'print JSON Lines')
    .action(async (options: { readonly json?: true }) => finish(await doctor(options, getContext())))
}

async function doctor(options: { readonly json?: true }, context: CommandContext): Promise<ExitCode> {
  const { own } = await context.knowledge()
  if (own !== undefined) await sayOwn(own, options, context)
  await sayStorage(options, context)
  const connectors = await context.connectors()
  if (connectors.length === 0)
    await context.stderr.write('doctor: no source is configured; connectors/*/README.md says what to set\n')
  const states: Permission['state'][] = []
  for (const connector of connectors) {
    const meter = { requests: 0, retries: 0, waitedSeconds: 0 }
    const permissions = await connector.probe({
      now: context.clock,
      signal: context.signal,
      meter,
      progress: () => undefined,
    })
    for (const permission of permissions) {
      states.push(permission.state)
      const line = options.json
        ? JSON.stringify({ source: connector.source, ...permission })
        : plainText(
            `${MARKS[permission.state]} ${connector.source}: ${permission.name} (${permission.state}): ${permission.detail}`,
          )
      await context.stdout.write(`${line}\n`)
    }
  }
  return exitCodeOf(states)
}

async function sayOwn(own: OwnCounts, options: { readonly json?: true }, context: CommandContext): Promise<void> {
  const counts = [
    counted(own.products, 'product'),
    `${own.extended} extended and ${own.replaced} replaced`,
    counted(own.aliases, 'alias', 'aliases'),
    counted(own.stems, 'stem'),
    counted(own.domains, 'domain'),
    counted(own.identifiers, 'identifier'),
    counted(own.descriptors, 'descriptor'),
  ]
  const detail = `${counts.join(', ')} from ${own.folder}`
  const line = options.json
    ? JSON.stringify({ source: 'catalogue', name: 'own entries', state: 'have', detail })
    : plainText(`${MARKS.have} catalogue: own entries (have): ${detail}`)
  await context.stdout.write(`${line}\n`)
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** As a scan would end: with what is there it reads a part, with nothing it is refused, or fails where nobody answers. */
function exitCodeOf(states: readonly Permission['state'][]): ExitCode {
  if (states.every((state) => state === 'have' || state === 'more-than-needed')) return EXIT.done
  if (states.includes('have')) return EXIT.partial
  return states.includes('missing') ? EXIT.refused : EXIT.failed
}
