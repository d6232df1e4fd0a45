import type { Judgement } from '#core/judgement.ts'
import { inOrder } from '#core/judgement.ts'
import { StoreError } from '#core/store.ts'
import type { StoreReader, Stored } from '#core/store.ts'
import { judgementLine } from '#shapes/judgement-line.ts'

// A store hands out the same frozen value until it changes, and every question asks for all judgements.
const SOUND = new WeakSet<Judgement>()

/**
 * All judgements with their versions, in the order in which they hold. Throws `StoreError('damaged')` that names the
 * judgement where one was edited into something else: what people decided is never read around.
 */
export async function readStoredJudgements(store: StoreReader): Promise<readonly Stored<Judgement>[]> {
  const stored = await store.list('judgements')
  const byId = new Map(stored.map((one) => [one.value.id, one]))
  for (const { id, value } of stored) {
    if (SOUND.has(value)) continue
    const read = judgementLine.safeParse(value)
    if (read.success && value.id === id) {
      SOUND.add(value)
      continue
    }
    const why = read.success ? `its id says ${value.id}` : read.error.issues.map(({ message }) => message).join('; ')
    throw new StoreError(
      'damaged',
      `the stored judgement ${id} cannot be read: ${why}; correct it or put back a backup`,
    )
  }
  return inOrder(stored.map(({ value }) => value)).flatMap(({ id }) => byId.get(id) ?? [])
}

export async function readJudgements(store: StoreReader): Promise<readonly Judgement[]> {
  return (await readStoredJudgements(store)).map(({ value }) => value)
}
