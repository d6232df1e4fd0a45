import type { StatementAccount } from '../charge.ts'
import type { DescriptorRecord } from './gather.ts'

/** Which months of which account were uploaded. A month between two uploaded ones that nobody uploaded is missing. */
export function statementAccounts(descriptors: readonly DescriptorRecord[]): StatementAccount[] {
  const months = new Map<string, Set<string>>()
  for (const { charges } of descriptors) {
    for (const { account, date } of charges) {
      const seen = months.get(account) ?? new Set<string>()
      months.set(account, seen.add(date.slice(0, 7)))
    }
  }
  return [...months]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([account, seen]) => {
      const sorted = [...seen].toSorted()
      return { account, months: sorted, missingMonths: monthsBetween(sorted).filter((month) => !seen.has(month)) }
    })
}

function monthsBetween(sorted: readonly string[]): string[] {
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  const months = []
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))]
  for (let name = first; name <= last; name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`) {
    months.push(name)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
  }
  return months
}
