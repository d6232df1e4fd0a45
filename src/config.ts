import { z } from 'zod'
import { isCurrency } from '#core/currency.ts'
import { rootProblem } from '#provider/fetch.ts'
import { scheduleProblem } from './schedule.ts'
import { readSettings } from './settings.ts'
import type { Environment, ReadFile, Values } from './settings.ts'

type GoogleConfig = {
  readonly serviceAccountFile: string
  readonly adminSubject: string
  readonly customer: string
  readonly apiRoot: string
  readonly mode: 'full' | 'audit-only'
}

type MicrosoftConfig = {
  readonly tenantId: string
  readonly clientId: string
  readonly credential:
    | { readonly kind: 'secret'; readonly secret: string }
    | { readonly kind: 'certificate'; readonly file: string }
  readonly authority: string
  readonly graphRoot: string
}

export type Config = {
  readonly dataFolder: string
  readonly host: string
  readonly port: number
  readonly baseUrl: string | null
  readonly schedule: string | null
  readonly currency: string | null
  readonly google: GoogleConfig | null
  readonly microsoft: MicrosoftConfig | null
}

/** All that is wrong with the settings, at once, so that nobody mends them one by one. */
export class ConfigError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(['the settings do not work:', ...problems.map((problem) => `  - ${problem}`)].join('\n'))
    this.name = 'ConfigError'
    this.problems = problems
  }
}

/** A check from a function that says what is wrong with a value, or null. */
function without(
  problemOf: (value: string) => string | null,
): (value: string, context: z.RefinementCtx<string>) => void {
  return (value, context) => {
    const message = problemOf(value)
    if (message !== null) context.addIssue({ code: 'custom', message })
  }
}

const root = z.string().superRefine(without(rootProblem))

const schema = z.object({
  DAYLIGHT_DATA: z.string().default('./data'),
  DAYLIGHT_HOST: z.string().default('127.0.0.1'),
  DAYLIGHT_PORT: z.string().default('8080').transform(Number).pipe(z.int('must be a whole number').min(0).max(65_535)),
  DAYLIGHT_BASE_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' }).optional(),
  DAYLIGHT_SCHEDULE: z.string().superRefine(without(scheduleProblem)).optional(),
  DAYLIGHT_CURRENCY: z.string().refine(isCurrency, 'must be an ISO 4217 code such as EUR').optional(),
  GOOGLE_API_ROOT: root.default('https://admin.googleapis.com/'),
  GOOGLE_MODE: z.enum(['full', 'audit-only'], { error: 'must be full or audit-only' }).default('full'),
  GOOGLE_CUSTOMER: z.string().default('my_customer'),
  MICROSOFT_AUTHORITY: root.default('https://login.microsoftonline.com'),
  MICROSOFT_GRAPH_ROOT: root.default('https://graph.microsoft.com'),
})

/** Reads and checks the settings. Throws `ConfigError` with every problem; no message ever holds a secret. */
export function readConfig(environment: Environment, readFile: ReadFile): Config {
  const { values, problems } = readSettings(environment, readFile)
  const parsed = schema.safeParse(values)
  const invalid = parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []
  const all = [...problems, ...invalid, ...incomplete(values), ...unsupported(values)]
  if (!parsed.success || all.length > 0) throw new ConfigError(all)
  const checked = parsed.data
  return {
    dataFolder: checked.DAYLIGHT_DATA,
    host: checked.DAYLIGHT_HOST,
    port: checked.DAYLIGHT_PORT,
    baseUrl: checked.DAYLIGHT_BASE_URL ?? null,
    schedule: checked.DAYLIGHT_SCHEDULE ?? null,
    currency: checked.DAYLIGHT_CURRENCY ?? null,
    google: google(values, checked),
    microsoft: microsoft(values, checked),
  }
}

type Checked = z.infer<typeof schema>

function google(values: Values, checked: Checked): GoogleConfig | null {
  const { GOOGLE_SERVICE_ACCOUNT_FILE: serviceAccountFile, GOOGLE_ADMIN_SUBJECT: adminSubject } = values
  if (serviceAccountFile === undefined || adminSubject === undefined) return null
  return {
    serviceAccountFile,
    adminSubject,
    customer: checked.GOOGLE_CUSTOMER,
    apiRoot: checked.GOOGLE_API_ROOT,
    mode: checked.GOOGLE_MODE,
  }
}

function microsoft(values: Values, checked: Checked): MicrosoftConfig | null {
  const { MICROSOFT_TENANT_ID: tenantId, MICROSOFT_CLIENT_ID: clientId } = values
  const { MICROSOFT_CLIENT_SECRET: secret, MICROSOFT_CLIENT_CERTIFICATE_FILE: file } = values
  if (tenantId === undefined || clientId === undefined) return null
  const credential =
    file === undefined ? secret && { kind: 'secret' as const, secret } : { kind: 'certificate' as const, file }
  if (!credential) return null
  return {
    tenantId,
    clientId,
    credential,
    authority: checked.MICROSOFT_AUTHORITY,
    graphRoot: checked.MICROSOFT_GRAPH_ROOT,
  }
}

/** A source that is half set up is a mistake, not a source that is off. */
function incomplete(values: Values): string[] {
  const problems: string[] = []
  const missing = (source: string, names: readonly (keyof Values)[]): void => {
    const absent = names.filter((name) => values[name] === undefined)
    if (absent.length > 0 && absent.length < names.length) {
      problems.push(`${source} is only half set up: ${absent.join(' and ')} missing (connectors/${source}/README.md)`)
    }
  }
  const credential = values.MICROSOFT_CLIENT_CERTIFICATE_FILE
    ? 'MICROSOFT_CLIENT_CERTIFICATE_FILE'
    : 'MICROSOFT_CLIENT_SECRET'
  missing('google', ['GOOGLE_SERVICE_ACCOUNT_FILE', 'GOOGLE_ADMIN_SUBJECT'])
  missing('microsoft', ['MICROSOFT_TENANT_ID', 'MICROSOFT_CLIENT_ID', credential])
  if (values.MICROSOFT_CLIENT_SECRET && values.MICROSOFT_CLIENT_CERTIFICATE_FILE) {
    problems.push('MICROSOFT_CLIENT_SECRET and MICROSOFT_CLIENT_CERTIFICATE_FILE are both set; keep one')
  }
  return problems
}

/** Settings of the design that this version cannot honour: said, never ignored. */
function unsupported(values: Values): string[] {
  const problems: string[] = []
  if (values.DATABASE_URL)
    problems.push('DATABASE_URL is set, but this version keeps its data in DAYLIGHT_DATA only; unset it')
  if (values.OKTA_ORG_URL || values.OKTA_API_TOKEN || values.OKTA_CLIENT_ID) {
    problems.push(
      'OKTA_* is set, but this version cannot call Okta; export its app list, run daylight import FILE --as app-list, and unset it',
    )
  }
  return problems
}
