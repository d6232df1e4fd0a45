import type { Question } from '#core/file-reader.ts'
import { address } from '../address.ts'
import { selectField, textField } from '../components/field.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { sentence } from '../wording.ts'
import { optionWord } from './format-words.ts'

const ASK: Readonly<Record<string, string>> = {
  dateOrder: 'How are the dates written?',
  sign: 'What does the sign of an amount mean?',
  decimal: 'What separates the decimals?',
  currency: 'Which currency is it?',
  'columns.amount': 'Which column is the amount charged?',
  'columns.debit': 'Which column is the money spent?',
}

/** What the file itself does not decide. It is asked, never guessed. */
export function questionForm(id: string, questions: readonly Question[]): Html {
  return html`<section class="panel next" aria-labelledby="questions">
    <h2 id="questions">${questions.length === 1 ? 'One question first' : 'Some questions first'}</h2>
    <form method="post" action="${address.preview(id)}">
      ${questions.map(question)}
      <button type="submit" class="primary">Answer</button>
    </form>
  </section>`
}

function question({ field, options, evidence }: Question): Html {
  const label = ASK[field] ?? field
  // There are more currencies than a question lists.
  if (field === 'currency') {
    const hint = `${sentence(evidence)} A code of three letters, such as ${options.join(', ')}.`
    return textField({ label, name: field, hint, required: true })
  }
  return selectField({
    label,
    name: field,
    hint: sentence(evidence),
    options: [['', 'Choose'], ...options.map((option) => [option, optionWord(field, option)] as const)],
  })
}
