import { z } from 'zod'
import { appLine } from './app-line.ts'
import { checkAnswer } from './check-answer.ts'
import { findingLine } from './finding-line.ts'
import { identifyLine } from './identify-line.ts'
import { importLine } from './import-line.ts'
import { importPreview } from './import-preview.ts'
import { inventoryLine } from './inventory-line.ts'
import { requestLine } from './request-line.ts'
import { scanSummary } from './scan-summary.ts'
import { shortlistLine } from './shortlist-line.ts'

/** Every JSON shape that scripts read, by the name that `daylight schema NAME` takes. */
export const SCHEMAS = {
  apps: appLine,
  check: checkAnswer,
  findings: findingLine,
  identify: identifyLine,
  import: importLine,
  'import-preview': importPreview,
  inventory: inventoryLine,
  requests: requestLine,
  scan: scanSummary,
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
