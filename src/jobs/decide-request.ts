import type { RequestState, ToolRequest } from '#core/request.ts'
import type { Store, Stored } from '#core/store.ts'

export type RequestAnswer = {
  readonly state: Exclude<RequestState, 'asked'>
  readonly reason: string
  readonly by: string
}

/**
 * Answers or withdraws a request; null when there is none of this id. `expectedVersion` is the version that was seen.
 * Throws `StoreError('conflict')` when the request is at another version; nothing is changed then.
 */
export async function decideRequest(
  id: string,
  { state, reason, by }: RequestAnswer,
  expectedVersion: number,
  { store, clock }: { readonly store: Store; readonly clock: () => Date },
): Promise<Stored<ToolRequest> | null> {
  const stored = await store.get('requests', id)
  if (stored === null) return null
  const value: ToolRequest = { ...stored.value, state, answer: { by, at: clock().toISOString(), reason } }
  await store.commit([{ put: 'requests', id, value, ifVersion: expectedVersion }])
  return { id, version: expectedVersion + 1, value }
}
