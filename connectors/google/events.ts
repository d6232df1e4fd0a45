import type { AppClue, SignInObservation } from '#core/observation.ts'
import { clientClue, samlClue } from './clue.ts'
import { emailKey, sortedUnique, textOf } from './convert.ts'
import type { Activity, ActivityEvent, Parsed } from './wire.ts'

export type TokenEventName = 'authorize' | 'revoke' | 'activity'

/** The id that all clients share which are not registered with Google. */
const UNREGISTERED = 'anonymous'
const TOKEN_EVENTS = { authorize: 'authorize', revoke: 'revoke', activity: 'api-use' } as const

/** Reads the events of one name out of a record of the `token` log. */
export function tokenEvents(name: TokenEventName): (activity: Activity) => readonly Parsed<SignInObservation>[] {
  return (activity) => named(activity, name).map((event) => tokenEvent(activity, event, TOKEN_EVENTS[name]))
}

function tokenEvent(
  activity: Activity,
  event: ActivityEvent,
  kind: SignInObservation['event'],
): Parsed<SignInObservation> {
  const appName = parameter(event, 'app_name')
  const clientId = parameter(event, 'client_id')
  if (clientId === null && appName === null) return { ok: false, reason: 'events.parameters: no client_id' }
  // Without a client id of its own, a client cannot be told from others of its name.
  const app = clientClue(clientId ?? UNREGISTERED, appName, (clientId ?? UNREGISTERED) === UNREGISTERED)
  return signIn(activity, app, kind, clientId ?? UNREGISTERED, scopesOf(event))
}

/** The successful SAML logins in a record of the `saml` log. */
export function samlLogins(activity: Activity): readonly Parsed<SignInObservation>[] {
  return named(activity, SAML_LOGIN).map((event) => {
    // Documented is only `application_name`; an entity id is taken where a record has one.
    const entity = parameter(event, 'entity_id') ?? parameter(event, 'sp_entity_id')
    const app = samlClue(entity, parameter(event, 'application_name'))
    if (app === null) return { ok: false, reason: 'events.parameters: no application_name' }
    return signIn(activity, app, 'sign-in', app.identifiers[0]?.value ?? '', [])
  })
}

/** https://developers.google.com/workspace/admin/reports/v1/appendix/activity/saml */
export const SAML_LOGIN = 'login_success'

function named(activity: Activity, name: string): readonly ActivityEvent[] {
  return activity.events.filter((event) => event.name === name)
}

function signIn(
  activity: Activity,
  app: AppClue,
  event: SignInObservation['event'],
  client: string,
  scopes: readonly string[],
): Parsed<SignInObservation> {
  const email = textOf(activity.actor?.email)
  if (email === null)
    return { ok: false, reason: 'actor.email: nobody is named, so that the event belongs to no person' }
  const { time, uniqueQualifier, applicationName } = activity.id
  const key = ['google:event', applicationName ?? '', time, uniqueQualifier, event, client].join(':')
  const at = new Date(time).toISOString()
  return {
    ok: true,
    value: { kind: 'sign-in', key, source: 'google', app, person: emailKey(email), at, event, scopes },
  }
}

function parameter(event: ActivityEvent, name: string): string | null {
  return textOf(event.parameters?.find((candidate) => candidate.name === name)?.value)
}

function scopesOf(event: ActivityEvent): readonly string[] {
  const parameters = event.parameters ?? []
  const listed = parameters.filter(({ name }) => name === 'scope')
  const plain = listed.flatMap(({ value, multiValue }) => [...(value?.split(/\s+/) ?? []), ...(multiValue ?? [])])
  const data = parameters.filter(({ name }) => name === 'scope_data').flatMap((one) => one.multiMessageValue ?? [])
  const nested = data.flatMap((one) => one.parameter ?? []).filter(({ name }) => name === 'scope_name')
  return sortedUnique([...plain, ...nested.flatMap(({ value }) => value ?? [])].filter((scope) => scope !== ''))
}
