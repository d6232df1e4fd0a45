import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CaseFile } from '#jobs/evaluate.ts'

const FOLDER = join(import.meta.dirname, '../../fixtures/matching')

/** The files of labelled cases that come with Daylight, by name. */
export function caseFiles(): readonly CaseFile[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.csv'))
    .toSorted()
    .map((name) => ({ name, csv: readFileSync(join(FOLDER, name), 'utf8') }))
}
