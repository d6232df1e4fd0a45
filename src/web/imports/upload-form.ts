import { selectField, textField } from '../components/field.ts'
import { icon } from '../components/icon.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'

/** Hands over a file; what is read is shown before anything is stored. */
export function uploadForm(): Html {
  return html`<form class="upload" method="post" action="/imports/preview" enctype="multipart/form-data">
    ${selectField({
      label: 'What it is',
      name: 'as',
      options: [
        ['', 'Find out'],
        ['statement', 'Card, bank or expense statement'],
        ['app-list', 'List of single-sign-on apps'],
      ],
    })}
    ${textField({
      label: 'Account',
      name: 'account',
      hint: 'Which card or account, if the file does not say it. The same name every month.',
    })}
    <div class="field">
      <label for="field-file">File <span class="needed">(needed)</span></label>
      <input id="field-file" type="file" name="file" accept=".csv,.tsv,.txt,text/csv" required />
    </div>
    <button type="submit" class="primary">${icon('upload')}Look at it first</button>
  </form>`
}
