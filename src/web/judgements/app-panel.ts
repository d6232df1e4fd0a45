import type { App } from '#core/app.ts'
import { address } from '../address.ts'
import { boxes, radios } from '../components/choice.ts'
import { areaField, textField } from '../components/field.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { SOURCE_NAMES } from '../wording.ts'
import { appChoices } from './app-choices.ts'
import { decidedList } from './decided-list.ts'
import type { Decided } from './decided-list.ts'
import type { Subject } from './subjects.ts'

export type AppJudging = {
  readonly app: Pick<App, 'id' | 'name'>
  /** Of the app as it is on screen. */
  readonly version: number
  readonly subjects: readonly Subject[]
  readonly decided: readonly Decided[]
  /** Names of the company's other apps. */
  readonly others: readonly string[]
}

// More boxes than this nobody reads; the command line takes any number.
const MOST_SUBJECTS = 40

/** Where people say what is wrong about an app: a part of it that belongs elsewhere, or all of it. */
export function appPanel(judging: AppJudging): Html {
  const { decided, others } = judging
  return html`<section class="panel" aria-labelledby="right">
    <h2 id="right">Is this right?</h2>
    <p class="hint">
      What you decide here outranks every score, holds for what comes later, and can be undone.
      <a href="/judgements">All decisions</a>
    </p>
    ${
      decided.length === 0
        ? ''
        : html`<h3>Decided so far</h3>
            ${decidedList(decided, judging.app.id)}`
    }
    ${partForm(judging)} ${mergeForm(judging)} ${appChoices('other-apps', others)}
  </section>`
}

function partForm({ app, version, subjects }: AppJudging): Html {
  if (subjects.length === 0) return html``
  const shown = subjects.slice(0, MOST_SUBJECTS)
  const only = shown.length === 1
  return html`<details class="judge">
    <summary>A part of it is something else</summary>
    <form method="post" action="${address.app(app.id)}/judgements">
      <input type="hidden" name="version" value="${version}" />
      ${boxes(
        'Which part',
        'subject',
        'part',
        shown.map(({ key, identifier, source, name }) => ({
          value: key,
          text: html`<code>${name ?? identifier.value}</code>`,
          hint: name === null ? SOURCE_NAMES[source] : `${SOURCE_NAMES[source]}, ${identifier.value}`,
          checked: only,
        })),
      )}
      ${
        subjects.length > MOST_SUBJECTS
          ? html`<p class="hint">The first ${MOST_SUBJECTS} are here; daylight judgements takes the others.</p>`
          : ''
      }
      ${radios('What it is', 'answer', 'what', [
        { value: 'not', text: `Not ${app.name}; what else is open` },
        { value: 'other', text: 'Another product, named below' },
        { value: 'own', text: 'An app of its own, named below' },
        { value: 'none', text: 'No software', hint: 'Or nothing one buys: a script, a thing of your own.' },
      ])}
      ${textField({
        label: 'Name',
        name: 'named',
        id: 'part-named',
        list: 'other-apps',
        hint: 'A product, one of your apps, or what the new app is called.',
      })}
      ${signing('part')}
      <button type="submit">Keep the decision</button>
    </form>
  </details>`
}

function mergeForm({ app, version }: AppJudging): Html {
  return html`<details class="judge">
    <summary>All of it is the same as another app</summary>
    <form method="post" action="${address.app(app.id)}/merge">
      <input type="hidden" name="version" value="${version}" />
      <p>
        Everything that is ${app.name}, today and in later scans, counts as the other app. Its inventory entry goes
        along.
      </p>
      ${textField({
        label: 'The same as',
        name: 'into',
        id: 'merge-into',
        list: 'other-apps',
        required: true,
        hint: 'The app that stays: a product, or one of your apps.',
      })}
      ${signing('merge')}
      <button type="submit">Merge</button>
    </form>
  </details>`
}

/** Who decides, and why. */
export function signing(form: string): Html {
  return html`${areaField({ label: 'Reason', name: 'reason', id: `${form}-reason`, hint: 'Whoever reads this in a year should understand it.' })}
  ${textField({ label: 'Decided by', name: 'by', id: `${form}-by`, required: true, autocomplete: 'name' })}`
}
