import type { Judgement } from '#core/judgement.ts'
import { toJudgementLine } from '#shapes/judgement-line.ts'
import { toCsv } from '#src/export/csv.ts'
import { JUDGEMENT_COLUMNS } from './columns.ts'

/**
 * Judgements as JSON Lines or CSV, in the order in which they hold. Reading either into an empty store and writing it
 * again gives the same bytes.
 */
export function judgementText(judgements: readonly Judgement[], format: 'json' | 'csv'): string {
  const lines = judgements.map(toJudgementLine)
  return format === 'csv' ? toCsv(JUDGEMENT_COLUMNS, lines) : lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}
