import { expect, test } from 'vitest'
import { closest, nearest } from '#core/nearest.ts'

test.for([
  ['slak', ['slab', 'slack', 'zoom'], 'slack'],
  ['e-signatur', ['e-signature', 'signatures'], 'e-signature'],
  ['zomo', ['zoom'], null],
  ['nix', ['slack'], null],
  ['slack', [], null],
] as const)('%s among %j may mean %s', ([name, candidates, meant]) => {
  expect(closest(name, candidates)).toBe(meant)
})

test('the nearest is named however far it is', () => {
  expect(nearest('xyz', ['slack', 'box'])).toBe('box')
})
