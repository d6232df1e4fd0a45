import type { StatementAccount } from '#core/charge.ts'
import type { Tone } from '../components/badge.ts'
import { icon } from '../components/icon.ts'
import type { IconName } from '../components/icon.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'

const MONTHS_SHOWN = 6

type Mark = { readonly tone: Tone; readonly shape: IconName; readonly word: string }

const UPLOADED: Mark = { tone: 'good', shape: 'check', word: 'uploaded' }
const MISSING: Mark = { tone: 'bad', shape: 'warning', word: 'missing' }
const NONE: Mark = { tone: 'quiet', shape: 'dot', word: 'no file yet' }

/** Which months of which account were uploaded: a month that is missing is a blind spot, never a saving. */
export function accountMonths(accounts: readonly StatementAccount[]): Html {
  const all = accounts.flatMap(({ months, missingMonths }) => [...months, ...missingMonths])
  const months = [...new Set(all)].toSorted().slice(-MONTHS_SHOWN)
  if (months.length === 0) return html``
  return html`<section class="panel" aria-labelledby="months">
    <h2 id="months">Statements uploaded</h2>
    <div class="months" role="region" aria-labelledby="months" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Account</th>
            ${months.map((month) => html`<th scope="col">${month}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${accounts.map(
            (account) =>
              html`<tr>
                <th scope="row">${account.account}</th>
                ${months.map((month) => cell(markOf(account, month)))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="hint legend">
      ${[UPLOADED, MISSING, NONE].map(({ tone, shape, word }) => html`<span class="${tone}">${icon(shape)}${word}</span>`)}
      <span>A month without a file is no evidence: nothing counts as saved because of it.</span>
    </p>
  </section>`
}

function markOf({ months, missingMonths }: StatementAccount, month: string): Mark {
  if (months.includes(month)) return UPLOADED
  return missingMonths.includes(month) ? MISSING : NONE
}

function cell({ tone, shape, word }: Mark): Html {
  return html`<td class="${tone}">${icon(shape)}<span class="unseen">${word}</span></td>`
}
