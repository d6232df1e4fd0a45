import type { Store } from '#core/store.ts'

/** The id of a finding of this rule; throws when there is none. */
export async function findingIdOf(store: Store, rule: string): Promise<string> {
  const found = (await store.list('findings')).find(({ value }) => value.rule === rule)
  if (found === undefined) throw new Error(`there is no finding ${rule}`)
  return found.id
}
