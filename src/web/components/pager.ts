import { withQuery } from '../address.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { thousands } from '../wording.ts'

export type Slice<T> = {
  readonly items: readonly T[]
  readonly page: number
  readonly pages: number
  readonly total: number
}

/** One page of a list, counted from 1; a page beyond the end is the last one. */
export function slice<T>(all: readonly T[], page: number, size: number): Slice<T> {
  const pages = Math.max(1, Math.ceil(all.length / size))
  const shown = Math.min(Math.max(1, page), pages)
  return { items: all.slice((shown - 1) * size, shown * size), page: shown, pages, total: all.length }
}

export function pager(
  path: string,
  query: Readonly<Record<string, string | null>>,
  { page, pages, total }: Slice<unknown>,
): Html {
  if (pages === 1) return html``
  const link = (to: number, rel: string, text: string): Html =>
    to < 1 || to > pages
      ? html``
      : html`<a class="button plain" rel="${rel}" href="${withQuery(path, { ...query, page: String(to) })}">${text}</a>`
  return html`<nav class="pager" aria-label="Pages">
    ${link(page - 1, 'prev', 'Previous')}<span>Page ${page} of ${pages} · ${thousands(total)} in all</span>${link(
      page + 1,
      'next',
      'Next',
    )}
  </nav>`
}
