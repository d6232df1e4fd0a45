import type { StatementFormat } from '#core/statement.ts'
import { facts } from '../components/facts.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { FORMAT_WORDS } from './format-words.ts'
import type { Preview } from './read-preview.ts'

/** How the file was read. */
export function formatPanel(preview: Preview, account: string | null): Html {
  const { format } = preview
  if (format === null) return html``
  const columns = Object.entries(format.columns).map(
    ([role, header]) => html`<li>${header} <span class="hint">as ${role}</span></li>`,
  )
  return html`<section class="panel" aria-labelledby="format">
    <h2 id="format">How it was read</h2>
    ${facts([
      ['Account', account],
      ...(preview.kind === 'statement' && preview.format !== null ? statementFacts(preview.format) : []),
      ['Header', format.headerLine === null ? 'none' : `line ${format.headerLine}`],
      [
        'Columns',
        html`<ul>
          ${columns}
        </ul>`,
      ],
      ...(preview.kind === 'app-list' && preview.format !== null && preview.format.unrecognised.length > 0
        ? [['Left aside', preview.format.unrecognised.join(', ')] as const]
        : []),
    ])}
  </section>`
}

function statementFacts(format: StatementFormat): readonly (readonly [string, string])[] {
  const { delimiter, encoding, dateOrder, sign, decimal, currency, nature } = format
  return [
    ['Separator', FORMAT_WORDS.delimiter[delimiter]],
    ['Encoding', encoding],
    ['Dates', dateOrder === null ? 'to be answered' : FORMAT_WORDS.dateOrder[dateOrder]],
    ['Sign', sign === null ? 'to be answered' : FORMAT_WORDS.sign[sign]],
    ['Decimals', decimal === null ? 'to be answered' : `1${decimal}50`],
    ['Currency', currency ?? 'as each row says'],
    ['Whose book', FORMAT_WORDS.nature[nature]],
  ]
}
