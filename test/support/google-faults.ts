import { startFakeGoogle } from './fake-google.ts'
import type { FakeAnswer, FakeRequest, FakeTenant } from './fake-google.ts'
import { googleConnector } from './google-connector.ts'
import { SLACK } from './google-grants.ts'
import { readAll } from './reading.ts'
import type { Reading } from './reading.ts'

/** A page for people, as the sign-in of a network puts in the place of an answer. */
export const HTML_PAGE = '<!DOCTYPE html><html><body>Sign in to the network</body></html>'

export const isTokensOf = (name: string) => (request: FakeRequest) =>
  request.path.endsWith(`/${name}@acme.example/tokens`)

/** Three people with a token each. */
export function threePeople(): Partial<FakeTenant> {
  const names = ['ana', 'ben', 'cleo']
  return {
    users: names.map((name) => ({ primaryEmail: `${name}@acme.example` })),
    tokens: Object.fromEntries(
      names.map((name) => [`${name}@acme.example`, [{ clientId: SLACK, displayText: 'Slack' }]]),
    ),
  }
}

/** What is read of three people with a token each under a fault. */
export async function readUnder(
  when: (request: FakeRequest) => boolean,
  answer: FakeAnswer,
  times = Infinity,
): Promise<Reading> {
  await using google = await startFakeGoogle({ ...threePeople(), faults: [{ when, answer, times }] })
  return await readAll(googleConnector(google))
}

export const gapsOf = ({ gaps }: Reading) => gaps.map(({ subject, code }) => `${code}: ${subject}`)

export const grantsOf = ({ observations }: Reading) =>
  observations.flatMap((one) => (one.kind === 'grant' && one.person !== null ? [one.person.split('@')[0]] : []))
