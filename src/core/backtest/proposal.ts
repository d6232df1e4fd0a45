import type { Catalogue, StatedDescriptor } from '../catalogue.ts'

/** One proposed entry of a catalogue. */
export type ProposedEntry = {
  /** File, line and name, for people; unique. */
  readonly where: string
  /** The products it makes, adds to or stands in for; empty for a charge text. */
  readonly products: readonly string[]
  /** What is doubtful about it whatever the history says, a clause each. */
  readonly warnings: readonly string[]
}

/** Something that the catalogue cannot hold beside what it has. */
type Collision = { readonly where: string; readonly problem: string; readonly with: readonly string[] }

/** A change of the catalogue that is not made yet. */
export type Proposal = {
  readonly before: Catalogue
  readonly after: Catalogue
  readonly entries: readonly ProposedEntry[]
  /** The charge texts among them, by the `where` of their entry. */
  readonly descriptors: readonly StatedDescriptor[]
  readonly collisions: readonly Collision[]
}
