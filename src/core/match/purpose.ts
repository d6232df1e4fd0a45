import type { Capability, Product } from '../catalogue.ts'
import { nameWords } from '../name.ts'

const SHORTEST = 3
// "scheduling" and "scheduler", "recording" and "recorder" say the same.
const STEM = 5
const EMPTY = new Set(
  'and the for with from your our you all app apps add use make made new free best more other tool tools'.split(' '),
)
// What every vendor says of itself today.
const OF_ALL = ['ai', 'assist', 'software', 'online']
// How vendors name their kind of product, by a word that its capabilities then hold.
const ABBREVIATIONS = [
  ['ats', 'applicant recruiting'],
  ['clm', 'contract contracts'],
  ['cms', 'content website'],
  ['crm', 'crm leads'],
  ['erp', 'accounting erp'],
  ['hcm', 'payroll hr'],
  ['hris', 'payroll hr'],
  ['itsm', 'helpdesk service'],
  ['lms', 'learning courses'],
] as const

/**
 * The words by which a catalogue says what each product does, cut to their stems: "Time Tracking" behind "Clockify" tells
 * what it is, "Calculator" does not. Read once a product.
 */
export function purposes(capabilities: readonly Capability[]): (product: Product) => ReadonlySet<string> {
  const byId = new Map(capabilities.map((capability) => [capability.id, capability]))
  const known = new Map<string, ReadonlySet<string>>()
  return (product) => {
    const seen = known.get(product.id)
    if (seen !== undefined) return seen
    const texts = product.capabilities.flatMap((id) => {
      const capability = byId.get(id)
      return capability === undefined ? [] : [capability.name, capability.id, ...capability.words]
    })
    const words = [product.category, ...texts].flatMap(nameWords)
    const stems = new Set([...words.filter((word) => !EMPTY.has(word)).map(stem), ...OF_ALL])
    for (const [short, long] of ABBREVIATIONS)
      if (long.split(' ').some((word) => stems.has(stem(word)))) stems.add(short)
    known.set(product.id, stems)
    return stems
  }
}

/** A word as purposes are compared. */
export function stem(word: string): string {
  return word.length <= SHORTEST ? word : word.slice(0, STEM).replace(/(?:s|e)$/, '')
}
