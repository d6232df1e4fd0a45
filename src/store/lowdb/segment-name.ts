import { join } from 'node:path'
import { z } from 'zod'
import type { SegmentKind } from '#core/store.ts'

const SUFFIX = '.ndjson.gz'
const FILE = /^(?:observations|people|evidence|users|unrecognised|findings|gallery)-[0-9a-f]{64}\.ndjson\.gz$/

/** The last line of a segment: what its records must add up to. */
export const footerSchema = z.strictObject({
  segment: z.literal(1),
  kind: z.enum([
    'observations',
    'people',
    'evidence',
    'users',
    'unrecognised',
    'findings',
    'gallery',
  ] satisfies readonly SegmentKind[]),
  records: z.int().min(0),
  sha256: z.string(),
})
export type Footer = z.infer<typeof footerSchema>

/** A segment is named by its content: the same records are the same segment, and writing them again adds nothing. */
export function segmentId(kind: SegmentKind, hash: string): string {
  return `${kind}-${hash}`
}

export function segmentsFolder(folder: string): string {
  return join(folder, 'segments')
}

export function segmentPath(folder: string, id: string): string {
  return join(segmentsFolder(folder), `${id}${SUFFIX}`)
}

export function isSegmentFile(name: string): boolean {
  return FILE.test(name)
}

export function isSegmentId(id: string, kind: SegmentKind): boolean {
  return isSegmentFile(`${id}${SUFFIX}`) && id.startsWith(`${kind}-`)
}

/** The kind that an id names; null when it is no id of a segment. */
export function kindOf(id: string): SegmentKind | null {
  const kind = footerSchema.shape.kind.safeParse(id.slice(0, -'-'.length - 64))
  return kind.success && isSegmentId(id, kind.data) ? kind.data : null
}

export function segmentIdOf(file: string): string {
  return file.slice(0, -SUFFIX.length)
}
