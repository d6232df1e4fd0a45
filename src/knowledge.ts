import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Policy } from '#core/policy.ts'
import { DEFAULT_POLICY } from '#core/policy.ts'
import type { Knowledge } from '#jobs/knowledge.ts'
import { loadCatalogue } from '#rules/catalogue/index.ts'
import { RULES } from '#rules/findings/index.ts'
import { createScopeTable } from '#rules/scopes/index.ts'
import { ConfigError } from './config.ts'
import { loadOwnCatalogue } from './own-catalogue/load.ts'
import { parsePolicy } from './policy.ts'

/**
 * The tables and rules that come with Daylight, tuned by `policy.json` and extended by `catalogue/` of the data folder where
 * there are such. Throws `ConfigError` with every problem of both.
 */
export async function loadKnowledge(dataFolder: string): Promise<Knowledge> {
  const [{ catalogue, own, problems }, policy] = await Promise.all([
    loadOwnCatalogue(dataFolder, loadCatalogue()),
    readPolicy(join(dataFolder, 'policy.json')),
  ])
  const untuned = policy instanceof ConfigError ? policy.problems : []
  if (policy instanceof ConfigError || problems.length > 0) throw new ConfigError([...untuned, ...problems])
  const known = { catalogue, rules: RULES, scopes: createScopeTable(), policy }
  return own === null ? known : { ...known, own }
}

async function readPolicy(path: string): Promise<Policy | ConfigError> {
  try {
    return parsePolicy(await readFile(path, 'utf8'), path)
  } catch (cause) {
    if (cause instanceof ConfigError) return cause
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return DEFAULT_POLICY
    throw cause
  }
}
