import { expect, test } from 'vitest'
import { ConnectorError } from '#core/connector.ts'
import { StoreError } from '#core/store.ts'
import { ConfigError } from '#src/config.ts'
import { toError, toTrouble } from '#src/thread/trouble.ts'

test.for([
  ['of the store', new StoreError('busy', 'another scan goes on'), { code: 'busy' }],
  ['of a provider', new ConnectorError('denied', 'google: not allowed'), { code: 'denied' }],
  ['in the settings', new ConfigError(['A is missing', 'B is wrong']), { problems: ['A is missing', 'B is wrong'] }],
  ['of a stop', new DOMException('the server is stopping', 'AbortError'), {}],
  ['of our own', new TypeError('x is undefined'), { name: 'Error' }],
] as const)('trouble %s is the same kind in the other thread', ([, error, more]) => {
  const told = toError(structuredClone(toTrouble(error)))
  expect(told).toMatchObject({ name: error.name, message: error.message, ...more })
})

test('our own mistake keeps the place where it was made', () => {
  const error = new Error('a bug')
  expect(toError(toTrouble(error)).stack).toBe(error.stack)
  expect(toError(toTrouble('a word')).message).toBe('a word')
})
