import type { PersonStatus, Source } from './observation.ts'

/** One person over all sources, joined by e-mail and aliases without case. */
export type Person = {
  /** Primary e-mail, lower case. */
  readonly id: string
  readonly emails: readonly string[]
  readonly name: string | null
  readonly status: PersonStatus
  readonly department: string | null
  readonly costCentre: string | null
  readonly sources: readonly Source[]
}
