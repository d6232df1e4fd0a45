import type { Identifier } from './identifier.ts'

/** A person's decision on what an identifier is. It outranks every score and can be undone by removing it. */
export type Judgement = {
  readonly id: string
  readonly identifier: Identifier
  /** The product or app it is; null says "no software". */
  readonly app: string | null
  readonly decision: 'confirm' | 'reject'
  readonly by: string
  readonly at: string
  readonly reason: string
}
