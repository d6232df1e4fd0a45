import { nearest } from '#core/nearest.ts'

/** Every environment name that Daylight reads. `secret` ones may also be given as `NAME_FILE`. */
const SETTINGS = {
  DAYLIGHT_DATA: {},
  DAYLIGHT_HOST: {},
  DAYLIGHT_PORT: {},
  DAYLIGHT_BASE_URL: {},
  DAYLIGHT_SCHEDULE: {},
  DAYLIGHT_CURRENCY: {},
  DATABASE_URL: { secret: true },
  GOOGLE_SERVICE_ACCOUNT_FILE: {},
  GOOGLE_ADMIN_SUBJECT: {},
  GOOGLE_CUSTOMER: {},
  GOOGLE_API_ROOT: {},
  GOOGLE_MODE: {},
  MICROSOFT_TENANT_ID: {},
  MICROSOFT_CLIENT_ID: {},
  MICROSOFT_CLIENT_SECRET: { secret: true },
  MICROSOFT_CLIENT_CERTIFICATE_FILE: {},
  MICROSOFT_AUTHORITY: {},
  MICROSOFT_GRAPH_ROOT: {},
  OKTA_ORG_URL: {},
  OKTA_API_TOKEN: { secret: true },
  OKTA_CLIENT_ID: {},
  OKTA_PRIVATE_KEY_FILE: {},
} as const satisfies Record<string, { readonly secret?: boolean }>
type SettingName = keyof typeof SETTINGS

export type Environment = Readonly<Record<string, string | undefined>>
export type ReadFile = (path: string) => string

/** Settings with their values; empty strings count as not set, and `NAME_FILE` is read for secrets. */
export type Values = Readonly<Partial<Record<SettingName, string>>>

/**
 * Collects the settings from the environment. Problems are sentences without any value of a secret: a file that cannot
 * be read, both `NAME` and `NAME_FILE`, an unknown `DAYLIGHT_*` name with the nearest known one.
 */
export function readSettings(environment: Environment, readFile: ReadFile): { values: Values; problems: string[] } {
  const values: Partial<Record<SettingName, string>> = {}
  const problems: string[] = []
  for (const [name, setting] of Object.entries(SETTINGS)) {
    if (!isSettingName(name)) continue
    const value = environment[name]?.trim()
    if (value) values[name] = value
    if (!('secret' in setting)) continue
    const file = environment[`${name}_FILE`]?.trim()
    if (!file) continue
    if (value) problems.push(`${name} and ${name}_FILE are both set; keep one`)
    try {
      values[name] = readFile(file).trim()
    } catch (cause) {
      problems.push(`${name}_FILE: ${file} cannot be read (${cause instanceof Error ? cause.message : String(cause)})`)
    }
  }
  return { values, problems: [...problems, ...unknownNames(environment)] }
}

function unknownNames(environment: Environment): string[] {
  const known = Object.keys(SETTINGS).filter((name) => name.startsWith('DAYLIGHT_'))
  return Object.keys(environment)
    .filter((name) => name.startsWith('DAYLIGHT_') && !known.includes(name))
    .toSorted()
    .map((name) => `${name} is not a setting of Daylight; did you mean ${nearest(name, known)}?`)
}

function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name)
}
