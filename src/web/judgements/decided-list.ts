import type { Judgement } from '#core/judgement.ts'
import type { Stored } from '#core/store.ts'
import { address } from '../address.ts'
import { moment } from '../components/time.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { sentence } from '../wording.ts'

/** A judgement with its words. */
export type Decided = { readonly stored: Stored<Judgement>; readonly what: string }

/** Decisions, each with who, when and why, and a button that takes it back. `app` is the page to come back to. */
export function decidedList(decided: readonly Decided[], app: string | null): Html {
  return html`<ul class="decided">
    ${decided.map(({ stored, what }) => {
      const { by, at, reason } = stored.value
      return html`<li>
        <div>
          ${sentence(what)}
          <small>${by}, ${moment(at)}${reason === '' ? '' : `: “${reason}”`}</small>
        </div>
        <form method="post" action="${address.judgement(stored.id)}/undo">
          <input type="hidden" name="version" value="${stored.version}" />
          ${app === null ? '' : html`<input type="hidden" name="app" value="${app}" />`}
          <button type="submit" class="plain" aria-label="Undo: ${what}">Undo</button>
        </form>
      </li>`
    })}
  </ul>`
}
