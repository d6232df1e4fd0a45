export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** The delimiter that a first line `sep=;` states, as Excel writes and reads it; null when there is none. */
export function statedDelimiter(firstLine: string): Delimiter | null {
  const stated = /^"?sep=(.)"?$/i.exec(firstLine.trimEnd())?.[1] ?? (/^sep=\t/i.test(firstLine) ? '\t' : null)
  return DELIMITERS.find((delimiter) => delimiter === stated) ?? null
}

/**
 * The delimiter under which most records of the sample have the same number of fields, and more than one. `,` when
 * none fits: a single column has no delimiter. Ties go to the one that makes more fields.
 */
export function detectDelimiter(sample: string): Delimiter {
  const stated = statedDelimiter(sample.split('\n', 1)[0] ?? '')
  if (stated !== null) return stated
  const ranked = DELIMITERS.map((delimiter) => ({ delimiter, ...regularity(fieldCounts(sample, delimiter)) }))
  const best = ranked
    .filter(({ fields }) => fields > 1)
    .toSorted((a, b) => b.share ** 2 * Math.log2(b.fields) - a.share ** 2 * Math.log2(a.fields))[0]
  return best?.delimiter ?? ','
}

function regularity(counts: readonly number[]): { share: number; fields: number } {
  const records = new Map<number, number>()
  for (const count of counts) records.set(count, (records.get(count) ?? 0) + 1)
  const [fields, times] = [...records]
    .filter(([count]) => count > 1)
    .reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a), [1, 0])
  return { share: times / Math.max(1, counts.length), fields }
}

/** Fields of each record that is not blank; delimiters and line ends inside quotes do not count. */
function fieldCounts(sample: string, delimiter: Delimiter): number[] {
  const counts: number[] = []
  let fields = 1
  let quoted = false
  let blank = true
  let start = true
  for (const letter of sample) {
    if (letter === '"' && (quoted || start)) quoted = !quoted
    if (letter === '\n' && !quoted) {
      if (!blank) counts.push(fields)
      fields = 1
      blank = true
      start = true
      continue
    }
    start = (letter === delimiter && !quoted) || (start && letter === ' ')
    // A quote that follows a quote is an escaped one: `"a ""b"" c"` opens again at once.
    if (letter === '"' && !quoted) start = true
    if (letter === delimiter && !quoted) fields += 1
    if (letter.trim() !== '' && letter !== delimiter) blank = false
  }
  if (!blank && !quoted) counts.push(fields)
  return counts
}
