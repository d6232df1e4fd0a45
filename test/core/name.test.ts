import { expect, test } from 'vitest'
import { fold, hasHiddenMarks, nameWords, squeeze } from '#core/name.ts'

test.for([
  ['Notion Labs, Inc.', 'notionlabsinc'],
  ['  SLACK  ', 'slack'],
  ['Café Zürich', 'cafezurich'],
  ['Ｓｌａｃｋ', 'slack'],
  ["Trader Joe's", 'traderjoes'],
  ['Notepad++', 'notepadplusplus'],
  ['Ｇ\u200bｉｔHub', 'github'],
  ['🚀🚀', ''],
  ['\ud800', ''],
  ['', ''],
] as const)('%j is squeezed to %j', ([text, key]) => {
  expect(squeeze(text)).toBe(key)
})

test('words are split at everything that is neither letter nor digit', () => {
  expect(nameWords('Jira (Cloud) – EU/US')).toEqual(['jira', 'cloud', 'eu', 'us'])
})

test('letters that decompose to nothing Latin keep their script', () => {
  expect(fold('ЯНДЕКС')).toBe('яндекс')
})

test.for([
  ['Sl\u200back', true],
  ['\u202eslack', true],
  ['Slack', false],
  ['Family 👨‍👩‍👧', false],
  ['Heart ❤️', false],
] as const)('hidden marks in %j: %s', ([text, hidden]) => {
  expect(hasHiddenMarks(text)).toBe(hidden)
})
