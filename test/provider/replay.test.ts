import { expect, test } from 'vitest'
import { createReplayFetch } from '#provider/replay.ts'

const replay = createReplayFetch([
  { path: '/users', query: { page: '2' }, body: ['second'] },
  { path: '/users', query: { page: null, all: 'yes' }, body: ['everybody'], headers: { 'x-page': '1' } },
  { path: '/users', body: ['first'] },
  { method: 'POST', path: '/token', status: 401, body: { error: 'invalid_client' } },
  { path: '/users/ana@acme.example/tokens', text: '{"items":[' },
  { path: '/nothing', status: 204 },
  { path: '/100%', body: 'odd' },
])

test.for<[string, string, number, string]>([
  ['GET', '/users?page=2', 200, '["second"]'],
  ['GET', '/users?all=yes&more=1', 200, '["everybody"]'],
  ['GET', '/users?all=yes&page=1', 200, '["first"]'],
  ['GET', '/users', 200, '["first"]'],
  ['POST', '/token', 401, '{"error":"invalid_client"}'],
  ['GET', '/users/ana%40acme.example/tokens', 200, '{"items":['],
  ['GET', '/nothing', 204, ''],
  ['GET', '/100%', 200, '"odd"'],
  ['POST', '/users', 404, '{"error":{"code":404,"message":"no recording for POST /users"}}'],
  ['GET', '/groups', 404, '{"error":{"code":404,"message":"no recording for GET /groups"}}'],
])('%s %s is answered by the first recording that fits', async ([method, path, status, text]) => {
  const response = await replay(`https://provider.example${path}`, { method })
  expect([response.status, await response.text()]).toEqual([status, text])
})

test('recorded headers are sent', async () => {
  expect((await replay('https://provider.example/users?all=yes')).headers.get('x-page')).toBe('1')
})

test('an aborted request gets no answer', async () => {
  await expect(replay('https://provider.example/users', { signal: AbortSignal.abort() })).rejects.toThrow('aborted')
})
