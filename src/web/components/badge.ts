import type { FindingStatus, Severity } from '#core/finding.ts'
import type { Standing } from '#core/inventory.ts'
import type { ReadStatus } from '#core/coverage.ts'
import type { RequestState } from '#core/request.ts'
import type { Risk } from '#core/scope.ts'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { FINDING_STATUS_NAMES, REQUEST_STATE_NAMES, SEVERITY_NAMES, STANDING_NAMES } from '../wording.ts'
import { icon } from './icon.ts'
import type { IconName } from './icon.ts'

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'quiet'

/** A word with a colour and a shape: neither colour nor shape says anything that the word does not. */
export function badge(tone: Tone, shape: IconName, word: string): Html {
  return html`<span class="badge ${tone}">${icon(shape)}${word}</span>`
}

const SEVERITY: Readonly<Record<Severity, readonly [Tone, IconName]>> = {
  critical: ['bad', 'warning'],
  high: ['bad', 'dot'],
  medium: ['warn', 'dot'],
  low: ['quiet', 'dot'],
}

export function severityBadge(severity: Severity): Html {
  return badge(...SEVERITY[severity], SEVERITY_NAMES[severity])
}

export function riskBadge(risk: Risk): Html {
  return badge(...SEVERITY[risk], `${SEVERITY_NAMES[risk]} risk`)
}

const STANDING: Readonly<Record<Standing, readonly [Tone, IconName]>> = {
  approved: ['good', 'check'],
  restricted: ['info', 'half'],
  trial: ['info', 'clock'],
  'under-review': ['warn', 'eye'],
  rejected: ['bad', 'ban'],
  retired: ['bad', 'ban'],
  unlisted: ['quiet', 'question'],
}

export function standingBadge(standing: Standing): Html {
  return badge(...STANDING[standing], STANDING_NAMES[standing])
}

const STATUS: Readonly<Record<FindingStatus, readonly [Tone, IconName]>> = {
  open: ['warn', 'dot'],
  acknowledged: ['info', 'eye'],
  resolved: ['good', 'check'],
  dismissed: ['quiet', 'ban'],
}

export function findingStatusBadge(status: FindingStatus): Html {
  return badge(...STATUS[status], FINDING_STATUS_NAMES[status])
}

const READ: Readonly<Record<ReadStatus | 'running', readonly [Tone, IconName, string]>> = {
  complete: ['good', 'check', 'Complete'],
  partial: ['warn', 'half', 'Partial'],
  failed: ['bad', 'warning', 'Failed'],
  running: ['info', 'clock', 'Running'],
}

export function readStatusBadge(status: ReadStatus | 'running'): Html {
  return badge(...READ[status])
}

const REQUEST: Readonly<Record<RequestState, readonly [Tone, IconName]>> = {
  asked: ['warn', 'clock'],
  approved: ['good', 'check'],
  declined: ['bad', 'ban'],
  withdrawn: ['quiet', 'ban'],
}

export function requestStateBadge(state: RequestState): Html {
  return badge(...REQUEST[state], REQUEST_STATE_NAMES[state])
}
