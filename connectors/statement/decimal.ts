import type { DecimalMark } from './amounts.ts'

// Thousands, or lakhs and crores; anything else with several marks is no amount and no witness.
const GROUPS = /^\d{1,3}([.,])(?:\d{2,3}\1)*\d{3}$/

export type DecimalVerdict = { readonly decimal: DecimalMark | null; readonly evidence: string }

/**
 * Which mark the decimals have. `1.240,50` and `7,5` tell; `1,240` alone does not, unless the currency has no three
 * decimals (`threeDigits` false), when it can only be a thousand.
 */
export function sniffDecimal(bodies: Iterable<string>, threeDigits: boolean): DecimalVerdict {
  const votes = { '.': 0, ',': 0 }
  const open = { '.': '', ',': '' }
  for (const body of bodies) {
    const dot = body.lastIndexOf('.')
    const comma = body.lastIndexOf(',')
    if (dot < 0 && comma < 0) continue
    if (dot >= 0 && comma >= 0) {
      votes[dot > comma ? '.' : ',']++
      continue
    }
    const mark = dot >= 0 ? '.' : ','
    const last = Math.max(dot, comma)
    const other = mark === '.' ? ',' : '.'
    if (body.indexOf(mark) !== last) votes[other] += GROUPS.test(body) ? 1 : 0
    else if (body.length - last - 1 === 3 && last > 0) open[mark] = body
    else votes[mark]++
  }
  if (votes['.'] > 0 || votes[','] > 0) {
    const decimal = votes['.'] >= votes[','] ? '.' : ','
    const against = Math.min(votes['.'], votes[','])
    const clear = against * 20 <= votes[decimal]
    return {
      decimal: clear ? decimal : null,
      evidence: `${votes['.']} amounts have a decimal point, ${votes[',']} a decimal comma`,
    }
  }
  if (open['.'] !== '' && open[','] !== '')
    return { decimal: null, evidence: `"${open['.']}" and "${open[',']}" contradict each other` }
  const example = open['.'] || open[',']
  if (example === '') return { decimal: '.', evidence: 'the amounts have no separators' }
  const thousands = open['.'] === '' ? ',' : '.'
  if (!threeDigits) return { decimal: thousands === ',' ? '.' : ',', evidence: `"${example}" can only be a thousand` }
  return { decimal: null, evidence: `"${example}" may be a thousand or have three decimals` }
}
