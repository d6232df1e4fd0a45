import { expect, test } from 'vitest'
import { createMicrosoftConnector } from '#connectors/microsoft/index.ts'
import type { Fault } from '#test/support/fake-graph.ts'
import {
  CLIENT,
  TENANT,
  ana,
  ofKind,
  readContext,
  readTenant,
  settingsFor,
  startTenant,
  thirdParty,
} from '#test/support/microsoft.ts'

const tenant = { users: [ana], servicePrincipals: [thirdParty('sp-1'), thirdParty('sp-2')] }

function refusal(status: number, description: string): Fault {
  return { kind: 'status', status, body: JSON.stringify({ error: 'invalid_request', error_description: description }) }
}

test('one token serves the whole reading, and asks for the permissions of the application', async () => {
  await using fake = await startTenant(tenant)
  await readTenant(fake)
  expect(fake.tokenForms.map((form) => [form.get('grant_type'), form.get('scope')])).toEqual([
    ['client_credentials', 'https://graph.microsoft.com/.default'],
  ])
})

const refused: readonly { title: string; fault: Fault; code: string; says: string }[] = [
  {
    title: 'an unknown application',
    fault: refusal(400, `AADSTS700016: Application with identifier '${CLIENT}' was not found.`),
    code: 'denied',
    says: `tenant ${TENANT} has no application ${CLIENT}; check MICROSOFT_CLIENT_ID`,
  },
  {
    title: 'an unknown tenant',
    fault: refusal(400, 'AADSTS90002: Tenant not found.'),
    code: 'denied',
    says: 'check MICROSOFT_TENANT_ID',
  },
  {
    title: 'an expired secret',
    fault: refusal(401, 'AADSTS7000222: The provided client secret keys are expired.'),
    code: 'denied',
    says: 'has expired',
  },
  {
    title: 'a code nobody explained',
    fault: refusal(400, 'AADSTS1234: Something odd. Trace ID: x\r\nTimestamp'),
    code: 'denied',
    says: 'was refused: AADSTS1234: Something odd.; see',
  },
  {
    title: 'a refusal without words',
    fault: { kind: 'status', status: 400, body: '{}' },
    code: 'denied',
    says: `sign-in of application ${CLIENT} was refused; see`,
  },
  {
    title: 'a web page',
    fault: { kind: 'body', body: '<html>', contentType: 'text/html' },
    code: 'malformed',
    says: 'the token endpoint answered 200 with a web page',
  },
  {
    title: 'no token',
    fault: { kind: 'body', body: '{"token_type":"Bearer"}' },
    code: 'malformed',
    says: 'without an access token',
  },
  { title: 'a 429', fault: { kind: 'status', status: 429 }, code: 'throttled', says: 'asks to slow down' },
  { title: 'a 503', fault: { kind: 'status', status: 503 }, code: 'unavailable', says: 'failed (503)' },
  { title: 'a broken connection', fault: { kind: 'reset' }, code: 'unavailable', says: 'could not be reached' },
]
test.for(refused)('$title at sign-in is one gap in one sentence', async ({ fault, code, says }) => {
  await using fake = await startTenant(tenant, { fault: ({ resource }) => (resource === 'token' ? fault : null) })
  const reading = await readTenant(fake)
  expect(reading.observations).toEqual([])
  expect(reading.gaps.map((gap) => [gap.subject, gap.code])).toEqual([['everything (sign-in)', code]])
  expect(reading.gaps[0]?.reason).toContain(says)
})

test('a wrong secret is told without repeating it', async () => {
  await using fake = await startTenant(tenant)
  const reading = await readTenant(fake, { credential: { kind: 'secret', secret: 'wrong-and-private' } })
  expect(reading.gaps).toEqual([
    {
      kind: 'gap',
      source: 'microsoft',
      subject: 'everything (sign-in)',
      code: 'denied',
      reason: `microsoft: sign-in was refused: the client secret of application ${CLIENT} is wrong; copy its value (not its id) from Certificates & secrets into MICROSOFT_CLIENT_SECRET (AADSTS7000215)`,
    },
  ])
})

