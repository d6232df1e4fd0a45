import { describe, expect, test } from 'vitest'
import { apiError, startFakeGoogle } from '#test/support/fake-google.ts'
import type { FakeAnswer, FakeRequest } from '#test/support/fake-google.ts'
import { googleConnector } from '#test/support/google-connector.ts'
import { HTML_PAGE, gapsOf, grantsOf, readUnder, threePeople } from '#test/support/google-faults.ts'
import { readAll } from '#test/support/reading.ts'

const isUsers = ({ path, query }: FakeRequest) => path.endsWith('/v1/users') && query['showDeleted'] === undefined
const isSecondPage = (request: FakeRequest) => isUsers(request) && request.query['pageToken'] === '2'
const pageFault = (pageToken: string | undefined, names: readonly string[], nextPageToken?: string) => ({
  when: (request: FakeRequest) => isUsers(request) && request.query['pageToken'] === pageToken,
  answer: { body: { users: names.map((name) => ({ primaryEmail: `${name}@acme.example` })), nextPageToken } },
})

describe('the listing of people', () => {
  test('that is refused fails the read and names the scope to grant', async () => {
    const reading = await readUnder(isUsers, apiError(403, 'forbidden', 'Not Authorized to access this resource/api'))
    expect(reading.status).toBe('failed')
    expect(reading.gaps).toEqual([
      {
        kind: 'gap',
        source: 'google',
        subject: 'users',
        code: 'denied',
        reason:
          'google: not allowed to read users (403 forbidden: Not Authorized to access this resource/api); ' +
          'delegate the scope https://www.googleapis.com/auth/admin.directory.user.readonly to client id ' +
          '100000000000000000001 and check that admin@acme.example is an administrator who may see it ' +
          '(connectors/google/README.md)',
      },
    ])
  })

  test.for<[string, FakeAnswer, string]>([
    ['an empty body', { text: '' }, 'malformed'],
    ['half a page', { text: '{"users":[{"primaryEmail":"ana@acme.example"' }, 'malformed'],
    ['a list of another name', { body: { items: [] } }, 'malformed'],
    ['a page for people', { text: HTML_PAGE }, 'malformed'],
    ['a wrong customer', apiError(400, 'invalid', 'Invalid Input'), 'unavailable'],
    ['a wrong root', { status: 404, text: HTML_PAGE }, 'unavailable'],
    ['a broken service', apiError(500, 'backendError', 'Backend Error'), 'unavailable'],
  ])('that brings %s is never taken for an empty company', async ([, answer, code]) => {
    const reading = await readUnder(isUsers, answer)
    expect(gapsOf(reading)).toEqual([`${code}: users`])
    expect(reading.status).toBe('failed')
  })

  test('that breaks off on its second page keeps the first, and reads the tokens of those on it', async () => {
    const faults = [{ when: isSecondPage, answer: { text: '{"users":[' } }]
    await using google = await startFakeGoogle({ ...threePeople(), pageSize: 2, faults })
    const reading = await readAll(googleConnector(google))
    expect(gapsOf(reading)).toEqual(['malformed: users'])
    expect(reading.gaps[0]?.reason).toContain('page 2: a text that is no complete JSON')
    expect(grantsOf(reading)).toEqual(['ana', 'ben'])
    expect(reading.status).toBe('partial')
  })

  test('goes on past empty pages and passes over people it had before', async () => {
    const faults = [
      pageFault(undefined, [], 'a'),
      pageFault('a', ['ana', 'ben'], 'b'),
      pageFault('b', [], 'c'),
      pageFault('c', ['BEN', 'cleo']),
    ]
    await using google = await startFakeGoogle({ ...threePeople(), faults })
    const reading = await readAll(googleConnector(google))
    expect(reading.gaps).toEqual([])
    expect(reading.observations.map(({ key }) => key).filter((key) => key.startsWith('google:person:'))).toEqual([
      'google:person:ana@acme.example',
      'google:person:ben@acme.example',
      'google:person:cleo@acme.example',
    ])
    expect(grantsOf(reading)).toEqual(['ana', 'ben', 'cleo'])
  })

  test('stops when a page token comes again, and says so', async () => {
    const body = { users: [{ primaryEmail: 'ana@acme.example' }], nextPageToken: 'again' }
    const reading = await readUnder(isUsers, { body })
    expect(gapsOf(reading)).toEqual(['malformed: users'])
    expect(reading.gaps[0]?.reason).toContain('the page token of page 2 came a second time')
    expect(grantsOf(reading)).toEqual(['ana'])
  })

  test('with one broken entry keeps the rest, and still reads the tokens of one whose address can be read', async () => {
    const users = [
      { primaryEmail: 'ana@acme.example', name: 'Ana' },
      { name: { fullName: 'Nobody' } },
      { primaryEmail: 'cleo@acme.example' },
    ]
    const reading = await readUnder(isUsers, { body: { users } })
    expect(reading.rejected.map(({ subject, reason }) => `${subject}: ${reason}`)).toEqual([
      'ana@acme.example: name: Invalid input: expected object, received string',
      'users, page 1, item 2: primaryEmail: Invalid input: expected string, received undefined',
    ])
    expect(grantsOf(reading)).toEqual(['ana', 'cleo'])
    expect(reading.gaps).toEqual([])
  })
})
