import { z } from 'zod'
import { CHARGE_KINDS } from '#core/observation.ts'
import { COLUMN_ROLES, DATE_ORDERS, DELIMITERS, ENCODINGS, SIGNS, STATEMENT_NATURES } from '#core/statement.ts'

const line = z.int().min(1).meta({ description: 'first physical line of the record, 1-based' })
const noted = z.strictObject({ line, reason: z.string() })
const minor = z.int().nullable()

const statementFormat = z
  .strictObject({
    delimiter: z.enum(DELIMITERS),
    encoding: z.enum(ENCODINGS),
    dateOrder: z.enum(DATE_ORDERS).nullable(),
    headerLine: line.nullable(),
    sign: z.enum(SIGNS).nullable(),
    columns: z.partialRecord(z.enum(COLUMN_ROLES), z.string()),
    decimal: z.enum(['.', ',']).nullable(),
    currency: z.string().length(3).nullable(),
    nature: z.enum(STATEMENT_NATURES),
  })
  .meta({ id: 'StatementFormat', description: 'How a statement is read; --mapping takes it back, edited' })

export const importPreview = z
  .strictObject({
    file: z.string(),
    refused: z.string().nullable(),
    format: statementFormat.nullable(),
    questions: z.array(z.strictObject({ field: z.string(), options: z.array(z.string()), evidence: z.string() })),
    rows: z.array(
      z.strictObject({
        line,
        date: z.iso.date().nullable(),
        descriptor: z.string(),
        amountMinor: minor.meta({ description: 'more than 0 is money spent, less than 0 money back' }),
        currency: z.string().length(3).nullable(),
        seen: z.boolean(),
        kind: z.enum(CHARGE_KINDS),
        person: z.string().nullable(),
      }),
    ),
    ignored: z.array(noted),
    rejected: z.array(noted),
    totals: z.record(z.string(), z.strictObject({ statementMinor: minor, accountedMinor: minor })),
  })
  .meta({ id: 'ImportPreview', description: 'What importing a statement would read; nothing is stored' })
export type ImportPreview = z.infer<typeof importPreview>
