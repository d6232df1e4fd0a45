import { googleSettings, microsoftSettings } from './cli-sources.ts'
import { jsonRows, openCliFolder } from './cli.ts'
import type { CliFolder, Ran } from './cli.ts'
import { apiError, startFakeGoogle } from './fake-google.ts'
import type { FakeGoogle, FakeTenant } from './fake-google.ts'
import type { FakeGraph, FakeGraphOptions } from './fake-graph.ts'
import { ana, assignment, bo, consent, graphApp, startTenant, thirdParty } from './microsoft.ts'

export const ZEPHYR = {
  clientId: '700001-z.apps.googleusercontent.com',
  displayText: 'Zephyr Notes',
  scopes: ['openid'],
}
export const BOTLY = {
  clientId: '700002-b.apps.googleusercontent.com',
  displayText: 'Botly',
  scopes: ['https://mail.google.com/'],
}
const GOOGLE: Partial<FakeTenant> = {
  users: [
    { primaryEmail: 'ana@acme.example' },
    { primaryEmail: 'bo@acme.example' },
    { primaryEmail: 'cy@acme.example' },
  ],
  tokens: { 'ana@acme.example': [ZEPHYR, BOTLY], 'bo@acme.example': [ZEPHYR] },
}
export const GRAPH = {
  users: [ana, bo],
  servicePrincipals: [graphApp, thirdParty('sp-desk', { displayName: 'Deskly' })],
  oauth2PermissionGrants: [consent('g1', 'sp-desk', 'u-ana', 'User.Read'), consent('g2', 'sp-desk', null, 'Mail.Read')],
  appRoleAssignedTo: { 'sp-desk': [assignment('a1', 'User', 'u-bo'), assignment('a2', 'Group', 'g-sales')] },
}
export const REFUSED = apiError(403, 'forbidden', 'Not Authorized to access this resource/api')

type Scene = {
  readonly folder: CliFolder
  /** The settings that point a command at both. */
  readonly env: Readonly<Record<string, string>>
  readonly google: FakeGoogle
  readonly graph: FakeGraph
  readonly scan: (...flags: readonly string[]) => Promise<Ran>
  readonly lines: (command: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
  /** The apps with their tags, by name. */
  readonly apps: () => Promise<readonly string[]>
}

/** A company with both providers on loopback, configured by the environment only. */
export async function withProviders(
  use: (scene: Scene) => Promise<void>,
  options: { readonly google?: Partial<FakeTenant>; readonly graph?: Partial<FakeGraphOptions> } = {},
): Promise<void> {
  await using folder = await openCliFolder()
  await using google = await startFakeGoogle({ ...structuredClone(GOOGLE), ...options.google })
  await using graph = await startTenant(GRAPH, options.graph)
  const env = { ...(await googleSettings(folder, google)), ...microsoftSettings(graph) }
  const lines = async (command: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
    jsonRows((await folder.run([command, '--json'])).stdout)
  await use({
    folder,
    env,
    google,
    graph,
    scan: (...flags) => folder.run(['scan', ...flags], { env }),
    lines,
    apps: async () => (await lines('apps')).map(({ name, tags }) => [name, ...[tags].flat()].join(' ')),
  })
}

/** A fault under which the tokens of one person are refused. */
export const refuseTokensOf = (person: string) => ({
  when: ({ path }: { readonly path: string }) => path.endsWith(`/users/${person}/tokens`),
  answer: REFUSED,
})
