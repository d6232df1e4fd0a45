import type { Command } from 'commander'
import { describe } from '#core/judge/describe.ts'
import { inOrder } from '#core/judgement.ts'
import { readKnownApps } from '#jobs/judge.ts'
import { readJudgements } from '#jobs/read-judgements.ts'
import { toJudgementLine } from '#shapes/judgement-line.ts'
import { JUDGEMENTS_LIST_COLUMNS } from '#src/export/judgements-columns.ts'
import type { ContextFactory } from './context.ts'
import { EXIT } from './exit.ts'
import type { ExitCode } from './exit.ts'
import { addJudgementDecisions } from './judgements-decide.ts'
import { addJudgementFiles } from './judgements-files.ts'
import { addListOptions, printList } from './list-output.ts'
import type { ListOptions } from './list-output.ts'
import { openForReading } from './reading.ts'

export function addJudgements(program: Command, getContext: ContextFactory, finish: (code: ExitCode) => void): void {
  const judgements = program
    .command('judgements')
    .description("people's decisions on what is what; they outrank every score, and each can be undone")
  addListOptions(judgements.command('list').description('show what was decided, the latest first')).action(
    async (options: ListOptions) => {
      const context = getContext()
      const store = await openForReading(context)
      const latest = store === null ? [] : inOrder(await readJudgements(store)).toReversed()
      const known = await readKnownApps(store, await context.knowledge())
      const lines = latest.map(toJudgementLine)
      const rows = latest.map((judgement) => ({
        line: toJudgementLine(judgement),
        what: describe(judgement, known.nameOf),
      }))
      const empty = 'Nobody has decided anything yet: daylight judgements --help says how'
      await printList({ lines, rows, columns: JUDGEMENTS_LIST_COLUMNS, name: 'Judgements', empty }, options, context)
      finish(EXIT.done)
    },
  )
  addJudgementDecisions(judgements, getContext, finish)
  addJudgementFiles(judgements, getContext, finish)
}
