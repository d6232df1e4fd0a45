import type { App } from '#core/app.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'

const WORDS: Readonly<Record<string, string>> = {
  ai: 'AI',
  'name-only': 'Known by name only',
  missing: 'Not in the last complete read',
  'not-rechecked': 'Not read again lately',
  lookalike: 'Lookalike',
}

/** What marks an app beside its standing. */
export function tagList({ tags }: Pick<App, 'tags'>): Html {
  if (tags.length === 0) return html``
  return html`<span class="tags">${tags.map((tag) => html`<span class="tag">${WORDS[tag] ?? tag}</span>`)}</span>`
}
