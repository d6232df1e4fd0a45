import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DEFAULT_POLICY } from '#core/policy.ts'
import type { Knowledge } from '#jobs/knowledge.ts'
import { loadCatalogue } from '#rules/catalogue/index.ts'
import { RULES } from '#rules/findings/index.ts'
import { createScopeTable } from '#rules/scopes/index.ts'
import { parsePolicy } from './policy.ts'

/** The tables and rules that come with Daylight, tuned by `policy.json` of the data folder where there is one. */
export async function loadKnowledge(dataFolder: string): Promise<Knowledge> {
  const path = join(dataFolder, 'policy.json')
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw cause
  })
  const policy = text === null ? DEFAULT_POLICY : parsePolicy(text, path)
  return { catalogue: loadCatalogue(), rules: RULES, scopes: createScopeTable(), policy }
}
