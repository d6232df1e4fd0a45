import type { UnrecognisedCharge } from '#core/charge.ts'
import { address } from '../address.ts'
import { radios } from '../components/choice.ts'
import { textField } from '../components/field.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { percent } from '../wording.ts'
import { appChoices } from './app-choices.ts'
import { signing } from './app-panel.ts'

export type ChargeJudging = {
  readonly finding: string
  /** Of the finding as it is on screen. */
  readonly version: number
  readonly charge: UnrecognisedCharge
  /** Names of the company's apps. */
  readonly apps: readonly string[]
}

/** Where people say what an unrecognised charge is: one of the products proposed, another one, or no software. */
export function chargeForm({ finding, version, charge, apps }: ChargeJudging): Html {
  return html`<form method="post" action="${address.finding(finding)}/judgement">
    <p><code>${charge.descriptor}</code></p>
    <p class="hint">
      What you say holds for every later charge with this text, whatever its reference, and can be undone.
    </p>
    <input type="hidden" name="version" value="${version}" />
    ${radios('This is', 'answer', 'charge', [
      ...charge.match.candidates.map(({ app, name, domain, confidence }) => ({
        value: `app:${app}`,
        text: name,
        hint: [domain, percent(confidence)].filter((part) => part !== null).join(', '),
      })),
      { value: 'other', text: 'A product, named below' },
      { value: 'own', text: 'An app that the catalogue does not know, named below' },
      { value: 'none', text: 'No software' },
    ])}
    ${textField({ label: 'Name', name: 'named', id: 'charge-named', list: 'known-apps', hint: 'A product, one of your apps, or what the new app is called.' })}
    ${signing('charge')}
    <button type="submit" class="primary">Keep the decision</button>
    ${appChoices('known-apps', apps)}
  </form>`
}
