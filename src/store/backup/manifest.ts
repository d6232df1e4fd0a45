import { z } from 'zod'
import { COLLECTIONS } from '#core/store.ts'
import type { BackupContent } from '#core/backup.ts'

/** The last file of a backup: what must be in it. */
export const MANIFEST = 'backup.json'

const count = z.int().min(0)
const schema = z.strictObject({
  format: z.literal('daylight-backup'),
  version: z.literal(1),
  daylight: z.string(),
  store: z.int().min(1),
  createdAt: z.iso.datetime(),
  documents: z.partialRecord(z.enum(COLLECTIONS), count),
  parts: z.array(
    z.strictObject({
      path: z.string(),
      bytes: count,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      records: count.exactOptional(),
    }),
  ),
})

export function encodeManifest(content: BackupContent): Uint8Array {
  return Buffer.from(`${JSON.stringify({ format: 'daylight-backup', version: 1, ...content }, null, 2)}\n`)
}

/** Null when this is no manifest; the version alone where it is one that this program does not know. */
export function decodeManifest(bytes: Uint8Array): BackupContent | { readonly version: number } | null {
  const json = parse(bytes)
  const parsed = schema.safeParse(json)
  if (parsed.success) {
    const { daylight, store, createdAt, documents, parts } = parsed.data
    return { daylight, store, createdAt, documents, parts }
  }
  const other = z.object({ format: z.literal('daylight-backup'), version: z.int().min(2) }).safeParse(json)
  return other.success ? { version: other.data.version } : null
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
