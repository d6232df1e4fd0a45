import { z } from 'zod'
import { appLine } from './app-line.ts'
import { appListPreview } from './app-list-preview.ts'
import { backtestLine } from './backtest-line.ts'
import { checkAnswer } from './check-answer.ts'
import { detectionCounts } from './detection-counts.ts'
import { evalReport } from './eval-report.ts'
import { findingLine } from './finding-line.ts'
import { identifyLine } from './identify-line.ts'
import { importOutcome } from './import-outcome.ts'
import { importPreview } from './import-preview.ts'
import { inventoryLine } from './inventory-line.ts'
import { judgementLine } from './judgement-line.ts'
import { requestLine } from './request-line.ts'
import { scanWithDiff } from './scan-summary.ts'
import { shortlistLine } from './shortlist-line.ts'

const filePreview = z
  .union([importPreview, appListPreview])
  .meta({ id: 'FilePreview', description: 'What importing a file would read, by its kind; nothing is stored' })

/** Every JSON shape that scripts read, by the name that `daylight schema NAME` takes. */
export const SCHEMAS = {
  apps: appLine,
  backtest: backtestLine,
  check: checkAnswer,
  detection: detectionCounts,
  eval: evalReport,
  findings: findingLine,
  identify: identifyLine,
  import: importOutcome,
  'import-preview': filePreview,
  inventory: inventoryLine,
  judgements: judgementLine,
  requests: requestLine,
  scan: scanWithDiff,
  shortlist: shortlistLine,
} as const
export type SchemaName = keyof typeof SCHEMAS

export function isSchemaName(name: string): name is SchemaName {
  return Object.hasOwn(SCHEMAS, name)
}

/** The shape as JSON Schema, draft 2020-12. */
export function jsonSchema(name: SchemaName): Record<string, unknown> {
  return z.toJSONSchema(SCHEMAS[name], { target: 'draft-2020-12', io: 'output' })
}
