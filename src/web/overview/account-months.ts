import type { StatementAccount } from '#core/charge.ts'
import { badge } from '../components/badge.ts'
import { table } from '../components/table.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'

const MONTHS_SHOWN = 12

/** Which months of which account were uploaded: a month that is missing is a blind spot, never a saving. */
export function accountMonths(accounts: readonly StatementAccount[]): Html {
  const all = accounts.flatMap(({ months, missingMonths }) => [...months, ...missingMonths])
  const months = [...new Set(all)].toSorted().slice(-MONTHS_SHOWN)
  if (months.length === 0) return html``
  const rows = accounts.map(({ account, months: uploaded, missingMonths }) => [
    account,
    ...months.map((month) => {
      if (uploaded.includes(month)) return badge('good', 'check', 'Uploaded')
      return missingMonths.includes(month) ? badge('warn', 'warning', 'Missing') : badge('quiet', 'dot', 'No file')
    }),
  ])
  return html`<section class="panel" aria-labelledby="months">
    <h2 id="months">Statements uploaded</h2>
    ${table({
      caption: 'Accounts and the months that were uploaded',
      quietCaption: true,
      columns: [{ head: 'Account', isRowHead: true }, ...months.map((month) => ({ head: month }))],
      rows,
      empty: 'No statement was uploaded yet.',
    })}
    <p class="hint">A month without a file is no evidence: nothing is counted as saved or gone because of it.</p>
  </section>`
}
