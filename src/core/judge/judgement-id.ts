import { createHash } from 'node:crypto'
import type { Judgement } from '../judgement.ts'
import { judgementKey } from './judgement-key.ts'

type What = Judgement extends infer J ? (J extends Judgement ? Omit<J, 'id' | 'by' | 'at' | 'reason'> : never) : never

/**
 * The id of a decision, from what it decides alone: deciding the same again renews the judgement that is there, whoever
 * says so and why.
 */
export function judgementId(what: What): string {
  const hash = createHash('sha256').update(JSON.stringify([what.decision, ...partsOf(what)]))
  return `j-${hash.digest('hex').slice(0, 16)}`
}

function partsOf(what: What): readonly (string | null)[] {
  switch (what.decision) {
    case 'confirm':
    case 'reject':
    case 'split':
      return [judgementKey(what.identifier), what.app]
    case 'merge':
      return [what.app, what.into]
    default:
      return what satisfies never
  }
}
