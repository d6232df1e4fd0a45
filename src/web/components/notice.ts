import { html } from '../html.ts'
import type { Html } from '../html.ts'
import type { Tone } from './badge.ts'
import { icon } from './icon.ts'
import type { IconName } from './icon.ts'

const SHAPES: Readonly<Record<Tone, IconName>> = {
  good: 'check',
  warn: 'warning',
  bad: 'ban',
  info: 'question',
  quiet: 'dot',
}

/** Something to know before going on. */
export function notice(tone: Tone, content: Html | string): Html {
  return html`<div class="notice ${tone}">
    ${icon(SHAPES[tone])}
    <div>${content}</div>
  </div>`
}
