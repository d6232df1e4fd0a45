import { fold } from './fold.ts'

const OUT = new Set(
  'd|dr|db|debit|debits|debited|out|outgoing|paid out|money out|s|soll|belastung|lastschrift|ausgang|dt|debet|debito|dare|cargo|debe|af|uit|ut|ud|gasto|egreso|saida|sortie|depense|obciazenie|wydatek|vydaj|odchozi|terheles|withdrawal|expense|spend'.split(
    '|',
  ),
)
const IN = new Set(
  'c|cr|credit|credits|credited|in|incoming|paid in|money in|h|haben|gutschrift|eingang|kt|kredit|credito|avere|abono|haber|bij|inn|ind|ingreso|entrada|entree|recette|uznanie|wplyw|prijem|prichozi|jovairas|deposit|income'.split(
    '|',
  ),
)

/** The side of the book that a cell names, and nothing else: `Af`, `DR`, `Haben`. */
export function directionOf(cell: string): 'debit' | 'credit' | null {
  if (cell.length > 14) return null
  if (cell === '-' || cell === '+') return cell === '-' ? 'debit' : 'credit'
  const folded = fold(cell)
  if (OUT.has(folded)) return 'debit'
  return IN.has(folded) ? 'credit' : null
}
