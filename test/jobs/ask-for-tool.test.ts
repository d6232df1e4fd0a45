import { expect, test } from 'vitest'
import { createMatcher } from '#core/match/matcher.ts'
import { askForTool } from '#jobs/ask-for-tool.ts'
import type { Ask } from '#jobs/ask-for-tool.ts'
import { decideRequest } from '#jobs/decide-request.ts'
import { CATALOGUE } from '#test/support/company.ts'
import { openStoreFolder } from '#test/support/store-folder.ts'

const matcher = createMatcher(CATALOGUE)
const clock = (): Date => new Date('2026-03-01T09:00:00.000Z')

function ask(tool: string, askedBy: string): Ask {
  return { tool, purpose: 'a campaign', seats: 3, neededBy: null, dataType: null, askedBy }
}

function asking(store: Parameters<typeof askForTool>[1]['store']): (tool: string, by: string) => Promise<string> {
  let ids = 0
  const context = { store, matcher, clock, createId: () => `request-${(ids += 1)}` }
  return async (tool, by) => (await askForTool(ask(tool, by), context)).id
}

test.for<[string, string, string]>([
  ['the same name, differently written', 'Zephyrmail', ' zephyrMAIL '],
  ['another name of the same product', 'signorama', 'Signorama Enterprise'],
  ['the same unknown tool', 'Nobody Knows This', 'nobody knows this'],
])('who asks by %s joins the open request', async ([, first, second]) => {
  await using opened = await openStoreFolder()
  const asks = asking(opened.store)
  expect(await asks(first, 'ana@acme.example')).toBe('request-1')
  expect(await asks(second, ' Bo@acme.example ')).toBe('request-1')
  expect(await asks(second, 'ANA@acme.example')).toBe('request-1')
  expect(await asks(second, 'bo@ACME.example')).toBe('request-1')
  expect((await opened.store.get('requests', 'request-1'))?.value).toMatchObject({
    askedBy: 'ana@acme.example',
    joinedBy: ['Bo@acme.example'],
    state: 'asked',
  })
})

test('another tool, or one that was answered, is a new request', async () => {
  await using opened = await openStoreFolder()
  const { store } = opened
  const asks = asking(store)
  expect(await asks('Zephyrmail', 'ana@acme.example')).toBe('request-1')
  expect(await asks('Quillsend', 'ana@acme.example')).toBe('request-2')
  const answer = { state: 'declined', reason: 'use Quillsend', by: 'IT' } as const
  expect((await decideRequest('request-1', answer, 1, { store, clock }))?.value).toMatchObject({
    state: 'declined',
    answer: { by: 'IT', reason: 'use Quillsend', at: '2026-03-01T09:00:00.000Z' },
  })
  expect(await asks('Zephyrmail', 'bo@acme.example')).toBe('request-3')
})

test('two people who ask at the same moment make one request with both', async () => {
  await using opened = await openStoreFolder()
  const asks = asking(opened.store)
  const people = ['ana', 'bo', 'cy'].map((name) => `${name}@acme.example`)
  await Promise.all(people.map((by) => asks('Zephyrmail', by)))
  expect((await opened.store.list('requests')).map(({ value }) => [value.askedBy, ...value.joinedBy])).toEqual([people])
})
