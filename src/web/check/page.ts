import type { Check } from '#core/check/check.ts'
import { icon } from '../components/icon.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { requestForm } from '../requests/request-form.ts'
import { alternativeList } from './alternative-list.ts'
import { answerCard } from './answer-card.ts'

export type CheckView = {
  readonly query: string
  /** Null while nothing was asked. */
  readonly answer: Check | null
  /** The app of the answer has a page of its own. */
  readonly found: boolean
}

export function checkPage({ query, answer, found }: CheckView): Html {
  return html`<div class="check">
    <h1>Do we already have it?</h1>
    <form method="get" action="/check" class="big-search" role="search">
      <label class="unseen" for="q">A name, a web address, the text of a charge, or what you need</label>
      <input
        id="q"
        type="search"
        name="q"
        value="${query}"
        required
        maxlength="500"
        autocomplete="off"
        spellcheck="false"
        ${answer === null ? html`autofocus` : ''}
        placeholder="A name, a web address, or what you need"
      />
      <button type="submit" class="primary">${icon('search')}Check</button>
    </form>
    ${answer === null ? examples() : answered(answer, found)}
  </div>`
}

function examples(): Html {
  const ask = ['Docusign', 'notion.so', 'e-signature'].map(
    (query) => html`<li><a href="/check?q=${query}">${query}</a></li>`,
  )
  return html`<p class="hint">
      Slips of the keyboard are fine. You can also paste the text of a charge from a statement.
    </p>
    <ul class="examples" aria-label="Examples">
      ${ask}
    </ul>`
}

function answered(answer: Check, found: boolean): Html {
  return html`${answerCard(answer, found)} ${alternativeList(answer)}
    <section class="panel" aria-labelledby="ask">
      <h2 id="ask">${ASK[answer.answer]}</h2>
      ${requestForm(answer.name ?? answer.query)}
    </section>`
}

const ASK: Readonly<Record<Check['answer'], string>> = {
  'use-it': 'Ask for access',
  'no-free-seat': 'Ask for a seat',
  'in-use-not-approved': 'Ask for it to be approved',
  blocked: 'Ask for an exception',
  'not-known': 'Ask for it',
}
