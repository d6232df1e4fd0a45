import { readFile } from 'node:fs/promises'
import { glob } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** Which layer may import which; every layer may import itself. Arrows point inward, to the core. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/core': [],
  'src/table': ['src/core'],
  'src/provider': ['src/core'],
  'src/store': ['src/core'],
  'src/shapes': ['src/core'],
  'src/export': ['src/core', 'src/shapes'],
  'src/inventory-file': ['src/core', 'src/table', 'src/export'],
  'src/own-catalogue': ['src/core', 'src/table', 'src/jobs', 'rules'],
  'src/judgement-file': ['src/core', 'src/table', 'src/shapes', 'src/export'],
  'src/jobs': ['src/core', 'src/shapes'],
  'src/cli': [
    'src/core',
    'src/jobs',
    'src/shapes',
    'src/export',
    'src/inventory-file',
    'src/own-catalogue',
    'src/judgement-file',
    'src/config',
  ],
  'src/api': ['src/core', 'src/jobs', 'src/shapes', 'src/export', 'src/inventory-file', 'src/judgement-file'],
  'src/web': [
    'src/core',
    'src/jobs',
    'src/shapes',
    'src/export',
    'src/inventory-file',
    'src/judgement-file',
    'src/api',
  ],
  'src/config': ['src/core', 'src/provider'],
  src: ['*'],
  'connectors/google': ['src/core', 'src/provider'],
  'connectors/microsoft': ['src/core', 'src/provider'],
  'connectors/statement': ['src/core', 'src/table'],
  'connectors/app-list': ['src/core', 'src/table'],
  rules: ['src/core'],
}

/** The layer of a path from the root, the longest name that fits; null for what is no layer. */
function layerOf(path: string): string | null {
  if (path === 'src/config.ts' || path === 'src/settings.ts' || path === 'src/schedule.ts' || path === 'src/policy.ts')
    return 'src/config'
  const names = Object.keys(MAY_IMPORT).toSorted((a, b) => b.length - a.length)
  return names.find((name) => path.startsWith(`${name}/`)) ?? null
}

const ALIASES: readonly (readonly [string, string])[] = [
  ['#core/', 'src/core/'],
  ['#provider/', 'src/provider/'],
  ['#jobs/', 'src/jobs/'],
  ['#shapes/', 'src/shapes/'],
  ['#src/', 'src/'],
  ['#connectors/', 'connectors/'],
  ['#rules/', 'rules/'],
  ['#fixtures/', 'fixtures/'],
  ['#test/', 'test/'],
]

function resolveImport(from: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier))
  const alias = ALIASES.find(([prefix]) => specifier.startsWith(prefix))
  return alias === undefined ? null : specifier.replace(alias[0], alias[1])
}

/** Why a file may not import what it imports; empty when all is well. */
function violations(path: string, text: string): string[] {
  const layer = layerOf(path)
  if (layer === null) return [`${path} belongs to no layer`]
  const specifiers = [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, specifier = '']) => specifier)
  return specifiers.flatMap((specifier) => {
    const target = resolveImport(path, specifier)
    if (target === null || target.endsWith('.json')) return []
    const targetLayer = layerOf(target)
    const allowed = MAY_IMPORT[layer] ?? []
    if (targetLayer === layer || allowed.includes('*')) return []
    return targetLayer !== null && allowed.includes(targetLayer)
      ? []
      : [`${path} imports ${specifier} (${layer} -> ${targetLayer})`]
  })
}

describe('architecture', () => {
  test('every import points inward', async () => {
    const found: string[] = []
    let files = 0
    for (const folder of ['src', 'connectors', 'rules']) {
      for await (const path of glob(`${folder}/**/*.ts`, { cwd: ROOT })) {
        files += 1
        found.push(...violations(path, await readFile(join(ROOT, path), 'utf8')))
      }
    }
    expect(files).toBeGreaterThan(100)
    expect(found).toEqual([])
  })

  test.for([
    ['src/core/app.ts', "import { x } from '#jobs/scan.ts'"],
    ['src/core/match/match.ts', "import { x } from '../../store/open.ts'"],
    ['connectors/google/index.ts', "import { x } from '../microsoft/index.ts'"],
    ['src/jobs/scan.ts', "import { x } from '#src/store/open.ts'"],
    ['src/jobs/scan.ts', "const x = await import('#connectors/google/index.ts')"],
    ['rules/findings/owner-missing.ts', "import { x } from '#src/cli/scan.ts'"],
  ] as const)('the guard bites: %s may not say %s', ([path, text]) => {
    expect(violations(path, text)).toHaveLength(1)
  })

  test('the core uses no clock, no environment and no network of its own', async () => {
    const impure = /\b(Date\.now|new Date\(\)|process\.|fetch\(|Math\.random|node:fs|node:http|randomUUID)/
    const found: string[] = []
    for (const folder of ['src/core', 'rules/findings']) {
      for await (const path of glob(`${folder}/**/*.ts`, { cwd: ROOT })) {
        const text = await readFile(join(ROOT, path), 'utf8')
        if (impure.test(text)) found.push(path)
      }
    }
    expect(found).toEqual([])
  })
})
