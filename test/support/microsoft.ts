import type { ReadContext } from '#core/connector.ts'
import type { Gap, Rejected } from '#core/coverage.ts'
import type { Observation } from '#core/observation.ts'
import { createMicrosoftConnector } from '#connectors/microsoft/index.ts'
import type { MicrosoftSettings } from '#connectors/microsoft/index.ts'
import type { FakeGraph, FakeGraphOptions, FakeTenant } from './fake-graph.ts'
import { startFakeGraph } from './fake-graph.ts'

export const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
export const CLIENT = 'bbbbbbbb-0000-4000-8000-000000000001'
const SECRET = 'not-a-real-secret'

export const PLATFORM = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a'
export const VENDOR = 'cccccccc-0000-4000-8000-000000000001'
export const NON_GALLERY = '8adf8e6e-67b2-4cf2-a259-e3dc5476c621'

type Row = Readonly<Record<string, unknown>>

export const ana = {
  id: 'u-ana',
  userPrincipalName: 'ana@acme.example',
  mail: 'Ana@acme.example',
  displayName: 'Ana',
  accountEnabled: true,
}
export const bo = {
  id: 'u-bo',
  userPrincipalName: 'bo@acme.example',
  mail: null,
  displayName: 'Bo',
  accountEnabled: false,
}

/** A third party's app, consented to in this tenant. */
export function thirdParty(id: string, row: Row = {}): Row {
  return {
    id,
    appId: `APP-${id}`,
    displayName: `App ${id}`,
    appOwnerOrganizationId: VENDOR,
    servicePrincipalType: 'Application',
    accountEnabled: true,
    appRoles: [],
    ...row,
  }
}

export const graphApp = {
  id: 'sp-graph',
  appId: '00000003-0000-0000-c000-000000000000',
  displayName: 'Microsoft Graph',
  appOwnerOrganizationId: PLATFORM,
  servicePrincipalType: 'Application',
  appRoles: [
    { id: 'ROLE-MAIL', value: 'Mail.Read', allowedMemberTypes: ['Application'] },
    { id: 'role-user', value: 'User.Read.All', allowedMemberTypes: ['Application'] },
  ],
}

export function consent(id: string, clientId: string, principalId: string | null, scope: string | null): Row {
  return {
    id,
    clientId,
    principalId,
    consentType: principalId === null ? 'AllPrincipals' : 'Principal',
    resourceId: 'sp-graph',
    scope,
  }
}

export function assignment(id: string, principalType: string, principalId: string, row: Row = {}): Row {
  return {
    id,
    principalType,
    principalId,
    principalDisplayName: `Name of ${principalId}`,
    appRoleId: '00000000-0000-0000-0000-000000000000',
    ...row,
  }
}

export function startTenant(tenant: FakeTenant, options: Partial<FakeGraphOptions> = {}): Promise<FakeGraph> {
  return startFakeGraph({ tenantId: TENANT, clientId: CLIENT, secret: SECRET, tenant, ...options })
}

export function settingsFor(fake: FakeGraph, settings: Partial<MicrosoftSettings> = {}): MicrosoftSettings {
  return {
    tenantId: TENANT,
    clientId: CLIENT,
    credential: { kind: 'secret', secret: SECRET },
    authority: fake.authority,
    graphRoot: fake.graphRoot,
    ...settings,
  }
}

export function readContext(context: Partial<ReadContext> = {}): ReadContext {
  return {
    now: () => new Date('2026-03-01T02:00:00Z'),
    signal: new AbortController().signal,
    meter: { requests: 0, retries: 0, waitedSeconds: 0 },
    progress: () => {},
    ...context,
  }
}

export type Reading = {
  readonly observations: readonly Observation[]
  readonly gaps: readonly Gap[]
  readonly rejected: readonly Rejected[]
}

/** Reads everything through the connector's public door. */
export async function readTenant(
  fake: FakeGraph,
  settings: Partial<MicrosoftSettings> = {},
  context: ReadContext = readContext(),
): Promise<Reading> {
  const observations: Observation[] = []
  const gaps: Gap[] = []
  const rejected: Rejected[] = []
  for await (const part of createMicrosoftConnector(settingsFor(fake, settings)).read(context)) {
    if (part.kind === 'gap') gaps.push(part)
    else if (part.kind === 'rejected') rejected.push(part)
    else observations.push(part)
  }
  return { observations, gaps, rejected }
}

/** The observations of one kind. */
export function ofKind<K extends Observation['kind']>(
  { observations }: Reading,
  kind: K,
): readonly Extract<Observation, { kind: K }>[] {
  return observations.filter(
    (observation): observation is Extract<Observation, { kind: K }> => observation.kind === kind,
  )
}
