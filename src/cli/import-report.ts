import type { ImportOutcome } from '#jobs/import-files.ts'
import { toImportLine } from '#shapes/import-line.ts'
import { plainText } from '#src/export/plain-text.ts'

const REJECTED_SHOWN = 10

/** What became of a file, as a JSON line. */
export function outcomeLine(outcome: ImportOutcome): string {
  if (!('record' in outcome)) return `${JSON.stringify(outcome)}\n`
  return `${JSON.stringify({ ...toImportLine(outcome.status, outcome.record), file: outcome.file })}\n`
}

/** What became of a file, for a reader. */
export function describeOutcome(outcome: ImportOutcome): string {
  return `${linesOf(outcome).map(plainText).join('\n')}\n`
}

function linesOf(outcome: ImportOutcome): string[] {
  switch (outcome.status) {
    case 'refused':
      return [
        `${outcome.file}: refused: ${outcome.reason}`,
        '  Take a CSV export of a card, a bank account, expenses, or SSO apps; import FILE --preview shows how it is read',
      ]
    case 'questions':
      return [
        `${outcome.file}: not stored, the file leaves a question open:`,
        ...outcome.questions.map(({ field, options, evidence }) => `  ${field}: ${options.join(' or ')}? ${evidence}`),
        '  Take the "format" that --preview --json prints, answer in it, and import with --mapping FILE',
      ]
    case 'already-imported':
      return [`${outcome.file}: was imported on ${outcome.record.importedAt.slice(0, 10)}; nothing changed`]
    case 'imported': {
      const { record } = outcome
      const { rows, added, seen, rejected } = record
      const shown = rejected.slice(0, REJECTED_SHOWN).map(({ subject, reason }) => `  ${subject}: ${reason}`)
      const more =
        rejected.length > REJECTED_SHOWN ? [`  and ${rejected.length - REJECTED_SHOWN} more (--json has all)`] : []
      return [
        `${outcome.file}: ${rows} ${rows === 1 ? 'row' : 'rows'}, ${added} new, ${seen} seen before, ${rejected.length} rejected`,
        ...shown,
        ...more,
      ]
    }
    default:
      return outcome satisfies never
  }
}