test('an authority that nobody answers at is unavailable', async () => {
  await using fake = await startTenant(tenant)
  const reading = await readTenant(fake, { authority: 'http://127.0.0.1:1' })
  expect(reading.gaps.map(({ code }) => code)).toEqual(['unavailable'])
})

test('one 401 drops the cached token, and reading goes on with a new one', async () => {
  await using fake = await startTenant(tenant, {
    fault: ({ resource, count }) =>
      resource === 'servicePrincipals' && count === 1 ? { kind: 'status', status: 401 } : null,
  })
  const context = readContext()
  const reading = await readTenant(fake, {}, context)
  expect(reading.gaps).toEqual([])
  expect(fake.tokenForms.length).toBe(2)
  expect(context.meter.retries).toBe(1)
})

test('401 for ever does not ask for tokens for ever', async () => {
  await using fake = await startTenant(tenant, {
    fault: ({ resource }) => (resource.includes('/') ? { kind: 'status', status: 401 } : null),
  })
  const reading = await readTenant(fake)
  expect(reading.gaps.map(({ subject, code }) => [subject, code])).toEqual([
    ['appRoleAssignedTo of App sp-1', 'denied'],
    ['appRoleAssignedTo of App sp-2', 'denied'],
  ])
  expect(fake.tokenForms.length).toBe(2)
})

test('a token that ends in mid-scan is renewed before it does', async () => {
  await using fake = await startTenant(tenant, { tokenSeconds: 100 })
  let seconds = 0
  // Each look at the clock is half a minute later.
  const reading = await readTenant(
    fake,
    {},
    readContext({ now: () => new Date(Date.UTC(2026, 2, 1) + (seconds += 30) * 1000) }),
  )
  expect(reading.gaps).toEqual([])
  expect(ofKind(reading, 'person').length).toBe(1)
  expect(fake.tokenForms.length).toBeGreaterThan(1)
})

test.for([
  {
    authority: 'https://login.microsoftonline.us',
    graphRoot: 'https://dod-graph.microsoft.us',
    scope: 'https://dod-graph.microsoft.us/.default',
  },
  {
    authority: 'https://login.microsoftonline.us',
    graphRoot: 'https://gateway.acme.example/graph',
    scope: 'https://graph.microsoft.us/.default',
  },
  {
    authority: 'https://login.chinacloudapi.cn',
    graphRoot: 'https://microsoftgraph.chinacloudapi.cn/',
    scope: 'https://microsoftgraph.chinacloudapi.cn/.default',
  },
  {
    authority: 'https://login.microsoftonline.com',
    graphRoot: 'https://gateway.acme.example',
    scope: 'https://graph.microsoft.com/.default',
  },
])('at $authority the token for $graphRoot is asked for as $scope', async ({ authority, graphRoot, scope }) => {
  await using fake = await startTenant(tenant)
  const asked: string[] = []
  const connector = createMicrosoftConnector(settingsFor(fake, { authority, graphRoot }), {
    fetch: async (input, init) => {
      const request = new Request(input, init)
      asked.push(request.url, new URLSearchParams(await request.text()).get('scope') ?? '')
      return Response.json({ error_description: 'AADSTS90002: no' }, { status: 400 })
    },
  })
  await Array.fromAsync(connector.read(readContext()))
  expect(asked).toEqual([`${authority}/${TENANT}/oauth2/v2.0/token`, scope])
})

test('a root over plain http that is not loopback is refused before anything is sent', async () => {
  await using fake = await startTenant(tenant)
  expect(() => createMicrosoftConnector(settingsFor(fake, { authority: 'http://login.example' }))).toThrow(
    'must begin with https://',
  )
})

test('a token that ended is replaced each time, also twice within a minute', async () => {
  await using fake = await startTenant(tenant, {
    fault: ({ resource, count }) =>
      count === 1 && (resource === 'servicePrincipals' || resource === 'oauth2PermissionGrants')
        ? { kind: 'status', status: 401 }
        : null,
  })
  const reading = await readTenant(fake)
  expect(reading.gaps).toEqual([])
  expect(fake.tokenForms.length).toBe(3)
})
