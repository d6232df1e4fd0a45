import { z } from 'zod'
import { DELIMITERS } from '#core/statement.ts'
import { HEADER_NAMES } from './header-names.ts'
import { isField } from './headers.ts'
import type { AppListFormat } from './sniff.ts'

const MAPPING = z.object({
  columns: z.record(z.string(), z.string()).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  encoding: z.string().refine(isEncoding, 'is no encoding that can be read').optional(),
  headerLine: z.int().min(1).optional(),
})

/** The format as a person edited it: what the mapping states wins, the rest stays. A sentence where it makes no sense. */
export function applyMapping(format: AppListFormat, mapping: unknown): AppListFormat | { readonly wrong: string } {
  if (mapping === null || mapping === undefined) return format
  const parsed = MAPPING.safeParse(mapping)
  if (!parsed.success) return { wrong: `the mapping cannot be used: ${z.prettifyError(parsed.error)}` }
  const { columns, delimiter, encoding, headerLine } = parsed.data
  const unknown = Object.keys(columns ?? {}).filter((field) => !isField(field))
  if (unknown.length > 0) {
    return {
      wrong: `the mapping has no use for ${unknown.join(', ')}; fields are ${Object.keys(HEADER_NAMES).join(', ')}`,
    }
  }
  return {
    ...format,
    columns: columns ?? format.columns,
    delimiter: delimiter ?? format.delimiter,
    encoding: encoding ?? format.encoding,
    headerLine: headerLine ?? format.headerLine,
  }
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}
