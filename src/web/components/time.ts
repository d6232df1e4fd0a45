import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { count } from '../wording.ts'

/** An ISO date or time as its date. */
export function day(iso: string): Html {
  return html`<time datetime="${iso}">${iso.slice(0, 10)}</time>`
}

/** An ISO time to the minute, with its time zone said. */
export function moment(iso: string): Html {
  return html`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC</time>`
}

/** How long ago an ISO time was, in the largest unit that fits. */
export function age(iso: string, now: Date): Html {
  return html`<time datetime="${iso}" title="${iso}">${ageInWords(now.getTime() - Date.parse(iso))}</time>`
}

const UNITS: readonly (readonly [milliseconds: number, name: string])[] = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
]

function ageInWords(milliseconds: number): string {
  const [unit, name] = UNITS.find(([size]) => milliseconds >= size) ?? [0, '']
  return unit === 0 ? 'just now' : `${count(Math.floor(milliseconds / unit), name)} ago`
}
