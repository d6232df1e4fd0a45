import { glob } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { Option } from 'commander'
import type { Command } from 'commander'
import type { Evaluation } from '#core/evaluation/evaluation.ts'
import { evaluateFiles, evaluateOwn } from '#jobs/evaluate.ts'
import type { CaseFile } from '#jobs/evaluate.ts'
import { toEvalReport } from '#shapes/eval-report.ts'
import type { EvalReport } from '#shapes/eval-report.ts'
import type { CommandContext, ContextFactory } from './context.ts'
import { evalText } from './eval-text.ts'
import { CommandError, EXIT } from './exit.ts'
import type { ExitCode } from './exit.ts'
import { openForReading } from './reading.ts'

type Options = { readonly cases?: string; readonly mine?: true; readonly json?: true }

// The labelled cases that come with Daylight.
const OWN_CASES = resolve(import.meta.dirname, '../../fixtures/matching')

export function addEval(program: Command, getContext: ContextFactory, finish: (code: ExitCode) => void): void {
  program
    .command('eval')
    .description('how good the matching is: precision, recall, abstention and calibration on labelled cases')
    .option(
      '--cases <file>',
      'CSV with the columns text, label, kind, mcc (default: the cases that come with Daylight)',
    )
    .addOption(
      new Option(
        '--mine',
        "on the company's own judgements, and the share of its software spend that is resolved",
      ).conflicts('cases'),
    )
    .option('--json', 'one JSON object')
    .action(async (options: Options) => {
      const context = getContext()
      const report = options.mine === true ? await reportOwn(context) : await reportCases(options.cases, context)
      for (const { file, line, reason } of report.rejected) {
        await context.stderr.write(`${file}${line === null ? '' : `, line ${line}`} was left out: ${reason}\n`)
      }
      await context.stdout.write(
        options.json === true ? `${JSON.stringify(report)}\n` : evalText(report, context.stdout),
      )
      finish(report.rejected.length > 0 ? EXIT.partial : EXIT.done)
    })
}

async function reportCases(path: string | undefined, context: CommandContext): Promise<EvalReport> {
  const files = path === undefined ? await ownCases(context) : [await readCases(path, context)]
  const { evaluation, baselines, problems } = evaluateFiles(files, await context.knowledge())
  refuseEmpty(evaluation, path, problems[0]?.reason ?? null)
  return toEvalReport('cases', evaluation, { baselines, rejected: problems })
}

function refuseEmpty({ all }: Evaluation, path: string | undefined, reason: string | null): void {
  if (all.cases > 0) return
  const where = path ?? OWN_CASES
  throw new CommandError(EXIT.usage, `${where} holds no labelled cases${reason === null ? '' : `: ${reason}`}`)
}

async function reportOwn(context: CommandContext): Promise<EvalReport> {
  const store = await openForReading(context)
  const { evaluation, ...extra } = await evaluateOwn(store, await context.knowledge())
  return toEvalReport('judgements', evaluation, extra)
}

async function ownCases(context: CommandContext): Promise<readonly CaseFile[]> {
  const names: string[] = []
  for await (const name of glob('*.csv', { cwd: OWN_CASES })) names.push(name)
  return Promise.all(names.toSorted().map((name) => readCases(join(OWN_CASES, name), context)))
}

async function readCases(path: string, context: CommandContext): Promise<CaseFile> {
  const file = await context.openFile(path)
  return { name: file.name, csv: new TextDecoder().decode(await buffer(file.open())) }
}
