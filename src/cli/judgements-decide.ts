import type { Command } from 'commander'
import { IDENTIFIER_KINDS } from '#core/identifier.ts'
import type { Identifier } from '#core/identifier.ts'
import { describe } from '#core/judge/describe.ts'
import type { Draft } from '#core/judge/draft.ts'
import type { Store } from '#core/store.ts'
import { detectCompany } from '#jobs/detect.ts'
import { judge, planJudgements, readKnownApps } from '#jobs/judge.ts'
import type { Judged } from '#jobs/judge.ts'
import { undoJudgement } from '#jobs/undo-judgement.ts'
import { toJudgementLine } from '#shapes/judgement-line.ts'
import { plainText } from '#src/export/plain-text.ts'
import { NO_SOFTWARE } from '#src/judgement-file/columns.ts'
import type { CommandContext, ContextFactory } from './context.ts'
import { CommandError, EXIT } from './exit.ts'
import type { ExitCode } from './exit.ts'
import { openOwnForReading } from './reading.ts'

type Options = { readonly by: string; readonly reason: string; readonly json?: true }

const WHAT = 'what is judged, as kind:value, such as "descriptor:ACME*SKETCH" or domain:acme.example'

/** The commands that decide one thing, and the one that takes a decision back. */
export function addJudgementDecisions(
  judgements: Command,
  getContext: ContextFactory,
  finish: (code: ExitCode) => void,
): void {
  const decision = (name: string, description: string): Command =>
    judgements
      .command(name)
      .description(description)
      .option('--reason <text>', 'why; whoever reads this in a year should understand it', '')
      .option('--by <name>', 'who decides', 'IT')
      .option('--json', 'print JSON')
  decision('confirm', 'it is this app, or none: no software')
    .argument('<identifier>', WHAT)
    .argument('<app>', 'id or name of the app, or none')
    .action(async (identifier: string, app: string, options: Options) => {
      const named = app.toLowerCase() === NO_SOFTWARE ? null : app
      const drafts = [
        { decision: 'confirm', identifier: identifierOf(identifier), app: named, ...signed(options) },
      ] as const
      finish(await decide(drafts, options, getContext()))
    })
  decision('reject', 'it is not this app, whatever else it is')
    .argument('<identifier>', WHAT)
    .argument('<app>', 'id or name of the app')
    .action(async (identifier: string, app: string, options: Options) => {
      const drafts = [{ decision: 'reject', identifier: identifierOf(identifier), app, ...signed(options) }] as const
      finish(await decide(drafts, options, getContext()))
    })
  decision('merge', 'everything that is one app counts as another one, today and in later scans')
    .argument('<app>', 'id or name of the app that goes')
    .argument('<into>', 'id or name of the app that stays')
    .action(async (app: string, into: string, options: Options) => {
      finish(await decide([{ decision: 'merge', app, into, ...signed(options) }], options, getContext()))
    })
  decision('split', 'these are an app of their own')
    .argument('<name>', 'what the new app is called')
    .argument('<identifier...>', WHAT)
    .action(async (name: string, identifiers: readonly string[], options: Options) => {
      const drafts = identifiers.map((one): Draft => {
        return { decision: 'split', identifier: identifierOf(one), app: null, name, ...signed(options) }
      })
      finish(await decide(drafts, options, getContext()))
    })
  judgements
    .command('undo')
    .description('take a decision back: everything is again what it would be without it')
    .argument('<id>', 'id of the judgement, or how it begins; judgements list shows it')
    .option('--json', 'print the judgement that is gone as JSON')
    .action(async (id: string, options: { readonly json?: true }) => finish(await undo(id, options, getContext())))
}

function signed({ by, reason }: Options): Pick<Draft, 'id' | 'by' | 'at' | 'reason'> {
  return { id: null, by, at: null, reason }
}

function identifierOf(text: string): Identifier {
  const at = text.indexOf(':')
  const kind = IDENTIFIER_KINDS.find((known) => known === text.slice(0, Math.max(0, at)).trim().toLowerCase())
  if (kind !== undefined) return { kind, value: text.slice(at + 1) }
  const kinds = IDENTIFIER_KINDS.join(', ')
  throw new CommandError(
    EXIT.usage,
    `judgements: "${plainText(text)}" does not say what it is; write it as kind:value, with one of ${kinds}`,
  )
}

async function decide(drafts: readonly Draft[], options: Options, context: CommandContext): Promise<ExitCode> {
  const knowledge = await context.knowledge()
  const { clock } = context
  const settings = { by: options.by, renew: true }
  // Planned without the writer, so that a slip does not even make a data folder.
  const own = await openOwnForReading(context)
  refuseProblems(await planJudgements(drafts, settings, { store: own, knowledge, clock }))
  await using store = await context.openWriter()
  const detect = (): Promise<unknown> => detectCompany({ store, knowledge, clock })
  const judged = await judge(drafts, settings, { store, knowledge, clock, detect })
  refuseProblems(judged)
  const known = await readKnownApps(store, knowledge)
  const fresh = new Set(judged.fresh.map(({ id }) => id))
  for (const { id, value } of judged.judgements) {
    const what = plainText(`${describe(value, known.nameOf)} (${id})`)
    const text = fresh.has(id) ? `decided: ${what}` : `decided already, nothing was changed: ${what}`
    await context.stdout.write(options.json ? `${JSON.stringify(toJudgementLine(value))}\n` : `${text}\n`)
  }
  return EXIT.done
}

function refuseProblems(judged: Judged): asserts judged is Extract<Judged, { outcome: 'judged' }> {
  if (judged.outcome === 'judged') return
  const reasons = judged.problems.map(({ reason }) => plainText(reason))
  throw new CommandError(EXIT.usage, `judgements: ${[...new Set(reasons)].join('; ')}`)
}

async function undo(text: string, options: { readonly json?: true }, context: CommandContext): Promise<ExitCode> {
  await using store = await context.openWriter()
  const knowledge = await context.knowledge()
  const known = await readKnownApps(store, knowledge)
  const detect = (): Promise<unknown> => detectCompany({ store, knowledge, clock: context.clock })
  const undone = await undoJudgement(await idOf(text, store), null, { store, detect })
  if (undone === null) {
    throw new CommandError(
      EXIT.usage,
      `judgements: there is no judgement ${plainText(text)}, or not any more; judgements list shows those there are`,
    )
  }
  const what = plainText(`${describe(undone, known.nameOf)} (${undone.id})`)
  await context.stdout.write(options.json ? `${JSON.stringify(toJudgementLine(undone))}\n` : `undone: ${what}\n`)
  return EXIT.done
}

const SHORTEST_BEGINNING = 4

/** The id that a text is, or that alone begins so. */
async function idOf(text: string, store: Store): Promise<string> {
  if (text.length < SHORTEST_BEGINNING) return text
  const ids = (await store.list('judgements')).map(({ id }) => id)
  const begun = ids.filter((id) => id.startsWith(text))
  if (ids.includes(text) || begun.length === 0) return text
  if (begun.length === 1) return begun[0] ?? text
  throw new CommandError(
    EXIT.usage,
    `judgements: ${plainText(text)} begins several: ${begun.join(', ')}; write one of them`,
  )
}
