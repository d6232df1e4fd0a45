import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { withQuery } from '../address.ts'
import { icon } from './icon.ts'

/** Links to the same list as CSV and XLSX, with exactly the filter on screen. */
export function downloads(resource: string, query: Readonly<Record<string, string | null>>): Html {
  const link = (format: string, name: string): Html => {
    const href = withQuery(`/api/v1/${resource}`, { ...query, format })
    return html`<a class="button plain" href="${href}" download="${resource}.${format}">${icon('download')}${name}</a>`
  }
  return html`<p class="downloads">${link('csv', 'CSV')}${link('xlsx', 'Excel')}</p>`
}
