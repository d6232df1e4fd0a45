import { describe } from 'vitest'
import type { Segment, Store } from '#core/store.ts'
import { describeCollecting } from './contract/collecting.ts'
import { describeCommits } from './contract/commits.ts'
import { describeDocuments } from './contract/documents.ts'
import { describeSegments } from './contract/segments.ts'

/** Opens the store that belongs to a folder; opening it again finds what was stored before. */
export type Open = (folder: string) => Promise<Store>
/** Falsifies the stored bytes of a segment, in a way of the back end's choice. */
export type Damage = (folder: string, segment: Segment) => Promise<void>

/** What every back end of the store promises, whatever it stores to. */
export function describeStore(name: string, open: Open, damage: Damage): void {
  describe(`${name}: documents`, () => {
    describeDocuments(open)
  })
  describe(`${name}: commits`, () => {
    describeCommits(open)
  })
  describe(`${name}: segments`, () => {
    describeSegments(open, damage)
  })
  describe(`${name}: collecting segments`, () => {
    describeCollecting(open)
  })
}
