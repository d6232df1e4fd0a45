import { squeeze } from '#core/name.ts'
import { claimColumns } from '#src/table/claim-columns.ts'
import { statementHeaders } from '#src/table/statement-headers.ts'
import { HEADER_NAMES, UNUSED_HEADERS } from './header-names.ts'
import type { Field } from './header-names.ts'

export type Provider = 'okta' | 'entra' | 'google'

/** Field -> the header that stands for it, as the file writes it. */
export type Columns = Readonly<Partial<Record<Field, string>>>

const FIELDS = Object.entries(HEADER_NAMES).flatMap(([field, names]) =>
  isField(field) ? [[field, names.split(/\s+/)] as const] : [],
)

// Names that nothing but a list of applications gives a column.
const APP_HEADER = /app|anwendung|aplicac|saas|software|tool|oauth|client|serviceprincipal|integration/
// More than a statement's reader gives itself for any table with a column of numbers and one of days.
const SURE = 0.95
const PERSON_FIELDS: readonly Field[] = ['login', 'email', 'person', 'appUser']

/** True for a field name as `HEADER_NAMES` has it. */
export function isField(name: string): name is Field {
  return Object.hasOwn(HEADER_NAMES, name)
}

/**
 * Recognises columns by their headers, in any order, case and spacing. Where a list has both a label and a name, the
 * label is what people see and the name is the catalogue's (Okta).
 */
export function recogniseHeaders(headers: readonly string[]): { columns: Columns; unrecognised: readonly string[] } {
  const keys = headers.map((header) => squeeze(header))
  const claimed = claimColumns(
    keys.map((key) => [key]),
    FIELDS,
  )
  const found: Columns = Object.fromEntries([...claimed].map(([at, field]) => [field, headers[at]?.trim() ?? '']))
  const unrecognised = headers.filter(
    (header, at) => !claimed.has(at) && header.trim() !== '' && !UNUSED_HEADERS.has(keys[at] ?? ''),
  )
  return { columns: withLabel(found), unrecognised: unrecognised.map((header) => header.trim()) }
}

function withLabel(found: Columns): Columns {
  const { label, name, ...rest } = found
  if (label === undefined) return found
  // A bare "Name" beside a person is the person's.
  const catalogue = name !== undefined && (APP_HEADER.test(squeeze(name)) || !namesPeople(found))
  const catalogName = rest.catalogName ?? (catalogue ? name : undefined)
  return { ...rest, name: label, ...(catalogName === undefined ? {} : { catalogName }) }
}

/** True when rows of such a list are about a person each. */
export function namesPeople(columns: Columns): boolean {
  return PERSON_FIELDS.some((field) => columns[field] !== undefined)
}

/**
 * How much a row of headers looks like a list of applications, 0..1. 0 without a column for the name or id of an app,
 * and for what has the money and date columns of a statement.
 */
export function looksLikeAppList(headers: readonly string[]): number {
  const { columns } = recogniseHeaders(headers)
  if (columns.name === undefined && columns.appId === undefined) return 0
  const statement = statementHeaders(headers)
  if (statement === 'yes') return 0
  const named = columns.name !== undefined && APP_HEADER.test(squeeze(columns.name))
  const supported = Object.keys(columns).filter((field) => field !== 'name').length
  const certain = columns.appId !== undefined || columns.signOn !== undefined || columns.objectId !== undefined
  // "Name, E-mail, Department" is a list of people.
  if (!named && !certain && namesPeople(columns)) return 0.1
  const base = named || certain ? 0.6 : 0.35
  const score = Math.min(1, base + 0.1 * supported)
  if (statement === 'partly') return score / 2
  // Counts and days of last use could be read as amounts and dates; nothing else in such a header speaks of money.
  return named || certain ? Math.max(score, SURE) : score
}

/** The console that exports such headers; ids in the rows may tell where headers do not. */
export function providerOf(headers: readonly string[], ids: readonly string[]): Provider | null {
  const keys = new Set(headers.map((header) => squeeze(header)))
  const has = (...names: string[]): boolean => names.some((name) => keys.has(name))
  if (has('verifiedstatus', 'requestedservices', 'oauthclientid', 'oauth2clientid') && has('appname', 'name', 'id'))
    return 'google'
  if (has('objectid', 'serviceprincipaltype', 'createddatetime', 'appownerorganizationid', 'objektid')) return 'entra'
  if (has('applicationlabel', 'applabel', 'signonmode', 'appinstanceid', 'oktaappid', 'oktalogin')) return 'okta'
  if (ids.some((id) => /\.apps\.googleusercontent\.com$/i.test(id))) return 'google'
  if (ids.some((id) => /^0oa[A-Za-z0-9]{10,}$/.test(id))) return 'okta'
  return has('publishername', 'homepage') && has('appid', 'applicationid') ? 'entra' : null
}
