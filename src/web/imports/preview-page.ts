import { address } from '../address.ts'
import { notice } from '../components/notice.ts'
import { table } from '../components/table.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { SOURCE_NAMES, count, thousands } from '../wording.ts'
import { correctionForm } from './correction-form.ts'
import type { HeldSettings } from './held-upload.ts'
import { formatPanel } from './format-panel.ts'
import { previewRows } from './preview-rows.ts'
import { questionForm } from './question-form.ts'
import type { Preview } from './read-preview.ts'
import { totalsPanel } from './totals-panel.ts'

export type PreviewView = {
  readonly id: string
  readonly preview: Preview
  readonly settings: HeldSettings
  /** Of what is stored; the import is refused when that changes before. */
  readonly version: string
  readonly sample: boolean
}

const NOTED_SHOWN = 500

/** What importing this file would do: exactly that happens when it is imported, and nothing before. */
export function previewPage(view: PreviewView): Html {
  const { preview, settings } = view
  return html`<nav class="crumbs" aria-label="Where you are"><a href="/imports">Imports</a></nav>
    <h1>${settings.name}</h1>
    <p class="lead">A look at it. Nothing is stored yet.</p>
    ${preview.refused === null ? readable(view) : refused(view, preview.refused)}`
}

function refused({ id, settings }: PreviewView, reason: string): Html {
  return html`${notice('bad', `This cannot be imported: ${reason}.`)}
    <div class="buttons">
      ${settings.mapping === null ? '' : startOver(id)}<a class="button" href="/imports">Choose another file</a
      >${discard(id)}
    </div>`
}

function readable(view: PreviewView): Html {
  const { id, preview, settings } = view
  return html`${preview.questions.length === 0 ? importPanel(view) : questionForm(id, preview.questions)}
    <div class="columns">
      <div class="main-panel">
        ${previewRows(preview)} ${noted('Rejected: these lines could not be read', preview.rejected)}
        ${noted('Ignored: balances, subtotals and other lines that are no charge', preview.ignored)}
      </div>
      <div class="side">
        ${preview.kind === 'statement' ? totalsPanel(preview.totals) : ''} ${formatPanel(preview, settings.account)}
        ${preview.kind === 'statement' && preview.format !== null && preview.questions.length === 0 ? correctionForm(id, preview.format) : ''}
      </div>
    </div>`
}

function importPanel({ id, preview, version, sample }: PreviewView): Html {
  const { count: rows, seen, rejected } = preview
  return html`<section class="panel next" aria-labelledby="import">
    <h2 id="import">
      ${SOURCE_NAMES[preview.kind]}:
      ${count(rows - seen, 'new row')}${seen === 0 ? '' : `, ${thousands(seen)} seen before`}${rejected.length === 0 ? '' : `, ${thousands(rejected.length)} rejected`}
    </h2>
    ${sample ? html`<p>Importing begins with your own data; the sample company is gone then.</p>` : ''}
    <div class="buttons">
      <form method="post" action="${address.preview(id)}/import">
        <input type="hidden" name="version" value="${version}" />
        <button type="submit" class="primary">Import</button>
      </form>
      ${discard(id)}
    </div>
  </section>`
}

/** What was answered may be what makes the file unreadable. */
function startOver(id: string): Html {
  return html`<form method="post" action="${address.preview(id)}">
    <button type="submit" class="primary" name="reset" value="yes">Take the answers back</button>
  </form>`
}

function discard(id: string): Html {
  return html`<form method="post" action="${address.preview(id)}/discard"><button type="submit">Discard</button></form>`
}

function noted(caption: string, lines: Preview['rejected']): Html {
  if (lines.length === 0) return html``
  const more = lines.length - NOTED_SHOWN
  return html`${table({
    caption: `${caption} (${thousands(lines.length)})`,
    columns: [
      { head: 'Line', align: 'right' },
      { head: 'Why', isRowHead: true },
    ],
    rows: lines.slice(0, NOTED_SHOWN).map(({ line, reason }) => [line, reason]),
    empty: '',
  })}
  ${more > 0 ? html`<p class="hint">and ${thousands(more)} more</p>` : ''}`
}
