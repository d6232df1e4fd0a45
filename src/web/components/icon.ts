import { html } from '../html.ts'
import type { Html } from '../html.ts'

export type IconName = keyof typeof SHAPES

// Drawn for Daylight on a grid of 16; the line is 1.5 wide.
const SHAPES = {
  check: html`<path d="M3 8.5 6.5 12 13 4.5" />`,
  warning: html`<path d="M8 2 15 14H1Z" /><path d="M8 6.5v3.5M8 12v.2" />`,
  ban: html`<circle cx="8" cy="8" r="6" /><path d="m4 4 8 8" />`,
  question: html`<circle cx="8" cy="8" r="6" /><path d="M6.2 6.2a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.7-.8 1.3M8 11.3v.2" />`,
  clock: html`<circle cx="8" cy="8" r="6" /><path d="M8 4.5V8l2.3 1.6" />`,
  person: html`<circle cx="8" cy="5.5" r="2.7" /><path d="M2.8 14a5.2 5.2 0 0 1 10.4 0" />`,
  dot: html`<circle cx="8" cy="8" r="3" />`,
  half: html`<circle cx="8" cy="8" r="6" /><path d="M8 2v12M8 5h4.8M8 8h6M8 11h4.8" />`,
  search: html`<circle cx="7" cy="7" r="4.5" /><path d="m10.5 10.5 4 4" />`,
  upload: html`<path d="M8 10.5v-8m-3 3 3-3 3 3M2.5 10v3.5h11V10" />`,
  download: html`<path d="M8 2.5v8m-3-3 3 3 3-3M2.5 10v3.5h11V10" />`,
  eye: html`<path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z" /><circle cx="8" cy="8" r="2" />`,
} as const

/** A small picture beside words that say the same; screen readers skip it. */
export function icon(name: IconName): Html {
  return html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    ${SHAPES[name]}
  </svg>`
}
