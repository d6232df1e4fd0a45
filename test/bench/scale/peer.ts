import { stat } from 'node:fs/promises'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import type { StoreReader } from '#core/store.ts'
import { COLLECTIONS } from '#core/store.ts'
import { stretch } from './stretch.ts'
import type { Stretch } from './stretch.ts'

type Everything = Record<string, unknown>

export type PeerFigures = {
  readonly open: Stretch
  /** One document changed, as lowdb keeps it: by writing everything. */
  readonly change: Stretch
  readonly bytes: number
}

/** lowdb as it comes, holding all that the pages need: the same documents, and the evidence in the same file. */
export async function measurePeer(store: StoreReader, path: string): Promise<PeerFigures> {
  const everything: Everything = {}
  for (const collection of COLLECTIONS) everything[collection] = await store.list(collection)
  const company = await store.get('company', 'company')
  const evidence: unknown[] = []
  const unrecognised: unknown[] = []
  const findings: unknown[] = []
  for (const { segment } of company?.value.evidenceParts ?? []) {
    for await (const one of store.read('evidence', segment)) evidence.push(one)
  }
  for (const { segment } of company?.value.unrecognisedParts ?? []) {
    for await (const one of store.read('unrecognised', segment)) unrecognised.push(one)
  }
  for (const { segment } of company?.value.quietFindings ?? []) {
    for await (const one of store.read('findings', segment)) findings.push(one)
  }
  const written = new Low<Everything>(new JSONFile(path), {})
  written.data = { ...everything, evidence, unrecognised, quiet: findings }
  await written.write()
  const read = new Low<Everything>(new JSONFile(path), {})
  const open = await stretch(() => read.read())
  const change = await stretch(() => read.update((data) => void (data['decided'] = true)))
  return { open, change, bytes: (await stat(path)).size }
}
