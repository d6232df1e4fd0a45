import type { ToolRequest } from '#core/request.ts'
import { address } from '../address.ts'
import { requestStateBadge } from '../components/badge.ts'
import { facts } from '../components/facts.ts'
import { areaField, selectField, textField } from '../components/field.ts'
import { day, moment } from '../components/time.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { DATA_TYPE_NAMES } from '../wording.ts'

export type RequestDetail = {
  readonly request: ToolRequest
  readonly version: number
  /** The app that is asked for has a page of its own. */
  readonly found: boolean
}

export function requestPage({ request, version, found }: RequestDetail): Html {
  const { tool, app, purpose, seats, neededBy, dataType, askedBy, askedAt, state, joinedBy, answer } = request
  return html`<nav class="crumbs" aria-label="Where you are"><a href="/requests">Requests</a></nav>
    <h1>${tool}</h1>
    <p class="badges">
      ${requestStateBadge(state)}
      ${app !== null && found ? html`<a href="${address.app(app)}">See what is known of it</a>` : ''}
      <a href="${address.check(tool)}">Check it again</a>
    </p>
    <div class="columns">
      <section class="panel main-panel" aria-labelledby="asked">
        <h2 id="asked">What was asked</h2>
        ${facts([
          ['What for', purpose],
          ['Asked by', askedBy],
          ['Asked', moment(askedAt)],
          ['How many people', seats],
          ['Needed by', neededBy === null ? null : day(neededBy)],
          ['Data', dataType === null ? null : DATA_TYPE_NAMES[dataType]],
          ['Others who asked', joinedBy.length === 0 ? 'none' : joinedBy.join(', ')],
        ])}
      </section>
      <div class="side">
        ${answer === null ? '' : answerPanel(answer)} ${state === 'asked' ? decision(request.id, version) : ''}
      </div>
    </div>`
}

function answerPanel(answer: NonNullable<ToolRequest['answer']>): Html {
  return html`<section class="panel" aria-labelledby="answer">
    <h2 id="answer">Answer</h2>
    <p>“${answer.reason}”</p>
    <p class="hint">${answer.by}, ${moment(answer.at)}</p>
  </section>`
}

function decision(id: string, version: number): Html {
  return html`<section class="panel" aria-labelledby="decide">
    <h2 id="decide">Answer it</h2>
    <form method="post" action="${address.request(id)}/decision">
      <input type="hidden" name="version" value="${version}" />
      ${selectField({
        label: 'Answer',
        name: 'state',
        options: [
          ['approved', 'Approve'],
          ['declined', 'Decline'],
          ['withdrawn', 'Withdraw: not needed any more'],
        ],
      })}
      ${areaField({ label: 'Reason', name: 'reason', required: true, hint: 'How to get in, or what to use instead and why.' })}
      ${textField({ label: 'Answered by', name: 'by', required: true, autocomplete: 'name' })}
      <button type="submit" class="primary">Send the answer</button>
    </form>
  </section>`
}
