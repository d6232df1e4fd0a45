import { detectCompany } from '#jobs/detect.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './exit.ts'
import type { ExitCode } from './exit.ts'
import { retain } from './retain.ts'

/** Works apps and findings out anew from all that is stored, with the catalogue and policy as they are now. */
export async function applyCommand(options: { readonly json?: true }, context: CommandContext): Promise<ExitCode> {
  const knowledge = await context.knowledge()
  const opened = await context.openReader()
  if (opened === null || opened.sample) {
    await context.stderr.write(
      'rules apply: nothing of your own has been read yet; what is read from now on follows the rules\n',
    )
    return EXIT.done
  }
  await using store = await context.openWriter()
  await retain(store, context)
  const counts = await detectCompany({ store, knowledge, clock: context.clock })
  const { opened: news, open, resolved } = counts.findings
  await context.stdout.write(
    options.json === true
      ? `${JSON.stringify(counts)}\n`
      : `${counts.apps} apps; findings: ${news} opened, ${resolved} resolved, ${open} open\n`,
  )
  return EXIT.done
}
