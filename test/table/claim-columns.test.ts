import { expect, test } from 'vitest'
import { claimColumns } from '#src/table/claim-columns.ts'

const NAMES = [
  ['tool', ['tool', 'name']],
  ['owner', ['owner', 'name']],
] as const

test.for([
  ['the earlier name of a field wins, wherever it stands', [['name'], ['tool']], { 0: 'owner', 1: 'tool' }],
  ['a column is taken once', [['name'], ['x']], { 0: 'tool' }],
  ['the first of equal columns is taken', [['x'], ['owner'], ['owner']], { 1: 'owner' }],
  ['a header may be looked up in several ways', [['ownereur', 'owner']], { 0: 'owner' }],
  ['what is no name is no field', [['__proto__'], ['']], {}],
] as const)('%s', ([, keys, fields]) => {
  expect(Object.fromEntries(claimColumns(keys, NAMES))).toEqual(fields)
})
