import { expect, test } from 'vitest'
import type { Gap, Rejected } from '#core/coverage.ts'
import type { GalleryEntry } from '#core/gallery.ts'
import { readStatus } from '#core/coverage.ts'
import { createMicrosoftConnector } from '#connectors/microsoft/index.ts'
import type { FakeGraph, FakeGraphOptions } from '#test/support/fake-graph.ts'
import {
  NON_GALLERY,
  ofKind,
  readContext,
  readTenant,
  settingsFor,
  startTenant,
  thirdParty,
} from '#test/support/microsoft.ts'

type Row = Readonly<Record<string, unknown>>

function template(id: string, row: Row = {}): Row {
  return { id, displayName: `App ${id}`, homePageUrl: `https://www.${id}.example/home`, publisher: 'Acme', ...row }
}

async function gallery(fake: FakeGraph): Promise<readonly (GalleryEntry | Rejected | Gap)[]> {
  const connector = createMicrosoftConnector(settingsFor(fake))
  return Array.fromAsync(connector.readGallery?.(readContext()) ?? [])
}

function tenantOf(applicationTemplates: readonly unknown[], options: Partial<FakeGraphOptions> = {}) {
  return startTenant({ applicationTemplates }, options)
}

const ACME: GalleryEntry = { kind: 'gallery-entry', id: 'a1', name: 'App a1', publisher: 'Acme', domain: 'a1.example' }

test('a template is read with its name, its publisher and the domain of its home page', async () => {
  await using fake = await tenantOf([
    template('A1', { homePageUrl: 'https://www.a1.example/home', displayName: 'App a1' }),
  ])
  expect(await gallery(fake)).toEqual([ACME])
})

test('nothing but what is needed is asked for, and the size of pages is left to Graph', async () => {
  await using fake = await tenantOf([template('a1')])
  await gallery(fake)
  const asked = fake.requests.find(({ resource }) => resource === 'applicationTemplates')
  expect(asked?.query.get('$select')).toBe('id,displayName,homePageUrl,publisher')
  expect(asked?.query.has('$top')).toBe(false)
})

test('a Graph that does not know these properties is asked without them', async () => {
  await using fake = await tenantOf([template('a1')], { unknownProperties: ['publisher'] })
  expect(await gallery(fake)).toEqual([ACME])
})

test('every page is read, an entry that comes again counts once', async () => {
  const rows = Array.from({ length: 25 }, (_, at) => template(`t${at}`))
  await using fake = await tenantOf([...rows, template('t0')], { pageSize: 10 })
  const entries = await gallery(fake)
  expect(entries.map((entry) => (entry.kind === 'gallery-entry' ? entry.id : entry.kind))).toEqual(
    rows.map(({ id }) => id),
  )
})

test.for([
  ['no address', null, null],
  ['an address without a scheme', 'www.a1.example', 'a1.example'],
  ['a site where anybody has a page', 'https://play.google.com/store/apps/details?id=a1', null],
  ['shared hosting', 'https://a1.herokuapp.com', null],
  ["Microsoft's plumbing", 'https://login.microsoftonline.com/x', null],
  ['no address at all', 'javascript:alert(1)', null],
] as const)('of %s the domain is told only where it says who made the app', async ([, homePageUrl, domain]) => {
  await using fake = await tenantOf([template('a1', { homePageUrl })])
  expect(await gallery(fake)).toEqual([{ ...ACME, domain }])
})

test("Microsoft's own templates and the one for hand-made apps are left out", async () => {
  await using fake = await tenantOf([
    template('m1', { publisher: 'Microsoft Corporation' }),
    template(NON_GALLERY.toUpperCase()),
    template('a1'),
  ])
  expect(await gallery(fake)).toEqual([ACME])
})

test('a template without a name is rejected, and the others are read', async () => {
  await using fake = await tenantOf([template('b1', { displayName: null }), 7, template('a1')])
  const [first, second, third] = await gallery(fake)
  expect(first).toMatchObject({ kind: 'rejected', subject: 'applicationTemplates b1', keyPrefixes: [] })
  expect(second).toMatchObject({ kind: 'rejected', subject: 'applicationTemplates (without id)' })
  expect(third).toEqual(ACME)
})

test.for([
  [403, {}, 'denied'],
  [429, { 'retry-after': '120' }, 'throttled'],
  [503, {}, 'unavailable'],
  [404, {}, 'unsupported'],
] as const)('an answer %i is a gap behind which no fact of the company hides', async ([status, headers, code]) => {
  await using fake = await tenantOf([template('a1')], {
    fault: ({ resource }) => (resource === 'applicationTemplates' ? { kind: 'status', status, headers } : null),
  })
  const [gap, ...others] = await gallery(fake)
  expect(others).toEqual([])
  expect(gap).toMatchObject({ kind: 'gap', subject: 'applicationTemplates', code, keyPrefixes: [] })
  expect(gap?.kind === 'gap' ? readStatus(3, [gap]) : null).toBe('complete')
})

test('an app that was set up from the gallery bears its template, a hand-made one bears none', async () => {
  await using fake = await startTenant({
    servicePrincipals: [
      thirdParty('sp-1', { applicationTemplateId: 'DDDDDDDD-0000-4000-8000-000000000001' }),
      thirdParty('sp-2', { applicationTemplateId: NON_GALLERY, preferredSingleSignOnMode: 'saml' }),
    ],
  })
  const apps = ofKind(await readTenant(fake), 'sso-app')
  expect(apps.map(({ app }) => app.identifiers)).toEqual([
    [
      { kind: 'entra-app', value: 'app-sp-1' },
      { kind: 'entra-template', value: 'dddddddd-0000-4000-8000-000000000001' },
    ],
    [{ kind: 'entra-app', value: 'app-sp-2' }],
  ])
})
