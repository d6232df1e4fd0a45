import { buffer } from 'node:stream/consumers'
import type { z } from 'zod'
import type { InputFile } from '#core/file-reader.ts'
import type { Draft } from '#core/judge/draft.ts'
import { newJudgement, toDraft } from '#shapes/judgement-line.ts'
import { inFileOrder } from './entry.ts'
import type { FileEntries, FileProblem } from './entry.ts'
import { readCsvEntries } from './read-csv.ts'
import { readJsonEntries } from './read-json.ts'

export type JudgementFile = {
  /** The decisions with their places, in file order. */
  readonly drafts: readonly { readonly place: string; readonly draft: Draft }[]
  readonly problems: readonly FileProblem[]
  /** Why this is no file of judgements at all, in a sentence; else null. */
  readonly refused: string | null
}

// Far beyond what people decide; anything larger is another file.
const MOST_BYTES = 64 * 1024 * 1024

/** Reads judgements from JSON Lines, JSON or CSV, by what is in the file. A file of no entries holds no judgements. */
export async function readJudgementFile(file: InputFile): Promise<JudgementFile> {
  const bytes = await buffer(limited(file))
  if (bytes.length > MOST_BYTES) return refusal('it is larger than 64 MB')
  const text = new TextDecoder().decode(bytes)
  if (text.trim() === '') return { drafts: [], problems: [], refused: null }
  const read = /^\s*[[{]/.test(text) ? readJsonEntries(text) : await readCsvEntries(file)
  return read.refused === null ? parsed(read) : refusal(read.refused)
}

async function* limited(file: InputFile): AsyncIterable<Uint8Array> {
  let seen = 0
  for await (const chunk of file.open()) {
    yield chunk
    seen += chunk.length
    if (seen > MOST_BYTES) return
  }
}

function parsed({ entries, problems }: Extract<FileEntries, { refused: null }>): JudgementFile {
  const drafts: { place: string; draft: Draft }[] = []
  const found: FileProblem[] = [...problems]
  for (const { place, value } of entries) {
    const entry = newJudgement.safeParse(value)
    if (entry.success) drafts.push({ place, draft: toDraft(entry.data) })
    else found.push({ place, reason: reasonOf(entry.error) })
  }
  return { drafts, problems: inFileOrder(found), refused: null }
}

function reasonOf({ issues }: z.ZodError): string {
  const clauses = issues.map((issue) => {
    if (issue.code === 'unrecognized_keys') return `${issue.keys.join(', ')} does not belong to this decision`
    return issue.code === 'invalid_type' && issue.path.length === 0 ? 'this is no object' : issue.message
  })
  return [...new Set(clauses)].join('; ')
}

function refusal(refused: string): JudgementFile {
  return { drafts: [], problems: [], refused }
}
