import { expect, test } from 'vitest'
import { storageWarnings, storageWords } from '#core/storage.ts'
import type { Storage } from '#core/storage.ts'

const SMALL: Storage = {
  folder: 'data',
  documentBytes: 4_400_000,
  segments: 12,
  segmentBytes: 31_000_000,
  records: 400_000,
  freeBytes: 5_000_000_000,
  unwritable: null,
}

test('five thousand people and two hundred thousand rows are within comfort', () => {
  expect(storageWarnings(SMALL)).toEqual([])
  expect(storageWords(SMALL)).toBe('documents 4.4 MB; 12 segments with 400000 records in 31.0 MB; 5000.0 MB free')
})

test.for([
  [
    { documentBytes: 40_000_000 },
    /documents of data are 40\.0 MB \(32\.0 MB are comfortable\).*retention in policy\.json/,
  ],
  [{ records: 3_000_001 }, /holds 3000001 records .*retention\.statementMonths/],
  [{ freeBytes: 60_000_000 }, /only 60\.0 MB are free for data, which holds 35\.4 MB; free some/],
] as const)('%j is told with figures and what to do', ([change, words]) => {
  expect(storageWarnings({ ...SMALL, ...change })).toEqual([expect.stringMatching(words)])
})
