import type { Judgement } from '#core/judgement.ts'
import type { JudgeContext } from './judge.ts'

/**
 * Takes a judgement back: everything is again what it would be without it. Null when there is none of this id, or not any
 * more. `expectedVersion` is the version that was seen, null where nobody looked. Throws `StoreError('conflict')` when
 * the judgement is at another version; nothing is changed then.
 */
export async function undoJudgement(
  id: string,
  expectedVersion: number | null,
  { store, detect }: Pick<JudgeContext, 'store' | 'detect'>,
): Promise<Judgement | null> {
  const stored = await store.get('judgements', id)
  if (stored === null) return null
  await store.commit([{ delete: 'judgements', id, ifVersion: expectedVersion ?? stored.version }])
  await detect()
  return stored.value
}
