import { address } from '../address.ts'
import { notice } from '../components/notice.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { entryForm } from './entry-form.ts'
import type { EntryFields, EntryProblems } from './entry-form.ts'

export type EntryEdit = {
  /** Null for a new entry. */
  readonly id: string | null
  readonly version: number
  readonly fields: EntryFields
  readonly problems: EntryProblems
  /** The app that was found for it, with its name. */
  readonly app: { readonly id: string; readonly name: string } | null
}

export function entryPage({ id, version, fields, problems, app }: EntryEdit): Html {
  const wrong = Object.keys(problems).length
  return html`<nav class="crumbs" aria-label="Where you are"><a href="/inventory">Inventory</a></nav>
    <h1>${fields['tool'] || 'A new tool'}</h1>
    ${
      app === null
        ? html`<p class="lead">Not seen in use.</p>`
        : html`<p class="lead">In use as <a href="${address.app(app.id)}">${app.name}</a>.</p>`
    }
    ${wrong === 0 ? '' : notice('bad', 'Nothing was kept yet; the marked fields do not fit.')}
    <section class="panel" aria-label="The entry">
      ${entryForm({
        action: id === null ? '/inventory' : address.entry(id),
        version,
        fields,
        problems,
        submit: id === null ? 'Add' : 'Keep the changes',
      })}
    </section>
    ${id === null ? '' : removal(id, version)}`
}

function removal(id: string, version: number): Html {
  return html`<details class="panel">
    <summary>Take it off the inventory</summary>
    <p>The app is unlisted again, and what was found about it may open anew.</p>
    <form method="post" action="${address.entry(id)}/remove">
      <input type="hidden" name="version" value="${version}" />
      <button type="submit" class="danger">Take it off</button>
    </form>
  </details>`
}
