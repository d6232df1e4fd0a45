import { html } from '../html.ts'
import type { Html } from '../html.ts'

export type Cell = Html | string | number | null

type TableColumn = {
  readonly head: string
  /** Numbers and money stand right. */
  readonly align?: 'right'
  /** The cell that names its row. */
  readonly isRowHead?: boolean
}

export type Table = {
  readonly caption: string
  /** The heading above says the same: the caption is for screen readers. */
  readonly quietCaption?: boolean
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly Cell[])[]
  /** Said instead of the table when there are no rows. */
  readonly empty: string
}

/** On a narrow screen each row becomes a card; the roles keep it a table for screen readers all the same. */
export function table({ caption, quietCaption, columns, rows, empty }: Table): Html {
  if (rows.length === 0) return html`<p class="none">${empty}</p>`
  const heads = columns.map(
    ({ head, align }) => html`<th scope="col" role="columnheader" class="${align ?? 'left'}">${head}</th>`,
  )
  return html`<table class="stack" role="table">
    <caption class="${quietCaption ? 'unseen' : ''}">
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${heads}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (cells) =>
          html`<tr role="row">
            ${cells.map((cell, at) => tableCell(cell, columns[at]))}
          </tr>`,
      )}
    </tbody>
  </table>`
}

function tableCell(cell: Cell, column: TableColumn | undefined): Html {
  const className = column?.align ?? 'left'
  const label = column?.head ?? ''
  const content = cell === null || cell === '' ? html`<span class="nothing" aria-label="not recorded">–</span>` : cell
  if (column?.isRowHead) {
    return html`<th scope="row" role="rowheader" class="${className}" data-label="${label}">${content}</th>`
  }
  return html`<td role="cell" class="${className}" data-label="${label}"><div>${content}</div></td>`
}
