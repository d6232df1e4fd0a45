import { expect, test } from 'vitest'
import { cutToWidth, displayWidth } from '#src/export/display-width.ts'

test.for([
  ['Slack', 5],
  ['Müller', 6],
  ['Mu\u0308ller', 6],
  ['飛書', 4],
  ['한국', 4],
  ['🙂', 2],
  ['👩‍💻', 2],
  ['', 0],
] as const)('%s takes %i columns', ([text, width]) => {
  expect(displayWidth(text)).toBe(width)
})

test('a cut never exceeds the width nor splits a letter', () => {
  expect(cutToWidth('Slack', 5)).toBe('Slack')
  expect(cutToWidth('Slack', 4)).toBe('Sla…')
  expect(cutToWidth('飛書飛書', 4)).toBe('飛…')
  expect(cutToWidth('Mu\u0308ller', 3)).toBe('Mu\u0308…')
  expect(cutToWidth('Slack for', 7)).toBe('Slack…')
  expect(cutToWidth('Slack', 0)).toBe('')
})
