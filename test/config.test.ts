import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '#src/config.ts'
import type { Environment } from '#src/settings.ts'

const read = (environment: Environment, files: Record<string, string> = {}) =>
  readConfig(environment, (path) => {
    const text = files[path]
    if (text === undefined) throw new Error('no such file')
    return text
  })

function problemsOf(environment: Environment, files: Record<string, string> = {}): readonly string[] {
  try {
    read(environment, files)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

const MICROSOFT = { MICROSOFT_TENANT_ID: 't', MICROSOFT_CLIENT_ID: 'c' }

describe('settings', () => {
  test('nothing set gives the defaults and no source', () => {
    expect(read({})).toEqual({
      dataFolder: './data',
      host: '127.0.0.1',
      port: 8080,
      baseUrl: null,
      schedule: null,
      currency: null,
      google: null,
      microsoft: null,
    })
  })

  test('a source is on when its settings are complete', () => {
    const config = read({ GOOGLE_SERVICE_ACCOUNT_FILE: 'key.json', GOOGLE_ADMIN_SUBJECT: 'admin@acme.example' })
    expect(config.google).toEqual({
      serviceAccountFile: 'key.json',
      adminSubject: 'admin@acme.example',
      customer: 'my_customer',
      apiRoot: 'https://admin.googleapis.com/',
      mode: 'full',
    })
  })

  test('a secret may come from a file, its line end cut', () => {
    const config = read({ ...MICROSOFT, MICROSOFT_CLIENT_SECRET_FILE: '/run/secret' }, { '/run/secret': 's3cret\n' })
    expect(config.microsoft?.credential).toEqual({ kind: 'secret', secret: 's3cret' })
  })

  test.for<[string, Environment, RegExp]>([
    ['an unknown name, with a suggestion', { DAYLIGHT_PROT: '1' }, /DAYLIGHT_PROT is not a setting.*DAYLIGHT_PORT/],
    ['a port that is none', { DAYLIGHT_PORT: 'http' }, /DAYLIGHT_PORT/],
    ['a schedule that is none', { DAYLIGHT_SCHEDULE: 'nightly' }, /DAYLIGHT_SCHEDULE is no cron pattern/],
    ['a currency that is none', { DAYLIGHT_CURRENCY: 'EURO' }, /DAYLIGHT_CURRENCY must be an ISO 4217 code/],
    [
      'a half set-up source',
      { GOOGLE_ADMIN_SUBJECT: 'a@acme.example' },
      /google is only half set up: GOOGLE_SERVICE_ACCOUNT_FILE missing/,
    ],
    ['a missing secret', MICROSOFT, /microsoft is only half set up: MICROSOFT_CLIENT_SECRET missing/],
    [
      'plain http to another machine',
      { GOOGLE_API_ROOT: 'http://192.0.2.1/' },
      /GOOGLE_API_ROOT must begin with https/,
    ],
    [
      'a secret file that cannot be read',
      { ...MICROSOFT, MICROSOFT_CLIENT_SECRET_FILE: '/none' },
      /MICROSOFT_CLIENT_SECRET_FILE: \/none cannot be read/,
    ],
    ['a setting this version cannot honour', { OKTA_ORG_URL: 'https://acme.okta.example' }, /cannot call Okta/],
    ['PostgreSQL, which is not there yet', { DATABASE_URL: 'postgres://u:pw@192.0.2.1/d' }, /DATABASE_URL is set/],
  ])('%s is a problem that says what to do', ([, environment, expected]) => {
    expect(problemsOf(environment).join('\n')).toMatch(expected)
  })

  test('plain http is accepted for loopback', () => {
    expect(read({ MICROSOFT_GRAPH_ROOT: 'http://127.0.0.1:4100' }).microsoft).toBeNull()
  })

  test('all problems are told at once, and none tells a secret', () => {
    const problems = problemsOf({
      ...MICROSOFT,
      MICROSOFT_CLIENT_SECRET: 'hunter2',
      MICROSOFT_CLIENT_CERTIFICATE_FILE: 'c.pem',
      DAYLIGHT_PORT: '-1',
      DAYLIGHT_X: '',
    })
    expect(problems.length).toBeGreaterThanOrEqual(3)
    expect(problems.join('\n')).not.toContain('hunter2')
  })
})
