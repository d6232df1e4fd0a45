import type { Observation } from '#core/observation.ts'
import type { TestCompany } from './backend.ts'
import { entry } from './company.ts'
import { charge, clue, grant, person, ssoApp } from './observations.ts'

const ZEPHYR = clue({
  identifiers: [{ kind: 'google-client', value: '700001-z.apps.googleusercontent.com' }],
  name: 'Zephyrmail',
})
const MAILBOT = clue({
  identifiers: [{ kind: 'google-client', value: '990001-mail.apps.googleusercontent.com' }],
  name: 'Mailbot',
})
const DESK = clue({ identifiers: [{ kind: 'entra-app', value: 'aaaa-bbbb' }], name: '=Deskly<b>' })
const PEOPLE = ['ana', 'bo', 'cy'].map((name) => `${name}@acme.example`)

const OBSERVATIONS: readonly Observation[] = [
  ...PEOPLE.map((email) => person(email)),
  ...PEOPLE.map((email) => grant(ZEPHYR, email)),
  grant(MAILBOT, 'ana@acme.example', { scopes: ['https://mail.google.com/'] }),
  grant(DESK, null, { source: 'microsoft', scopes: ['Mail.Read'] }),
  ssoApp(
    clue({ identifiers: [{ kind: 'okta-app', value: '0oa1' }], name: 'Inkwell Sign', domains: ['inkwell.example'] }),
  ),
  ...['2026-01-10', '2026-02-10', '2026-03-10'].flatMap((date) => [
    charge('QUILLSEND', date, 4900),
    charge('ZEPHYRMAIL', date, 9900),
    charge('SIGNORAMA', date, 2500),
    charge('INKWELL SIGN', date, 3000),
  ]),
]

/** A small company with an app of each kind of evidence, findings, overlaps to consolidate, and three entries. */
export const ACME: TestCompany = {
  observations: OBSERVATIONS,
  inventory: [
    entry('Quillsend', { owner: 'ida@acme.example', seats: 5 }),
    entry('Inkwell Sign', { status: 'restricted', conditions: ['only for sales'] }),
    entry('Unused tool', { status: 'rejected', notes: '=1+1' }),
  ],
}
