import type { Answer, Check } from '#core/check/check.ts'
import { address } from '../address.ts'
import { standingBadge } from '../components/badge.ts'
import type { Tone } from '../components/badge.ts'
import { facts } from '../components/facts.ts'
import { icon } from '../components/icon.ts'
import type { IconName } from '../components/icon.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { sentence } from '../wording.ts'

type Words = { readonly tone: Tone; readonly shape: IconName; readonly headline: string; readonly meaning: string }

const WORDS: Readonly<Record<Answer, Words>> = {
  'use-it': { tone: 'good', shape: 'check', headline: 'Yes, use it', meaning: 'The company decided for it.' },
  'no-free-seat': {
    tone: 'warn',
    shape: 'person',
    headline: 'Yes, but no free seat',
    meaning: 'The company decided for it, and all seats are taken. Ask; idle seats can often be freed.',
  },
  'in-use-not-approved': {
    tone: 'warn',
    shape: 'warning',
    headline: 'Used here, but not approved',
    meaning: 'Others use it and nobody decided on it yet. Ask before you put company data in.',
  },
  blocked: { tone: 'bad', shape: 'ban', headline: 'No, not this one', meaning: 'The company decided against it.' },
  'not-known': {
    tone: 'info',
    shape: 'question',
    headline: 'Not known here',
    meaning: 'Nobody was seen using it. That is no “no”: look at what we have, or ask for it.',
  },
}

const UNDERSTOOD: Readonly<Record<Check['understoodAs'], string>> = {
  name: 'as the name of a tool',
  domain: 'as a web address',
  descriptor: 'as the text of a charge',
  need: 'as something you want to do',
}

/** One plain answer, in words and shape as well as colour. */
export function answerCard(answer: Check, found: boolean): Html {
  const { tone, shape, headline, meaning } = WORDS[answer.answer]
  const usable = answer.answer === 'use-it' && answer.conditions.length > 0 ? `${headline}, on conditions` : headline
  return html`<section class="answer ${tone}" aria-labelledby="answer">
    <div class="answer-head">
      <span class="answer-icon">${icon(shape)}</span>
      <div>
        <h2 id="answer">${usable}</h2>
        <p class="answer-tool">${tool(answer, found)} ${answer.name === null ? '' : standingBadge(answer.standing)}</p>
      </div>
    </div>
    <p>${meaning}</p>
    ${
      answer.conditions.length === 0
        ? ''
        : html`<h3>Conditions</h3>
            <ul>
              ${answer.conditions.map((condition) => html`<li>${condition}</li>`)}
            </ul>`
    }
    ${facts([
      ...(answer.howToGetIn === null ? [] : [['How to get in', sentence(answer.howToGetIn)] as const]),
      ...(answer.name === null
        ? []
        : [['Who answers for it', answer.owner] as const, ['Seats', seats(answer)] as const]),
      [
        'Why we say so',
        html`<ul>
          ${answer.reasons.map((reason) => html`<li>${reason}</li>`)}
        </ul>`,
      ],
    ])}
    <p class="hint">“${answer.query}” was understood ${UNDERSTOOD[answer.understoodAs]}.</p>
  </section>`
}

function tool({ app, name, query }: Check, found: boolean): Html {
  if (app === null || name === null) return html`<strong>${query}</strong>`
  return found ? html`<a href="${address.app(app)}"><strong>${name}</strong></a>` : html`<strong>${name}</strong>`
}

function seats({ seats: { bought, used, free } }: Check): string | null {
  if (bought === null) return used === 0 ? null : `${used} in use; how many were bought is not recorded`
  return `${free ?? 0} of ${bought} free`
}
