import { expect, test } from 'vitest'
import { ana, consent, graphApp, thirdParty } from '#test/support/microsoft.ts'
import { withProviders } from '#test/support/two-providers.ts'

const STRANGER = 'dddddddd-0000-4000-8000-000000000009'
const MAIL = 'https://mail.google.com/'

function token(project: string, displayText: string): { clientId: string; displayText: string; scopes: string[] } {
  return { clientId: `${project}-x.apps.googleusercontent.com`, displayText, scopes: [MAIL] }
}

const HONEST_GOOGLE = [
  token('700000000001', 'Slack'),
  token('700000000002', 'Slack for Android'),
  token('700000000003', 'Zoom for Google Workspace'),
  token('700000000004', 'Trello Power-Up'),
  token('700000000005', 'Grammarly: AI Writing'),
]
const FALSE_GOOGLE = [
  token('800000000001', 'Slасk'),
  token('800000000002', 'Doсusign'),
  token('800000000003', 'Zo\u200bom'),
  token('800000000004', 'Dropb0x'),
  token('800000000005', 'Ｎotion'),
]
const MENTIONS = [token('900000000001', 'Backup for Jira'), token('900000000002', 'ChatGPT for Sheets')]

const HONEST_ENTRA = [
  thirdParty('h1', { displayName: 'Slack', verifiedPublisher: { displayName: 'Salesforce, Inc.' } }),
  thirdParty('h2', { displayName: 'Jira Cloud', publisherName: 'Atlassian US, Inc.' }),
  thirdParty('h3', { displayName: 'Zoom', replyUrls: ['https://zoom.us/oauth', 'https://zoomgov.com/oauth'] }),
  thirdParty('h4', { displayName: 'LinkedIn Learning', verifiedPublisher: { displayName: 'Microsoft Corporation' } }),
  thirdParty('h5', { displayName: 'Mailchimp', verifiedPublisher: { displayName: 'Intuit Inc.' } }),
]
const FALSE_ENTRA = [
  thirdParty('f1', { displayName: 'DocuSign', verifiedPublisher: { displayName: 'Sunny Example Ventures' } }),
  thirdParty('f2', { displayName: 'Dropbox Business', replyUrls: ['https://files.sunny-tools.example/cb'] }),
  thirdParty('f3', { displayName: 'Microsoft Teams', appOwnerOrganizationId: STRANGER }),
  thirdParty('f4', { displayName: 'Asana - Production', publisherName: 'Hootsuite Inc.' }),
  thirdParty('f5', { displayName: 'Canvа', publisherName: 'Sunny Example Ventures' }),
]

async function scanned(): Promise<{ readonly apps: readonly string[]; readonly lookalikes: readonly string[] }> {
  const entra = [...HONEST_ENTRA, ...FALSE_ENTRA]
  const google = {
    users: [{ primaryEmail: 'ana@acme.example' }],
    tokens: { 'ana@acme.example': [...HONEST_GOOGLE, ...FALSE_GOOGLE, ...MENTIONS] },
  }
  const graph = {
    tenant: {
      users: [ana],
      servicePrincipals: [graphApp, ...entra],
      oauth2PermissionGrants: entra.map(({ id }) => consent(`g-${String(id)}`, String(id), 'u-ana', 'Mail.Read')),
    },
  }
  let apps: readonly string[] = []
  let lookalikes: readonly string[] = []
  await withProviders(
    async ({ scan, lines }) => {
      expect((await scan()).code).toBe(0)
      apps = (await lines('apps')).map(({ app, users }) => `${String(app)} ${String(users)}`)
      const found = (await lines('findings')).filter(({ rule }) => rule === 'lookalike-app')
      lookalikes = found.map(
        ({ title }) => /named "(.+?)" resembles (.+?) and/.exec(String(title))?.slice(1, 3).join(' = ') ?? '',
      )
    },
    { google, graph },
  )
  return { apps: apps.toSorted(), lookalikes: lookalikes.toSorted() }
}

test('after a scan each false name is a lookalike of what it resembles, and no honest one is', async () => {
  const { apps, lookalikes } = await scanned()
  expect(lookalikes).toEqual(
    [
      'Slасk = Slack',
      'Doсusign = Docusign',
      'Zo\u200bom = Zoom',
      'Dropb0x = Dropbox',
      'Ｎotion = Notion',
      'DocuSign = Docusign',
      'Dropbox Business = Dropbox',
      'Microsoft Teams = Microsoft Teams',
      'Asana - Production = Asana',
      'Canvа = Canva',
    ].toSorted(),
  )
  const known = apps.filter((app) => !app.startsWith('app-'))
  expect(known).toEqual([
    'grammarly 1',
    'jira 1',
    'linkedin-learning 1',
    'mailchimp 1',
    'slack 1',
    'trello 1',
    'zoom 1',
  ])
})
