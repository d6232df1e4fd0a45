import { createHash } from 'node:crypto'
import type { UnrecognisedCharge } from '../charge.ts'
import { byDate, chargesOf } from './evidence.ts'
import type { ResolvedDescriptor } from './group.ts'
import type { Directory } from './people.ts'

/** Charges nobody could attribute, one entry per merchant text without its reference numbers. Sorted by id. */
export function unrecognisedCharges(
  descriptors: readonly ResolvedDescriptor[],
  directory: Directory,
): UnrecognisedCharge[] {
  const groups = Map.groupBy(descriptors, ({ record }) => merchantText(record.descriptor))
  return [...groups]
    .flatMap(([text, members]) => {
      const [first] = members.toSorted((a, b) => (a.record.key < b.record.key ? -1 : 1))
      if (first === undefined) return []
      const charges = members.flatMap(({ record, match }) => chargesOf(record, match, directory)).toSorted(byDate)
      const id = `charge-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`
      // A copy is plain data, as stores keep it.
      return [{ id, descriptor: first.record.descriptor, match: { ...first.match }, charges }]
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Upper case, without the words that hold digits: two months of one merchant differ only there. */
function merchantText(descriptor: string): string {
  const words = descriptor.toUpperCase().split(/\s+/)
  const kept = words.filter((word) => !/\d/.test(word))
  return kept.length > 0 ? kept.join(' ') : words.join(' ')
}
