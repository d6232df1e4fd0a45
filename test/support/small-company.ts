import type { Gap } from '#core/coverage.ts'
import type { TestCompany } from './backend.ts'
import { entry } from './company.ts'
import { assignment, charge, clue, grant, person, signIn, ssoApp } from './observations.ts'

const ZEPHYR = clue({
  identifiers: [{ kind: 'google-client', value: '700001-z.apps.googleusercontent.com' }],
  name: 'Zephyrmail',
})
const MAILBOT = clue({
  identifiers: [{ kind: 'google-client', value: '990001-mail.apps.googleusercontent.com' }],
  name: 'Mailbot',
})
const QUILL = clue({
  identifiers: [{ kind: 'entra-app', value: '0f1e2d3c-0000-4000-8000-000000000001' }],
  name: 'Quillsend',
  domains: ['quillsend.example'],
  publisher: 'Quillsend GmbH',
  publisherVerified: true,
})
const SIGN = clue({
  identifiers: [{ kind: 'okta-app', value: '0oa1signorama' }],
  name: 'Signorama',
  domains: ['example.com'],
})

const GAP: Gap = {
  kind: 'gap',
  source: 'google',
  subject: 'tokens of admin@acme.example',
  code: 'denied',
  reason: 'google: not allowed to read tokens of admin@acme.example',
}

const DAYS = ['2026-01-05', '2026-02-05', '2026-03-05']

/** A company of four people and five tools, with something to say on every page. */
export const SMALL_COMPANY: TestCompany = {
  currency: 'EUR',
  gaps: [GAP],
  observations: [
    person('ana@acme.example', { name: 'Ana Alves', department: 'Marketing' }),
    person('bo@acme.example', { name: 'Bo Berg', department: 'Sales' }),
    person('cy@acme.example', { name: 'Cy Cole', department: 'Marketing' }),
    person('di@acme.example', { name: 'Di Dorn', department: 'Finance', status: 'suspended' }),
    ...['ana', 'bo', 'cy'].map((name) => grant(ZEPHYR, `${name}@acme.example`)),
    grant(MAILBOT, 'ana@acme.example', { scopes: ['https://mail.google.com/', 'openid'] }),
    grant(MAILBOT, 'di@acme.example', { scopes: ['https://mail.google.com/'] }),
    signIn(ZEPHYR, 'ana@acme.example', '2026-03-20T08:00:00.000Z'),
    grant(QUILL, null, { source: 'microsoft', key: 'grant:microsoft:all:quill', scopes: ['Mail.Read'] }),
    assignment(QUILL, { person: 'bo@acme.example' }),
    assignment(QUILL, { person: 'cy@acme.example' }),
    ssoApp(SIGN),
    ...DAYS.map((date) => charge('QUILLSEND', date, 9_900, { person: 'bo@acme.example' })),
    ...DAYS.slice(0, 2).map((date) => charge('INKWELL SIGN', date, 2_000, { account: 'card 2222' })),
    charge('CLOUDY SOFTWARE SUBSCR', '2026-03-07', 4_200, { mcc: '5734' }),
  ],
  inventory: [
    entry('Zephyrmail', {
      owner: 'ana@acme.example',
      seats: 5,
      renewal: '2026-05-01',
      noticeDays: 30,
      monthlyCost: { minor: 5_000, currency: 'EUR' },
    }),
    entry('Signorama', { status: 'restricted', conditions: ['contracts with customers only'], owner: 'Legal' }),
    entry('Inkwell Sign', { status: 'rejected', notes: 'keeps documents abroad; use Signorama' }),
  ],
}
