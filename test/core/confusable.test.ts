import { expect, test } from 'vitest'
import { skeleton } from '#core/confusable.ts'

test.for([
  ['Slack', 'Slасk'],
  ['Dropbox', 'Dr0pb0x'],
  ['Paypal', 'PayPaI'],
  ['Notion', 'Νоtіоn'],
] as const)('%s and %s look alike', ([honest, disguised]) => {
  expect(skeleton(disguised)).toBe(skeleton(honest))
})

test('names that merely resemble each other have different skeletons', () => {
  expect(skeleton('Slack')).not.toBe(skeleton('Stack'))
})
