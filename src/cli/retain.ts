import type { Store } from '#core/store.ts'
import { applyRetention } from '#jobs/retention.ts'
import type { CommandContext } from './context.ts'

/** Removes what the retention of the company's policy leaves no place for, and says what that was. */
export async function retain(store: Store, { knowledge, clock, stderr }: CommandContext): Promise<void> {
  const { retention } = (await knowledge()).policy
  await applyRetention({ store, retention, clock, tell: (sentence) => void stderr.write(`${sentence}\n`) })
}
