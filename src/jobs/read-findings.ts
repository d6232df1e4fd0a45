import type { Finding } from '#core/finding.ts'
import type { CompanyState, StoreReader, Stored } from '#core/store.ts'
import { fromCompany } from './from-company.ts'
import { findInParts } from './parts.ts'

/**
 * All findings, ordered by id (code-unit order). Those that are no documents have version 0: who puts one with that
 * version makes it a document.
 */
export async function listFindings(store: StoreReader): Promise<readonly Stored<Finding>[]> {
  // The documents last: a finding that becomes one meanwhile is then seen twice and counted once, and never missed.
  const quiet = (await fromCompany(store, (company) => quietFindings(store, company))) ?? []
  const documents = await store.list('findings')
  if (quiet.length === 0) return documents
  return merged(documents, quiet)
}

/** Two lists that are ordered by id as one; of what is in both, that of the first. */
function merged(first: readonly Stored<Finding>[], second: readonly Stored<Finding>[]): readonly Stored<Finding>[] {
  const all: Stored<Finding>[] = []
  let at = 0
  for (const one of second) {
    for (let next = first[at]; next !== undefined && next.id <= one.id; next = first[at]) {
      all.push(next)
      at += 1
    }
    if (all.at(-1)?.id !== one.id) all.push(one)
  }
  return [...all, ...first.slice(at)]
}

/** One finding by id, whether it is a document or not; null when there is none. */
export async function getFinding(store: StoreReader, id: string): Promise<Stored<Finding> | null> {
  const document = await store.get('findings', id)
  if (document !== null) return document
  const value = await fromCompany(store, (company) =>
    findInParts(store, 'findings', company.quietFindings, id, (finding) => finding.id),
  )
  return value && { id, version: 0, value }
}

// Pages list findings for every view, and segments never change: they are read once for each state of the company.
const read = new WeakMap<CompanyState, Promise<readonly Stored<Finding>[]>>()

function quietFindings(store: StoreReader, company: CompanyState): Promise<readonly Stored<Finding>[]> {
  const known = read.get(company)
  if (known !== undefined) return known
  const reading = readQuiet(store, company)
  read.set(company, reading)
  // What failed is read again by who asks next.
  reading.catch(() => read.delete(company))
  return reading
}

async function readQuiet(store: StoreReader, company: CompanyState): Promise<readonly Stored<Finding>[]> {
  const findings: Stored<Finding>[] = []
  for (const { segment } of company.quietFindings) {
    for await (const value of store.read('findings', segment)) findings.push({ id: value.id, version: 0, value })
  }
  return findings
}
