import type { AppKind } from '#core/app.ts'
import type { FindingStatus, Severity } from '#core/finding.ts'
import type { Standing } from '#core/inventory.ts'
import type { Attribution } from '#core/match/match.ts'
import type { Source } from '#core/observation.ts'
import type { RequestState, ToolRequest } from '#core/request.ts'

export const SOURCE_NAMES: Readonly<Record<Source, string>> = {
  google: 'Google Workspace',
  microsoft: 'Microsoft Entra',
  okta: 'Okta',
  'app-list': 'App list',
  statement: 'Statements',
}

export const STANDING_NAMES: Readonly<Record<Standing, string>> = {
  approved: 'Approved',
  restricted: 'Restricted',
  trial: 'On trial',
  'under-review': 'Under review',
  rejected: 'Rejected',
  retired: 'Retired',
  unlisted: 'Not listed',
}

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
}

export const FINDING_STATUS_NAMES: Readonly<Record<FindingStatus, string>> = {
  open: 'Open',
  acknowledged: 'Acknowledged',
  resolved: 'Resolved',
  dismissed: 'Dismissed',
}

export const APP_KIND_NAMES: Readonly<Record<AppKind, string>> = {
  'third-party': 'Third party',
  platform: 'Platform',
  'in-house': 'In-house',
  script: 'Script',
}

export const ATTRIBUTION_NAMES: Readonly<Record<Attribution, string>> = {
  judgement: 'somebody decided it',
  identifier: 'its id is known',
  domain: 'its domain is known',
  descriptor: 'the merchant text says so',
  'name-only': 'only the name says so',
}

export const REQUEST_STATE_NAMES: Readonly<Record<RequestState, string>> = {
  asked: 'Waiting for an answer',
  approved: 'Approved',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
}

export const DATA_TYPE_NAMES: Readonly<Record<NonNullable<ToolRequest['dataType']>, string>> = {
  none: 'None, or public',
  internal: 'Internal to the company',
  customer: 'About customers',
  personal: 'Personal, such as applicants or health',
}

/** `1 person`, `1,204 people`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${thousands(number)} ${number === 1 ? one : many}`
}

/** `12045` -> `12,045`, the same on every machine. */
export function thousands(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** 0..1 as `87 %`; never `100 %` for what is not certain, nor `0 %` for what is not impossible. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100)
  if (rounded === 100 && share < 1) return '> 99 %'
  return rounded === 0 && share > 0 ? '< 1 %' : `${rounded} %`
}

/** A clause as a sentence: capital at the beginning, full stop at the end. */
export function sentence(clause: string): string {
  const text = clause.slice(0, 1).toUpperCase() + clause.slice(1)
  return /[.!?]$/.test(text) ? text : `${text}.`
}
