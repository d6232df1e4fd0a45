import type { z } from 'zod'
import { parseEntries } from '#rules/catalogue/entries.ts'
import { capabilityEntry } from '#rules/catalogue/entry.ts'
import { intermediaryEntry } from '#rules/intermediaries.ts'
import { extensionEntry, NO_ENTRIES, ownProductEntry } from './entry.ts'
import type { Extension, OwnEntries, OwnProduct, Written } from './entry.ts'
import type { OwnProblem } from './problem.ts'

export type ReadFile = { readonly entries: OwnEntries; readonly problems: readonly OwnProblem[] }

/** The files of the folder that hold something else than products. */
const CAPABILITIES = 'capabilities.json'
const INTERMEDIARIES = 'intermediaries.json'

/** Reads one JSON file of a company's catalogue. `name` says what it holds; `path` is how messages call it. */
export function readList(text: string, { name, path }: { readonly name: string; readonly path: string }): ReadFile {
  if (name === CAPABILITIES) {
    const { written, problems } = readWritten(text, path, () => capabilityEntry)
    return { entries: { ...NO_ENTRIES, capabilities: written }, problems }
  }
  if (name === INTERMEDIARIES) {
    const { written, problems } = readWritten(text, path, () => intermediaryEntry)
    return { entries: { ...NO_ENTRIES, intermediaries: written }, problems }
  }
  const { written, problems } = readWritten<OwnProduct | Extension>(text, path, (value) =>
    isExtension(value) ? extensionEntry : ownProductEntry,
  )
  const products: Written<OwnProduct>[] = []
  const extensions: Written<Extension>[] = []
  for (const { where, value } of written) {
    if ('extends' in value) extensions.push({ where, value })
    else products.push({ where, value })
  }
  return { entries: { ...NO_ENTRIES, products, extensions }, problems }
}

function isExtension(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'extends' in value
}

function readWritten<T>(
  text: string,
  path: string,
  schemaOf: (value: unknown) => z.ZodType<T>,
): { readonly written: readonly Written<T>[]; readonly problems: readonly OwnProblem[] } {
  const { entries, problems } = parseEntries(text, schemaOf)
  return {
    written: entries.map(({ line, name, entry }) => ({ where: `${path}, line ${line}, ${name}`, value: entry })),
    problems: problems.map(({ line, name, problem }) => ({
      where: line === null ? path : `${path}, line ${line}, ${name ?? ''}`,
      problem,
      with: [],
    })),
  }
}
