import { expect, test } from 'vitest'
import { createUnreadKeys } from '#jobs/unread-keys.ts'

test('a key is unread when it begins with any of the given beginnings', () => {
  const unread = createUnreadKeys()
  unread.add(['token:ana:', 'event:'])
  unread.add(['token:bo:'])
  const keys = ['token:ana:1', 'token:anabel:1', 'event:', 'token:bo:2', 'person:bo']
  expect(keys.filter((key) => unread.covers(key))).toEqual(['token:ana:1', 'event:', 'token:bo:2'])
})

test('without beginnings every key may be unread', () => {
  const unread = createUnreadKeys()
  expect(unread.covers('person:bo')).toBe(false)
  unread.add(undefined)
  expect(unread.covers('person:bo')).toBe(true)
})
