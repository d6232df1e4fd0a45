import { describe, expect, test } from 'vitest'
import { revealHidden } from '#src/web/html.ts'
import type { Gap } from '#core/coverage.ts'
import type { TestCompany } from '#test/support/backend.ts'
import { checkHtml } from '#test/support/check-html.ts'
import { entry } from '#test/support/company.ts'
import { assignment, charge, clue, grant, person, ssoApp } from '#test/support/observations.ts'
import { openPages, textOf } from '#test/support/pages.ts'
import type { Pages } from '#test/support/pages.ts'

const PAYLOADS: readonly (readonly [name: string, text: string])[] = [
  ['a script', '<script>alert(1)</script>'],
  ['an attribute break', '"><img src=x onerror=alert(1)>'],
  ['a single quote break', "' onmouseover='alert(1)"],
  ['a script address', 'javascript:alert(1)//'],
  ['a closed text area', '</textarea></title></select><svg onload=alert(1)>'],
  ['an entity', '&lt;script&gt;&#60;b&#62;&amp;'],
  ['turned text', 'Sl\u202Eкca\u2066lk\u200B'],
  ['a template', '${7*7}{{7*7}}<%= 7 %>'],
  ['a comment', '<!-- --><![CDATA[ ]]><?php ?>'],
  ['a lone surrogate', 'a\uD800b\0c'],
  ['10,000 characters', 'W'.repeat(10_000)],
]

/** Every text that comes from outside is the payload, made distinct where it has to be. */
function companyOf(payload: string): TestCompany {
  const app = clue({
    identifiers: [{ kind: 'google-client', value: `1-${payload}` }],
    name: payload,
    publisher: payload,
    domains: [payload],
    ownerTenant: payload,
  })
  const other = clue({
    identifiers: [{ kind: 'entra-app', value: `2-${payload}` }],
    name: `${payload} 2`,
    publisher: payload,
  })
  const email = `${payload}@acme.example`
  const gap: Gap = { kind: 'gap', source: 'google', subject: payload, code: 'denied', reason: payload }
  return {
    gaps: [gap],
    observations: [
      person(email, { name: payload, department: payload, status: 'suspended' }),
      grant(app, email, { scopes: [payload, 'https://mail.google.com/'] }),
      grant(app, 'bo@acme.example', { scopes: [payload] }),
      grant(other, null, { source: 'microsoft', scopes: [payload, 'Mail.Read'] }),
      assignment(other, { group: payload }),
      ssoApp(clue({ identifiers: [{ kind: 'okta-app', value: payload }], name: payload })),
      ...['2026-01-05', '2026-02-05', '2026-03-05'].map((date) =>
        charge(payload, date, 9_900, { account: payload, person: payload, mcc: '5734' }),
      ),
      charge('QUILLSEND', '2026-03-05', 9_900, { account: payload, person: payload }),
    ],
    inventory: [
      entry('Zephyrmail', {
        tool: payload,
        status: 'restricted',
        owner: payload,
        vendor: payload,
        domain: payload,
        capabilities: [payload],
        notes: payload,
        conditions: [payload],
        identifiers: [{ kind: 'google-client', value: `1-${payload}` }],
      }),
      entry('Quillsend', { app: 'quillsend', tool: payload, owner: payload, notes: payload }),
    ],
  }
}

async function pathsOf(pages: Pages, payload: string): Promise<readonly string[]> {
  const { store } = pages
  const [findings, apps, inventory] = await Promise.all([
    store.list('findings'),
    store.list('apps'),
    store.list('inventory'),
  ])
  const [finding] = findings
  await pages.post(`/findings/${finding?.id}/decision`, {
    version: String(finding?.version),
    status: 'dismissed',
    reason: payload.slice(0, 2000),
    by: payload.slice(0, 200),
  })
  const request = await pages.post('/requests', {
    tool: payload.slice(0, 200),
    purpose: payload.slice(0, 2000),
    askedBy: payload.slice(0, 200),
  })
  const upload = await pages.upload(
    '/imports/preview',
    new File(
      [
        `Date,Description,Amount,Currency,Card holder\n2026-03-04,"${payload.replaceAll('"', '""')}",-1.00,EUR,"${payload.replaceAll('"', '""')}"\n${payload}\n`,
      ],
      `${payload.slice(0, 80)}.csv`,
    ),
    { as: '', account: payload },
  )
  const query = encodeURIComponent(payload.toWellFormed())
  return [
    '/',
    '/findings?status=',
    '/apps?kind=',
    '/inventory',
    '/shortlist',
    '/requests',
    '/imports',
    '/scans',
    '/scans/id-1',
    `/check?q=${query}`,
    `/findings?app=${query}&rule=${query}`,
    `/apps?q=${query}&standing=${query}`,
    ...findings.slice(0, 12).map(({ id }) => `/findings/${id}`),
    ...apps.map(({ id }) => `/apps/${encodeURIComponent(id)}`),
    ...inventory.map(({ id }) => `/inventory/${id}`),
    request.headers.get('location') ?? '/requests',
    upload.headers.get('location') ?? '/imports',
  ]
}

describe('texts from outside', () => {
  test.for(PAYLOADS)('%s stays text on every page', async ([, payload]) => {
    await using pages = await openPages(companyOf(payload))
    const paths = await pathsOf(pages, payload)
    expect(paths.length).toBeGreaterThan(18)
    const shown = revealHidden(payload.slice(0, 60)).replace(/\s+/g, ' ')
    const wrong: string[] = []
    let seen = 0
    for (const path of paths) {
      const page = await pages.get(path)
      const { problems, elements } = checkHtml(page)
      const images = elements.filter(
        ({ name, attributes }) => name === 'img' && attributes.get('src') !== '/assets/icon.svg',
      )
      wrong.push(...[...problems, ...images.map(() => 'a foreign image')].map((problem) => `${path}: ${problem}`))
      if (/[\u202A-\u202E\u2066-\u2069\u200B\0]/.test(page)) wrong.push(`${path}: a hidden mark`)
      if (textOf(page).includes(shown)) seen += 1
    }
    expect(wrong).toEqual([])
    // It is really there, as text: otherwise the rest proves nothing.
    expect(seen).toBeGreaterThan(10)
  })

  test('hidden marks are written out, so that a name cannot pass for another', async () => {
    await using pages = await openPages(companyOf('Sl\u202Eack'))
    expect(await pages.get('/apps?kind=')).toContain('Sl⟨U+202E⟩ack')
  })

  test('a page that is not there says so without repeating an address as markup', async () => {
    await using pages = await openPages()
    expect(checkHtml(await pages.get('/%3Cscript%3Ealert(1)%3C/script%3E', 404)).problems).toEqual([])
  })
})
