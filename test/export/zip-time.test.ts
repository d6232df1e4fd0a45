import { expect, test } from 'vitest'
import { withoutZipTimes } from '#src/export/zip-time.ts'

test('what is no zip archive is not touched but thrown', () => {
  expect(() => withoutZipTimes(new Uint8Array(10))).toThrow('no zip archive')
  expect(() => withoutZipTimes(Buffer.from('not a zip archive, although it is long enough'))).toThrow('no zip archive')
})

test('an archive whose directory points elsewhere is damaged', () => {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  expect(() => withoutZipTimes(end)).toThrow('damaged at byte 0')
})
