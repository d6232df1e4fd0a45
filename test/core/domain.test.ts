import { expect, test } from 'vitest'
import { domainLabel, hasSoftwareEnding, isTelling, registrableDomain } from '#core/domain.ts'

test.for([
  ['https://app.slack.com/x?y=z', 'slack.com'],
  ['cc@google.com', 'google.com'],
  ['WWW.ZOOM.US', 'zoom.us'],
  ['shop.amazon.co.uk', 'amazon.co.uk'],
  ['https://app.shipwise.example/cb', 'shipwise.example'],
  ['ana@mail.acme.test', 'acme.test'],
  ['printer.acme.local', null],
  ['192.0.2.7', null],
  ['localhost', null],
  ['version.2x', null],
  ['notes.invalid-ending-zz', null],
  ['', null],
] as const)('the registrable domain of %j is %j', ([text, domain]) => {
  expect(registrableDomain(text)).toBe(domain)
})

test('a hosting service, a login service and freemail tell nothing of who made an app', () => {
  expect(['herokuapp.com', 'auth0.com', 'gmail.com', 'slack.com'].map(isTelling)).toEqual([false, false, false, true])
})

test('the label is the first part', () => {
  expect(domainLabel('amazon.co.uk')).toBe('amazon')
})

test('software endings are told from plain ones', () => {
  expect(['linear.app', 'n8n.io', 'tesco.com'].map(hasSoftwareEnding)).toEqual([true, true, false])
})
