import type {
  AppClue,
  AssignmentObservation,
  ChargeObservation,
  GrantObservation,
  PersonObservation,
  SignInObservation,
  SsoAppObservation,
} from '#core/observation.ts'

export function clue(over: Partial<AppClue> & Pick<AppClue, 'identifiers'>): AppClue {
  return { name: null, publisher: null, publisherVerified: false, domains: [], ownerTenant: null, owner: null, ...over }
}

export function person(email: string, over: Partial<PersonObservation> = {}): PersonObservation {
  return {
    kind: 'person',
    key: `person:${over.source ?? 'google'}:${email}`,
    source: 'google',
    email,
    aliases: [],
    name: null,
    status: 'active',
    department: null,
    costCentre: null,
    ...over,
  }
}

export function grant(app: AppClue, email: string | null, over: Partial<GrantObservation> = {}): GrantObservation {
  const source = over.source ?? 'google'
  return {
    kind: 'grant',
    key: `grant:${source}:${email ?? '*'}:${app.identifiers[0]?.value ?? ''}:${over.access ?? 'delegated'}`,
    source,
    app,
    person: email,
    scopes: ['openid'],
    access: 'delegated',
    tenantWide: email === null,
    ...over,
  }
}

export function ssoApp(app: AppClue, over: Partial<SsoAppObservation> = {}): SsoAppObservation {
  const key = `sso:${app.identifiers[0]?.value ?? ''}`
  return { kind: 'sso-app', key, source: 'app-list', app, enabled: true, assignedCount: null, ...over }
}

export function assignment(
  app: AppClue,
  to: { person: string } | { group: string },
  over: Partial<AssignmentObservation> = {},
): AssignmentObservation {
  const [personId, group] = 'person' in to ? [to.person, null] : [null, to.group]
  const key = `assignment:${app.identifiers[0]?.value ?? ''}:${personId ?? group}`
  return { kind: 'assignment', key, source: 'microsoft', app, person: personId, group, ...over }
}

export function signIn(
  app: AppClue,
  email: string,
  at: string,
  over: Partial<SignInObservation> = {},
): SignInObservation {
  const event = over.event ?? 'sign-in'
  const key = `${event}:${email}:${at}:${app.identifiers[0]?.value ?? ''}`
  return { kind: 'sign-in', key, source: 'google', app, person: email, at, event, scopes: [], ...over }
}

export function charge(
  descriptor: string,
  date: string,
  minor: number,
  over: Partial<ChargeObservation> = {},
): ChargeObservation {
  const account = over.account ?? 'card 1111'
  return {
    kind: 'charge',
    key: `charge:${account}:${date}:${minor}:${descriptor}`,
    source: 'statement',
    chargeKind: minor < 0 ? 'refund' : 'purchase',
    descriptor,
    date,
    amount: { minor, currency: 'EUR' },
    original: null,
    account,
    person: null,
    department: null,
    costCentre: null,
    mcc: null,
    reference: null,
    importId: 'import-1',
    line: 1,
    ...over,
  }
}
