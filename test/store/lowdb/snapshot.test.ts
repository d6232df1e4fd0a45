import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Change } from '#core/store.ts'
import { openLowdbReader } from '#src/store/lowdb/reader.ts'
import { openLowdbWriter } from '#src/store/lowdb/writer.ts'
import { charges, entry, temporaryFolder } from '../examples.ts'

test('the snapshot that a writer leaves is JSON that people can read, a document a line', async () => {
  await using folder = await temporaryFolder()
  {
    await using store = await openLowdbWriter(folder.path)
    await store.commit([{ put: 'inventory', id: 'zoom', value: entry('zoom', { notes: 'a "quoted"\nnote' }) }])
  }
  const text = await readFile(join(folder.path, 'daylight.json'), 'utf8')
  expect(JSON.parse(text)).toEqual({
    format: 'daylight',
    version: 2,
    journal: null,
    documents: {
      apps: {},
      company: {},
      findings: {},
      imports: {},
      inventory: { zoom: { version: 1, value: entry('zoom', { notes: 'a "quoted"\nnote' }) } },
      judgements: {},
      requests: {},
      scans: {},
      sources: {},
    },
  })
  expect(text.split('\n').filter((line) => line.includes('"zoom"'))).toHaveLength(1)
})

async function bytesOf(commits: readonly (readonly Change[])[]): Promise<string> {
  await using folder = await temporaryFolder()
  for (const commit of commits) {
    await using store = await openLowdbWriter(folder.path)
    await store.commit(commit)
  }
  return readFile(join(folder.path, 'daylight.json'), 'utf8')
}

test('the same content makes the same bytes, whatever the order of commits, ids and keys', async () => {
  const changes: readonly Change[] = ['b', '__proto__', 'a', '10', '9'].map((id) => ({
    put: 'inventory',
    id,
    value: entry(id),
  }))
  const reversed: readonly Change[] = changes.toReversed().map((change) => ({
    put: 'inventory',
    id: change.id,
    value: entry(change.id, Object.fromEntries(Object.entries(entry(change.id)).toReversed())),
  }))
  expect(await bytesOf(reversed.map((change) => [change]))).toBe(await bytesOf([changes]))
})

const DOCUMENT = '{"version":1,"value":{"id":"a"}}'
const wrap = (documents: string, version = '1', format = '"daylight"') =>
  `{"format":${format},"version":${version},"documents":${documents}}`

test.for<{ what: string; text: string; code: 'damaged' | 'newer'; tells: RegExp }>([
  { what: 'nothing', text: '', code: 'damaged', tells: /not readable as JSON/ },
  { what: 'half of itself', text: wrap('{}').slice(0, 30), code: 'damaged', tells: /not readable as JSON/ },
  { what: 'zeros, as after a power loss', text: '\0'.repeat(64), code: 'damaged', tells: /not readable as JSON/ },
  { what: 'a list', text: '[]', code: 'damaged', tells: /no Daylight snapshot/ },
  { what: 'null', text: 'null', code: 'damaged', tells: /no Daylight snapshot/ },
  {
    what: 'the data of another program',
    text: wrap('{}', '1', '"other"'),
    code: 'damaged',
    tells: /no Daylight snapshot/,
  },
  { what: 'no documents', text: '{"format":"daylight","version":1}', code: 'damaged', tells: /documents/ },
  { what: 'documents as a list', text: wrap('[]'), code: 'damaged', tells: /documents/ },
  { what: 'a collection as a list', text: wrap('{"apps":[]}'), code: 'damaged', tells: /documents \/ apps/ },
  { what: 'a bare value', text: wrap('{"apps":{"a":{"id":"a"}}}'), code: 'damaged', tells: /documents \/ apps \/ a/ },
  {
    what: 'version 0',
    text: wrap('{"apps":{"a":{"version":0,"value":{}}}}'),
    code: 'damaged',
    tells: /apps \/ a \/ version/,
  },
  {
    what: 'version 1.5',
    text: wrap('{"apps":{"a":{"version":1.5,"value":{}}}}'),
    code: 'damaged',
    tells: /apps \/ a \/ version/,
  },
  {
    what: 'a value that is text',
    text: wrap('{"apps":{"a":{"version":1,"value":"x"}}}'),
    code: 'damaged',
    tells: /apps \/ a \/ value/,
  },
  { what: 'an unknown member', text: wrap('{}').replace('}}', '},"extra":1}'), code: 'damaged', tells: /extra/ },
  { what: 'a newer format', text: wrap('{}', '3'), code: 'newer', tells: /format version 3.*knows version 2/ },
  {
    what: 'a newer format of another shape',
    text: '{"format":"daylight","version":7,"chunks":[]}',
    code: 'newer',
    tells: /format version 7/,
  },
  {
    what: 'a collection from the future',
    text: wrap(`{"leavers":{"a":${DOCUMENT}}}`),
    code: 'newer',
    tells: /holds leavers/,
  },
])(
  'a snapshot that holds $what is refused as $code by writers and readers, and left as it is',
  async ({ text, code, tells }) => {
    await using folder = await temporaryFolder()
    const path = join(folder.path, 'daylight.json')
    await writeFile(path, text)
    for (const opening of [openLowdbWriter, openLowdbReader]) {
      const [opened] = await Promise.allSettled([opening(folder.path)])
      expect(opened).toMatchObject({ status: 'rejected', reason: { name: 'StoreError', code } })
      expect(opened).toMatchObject({ reason: { message: expect.stringMatching(tells) } })
      expect(opened).toMatchObject({
        reason: { message: expect.stringMatching(/daylight\.json .*(?:restore|put back) a backup/) },
      })
    }
    expect(await readFile(path, 'utf8')).toBe(text)
  },
)

test('bytes that are no UTF-8 are damage, not question marks', async () => {
  await using folder = await temporaryFolder()
  const bytes = Buffer.from(wrap('{"apps":{"aXb":{"version":1,"value":{}}}}'))
  bytes[bytes.indexOf('X')] = 0xff
  await writeFile(join(folder.path, 'daylight.json'), bytes)
  await expect(openLowdbWriter(folder.path)).rejects.toMatchObject({ code: 'damaged' })
})

test('a snapshot with fewer collections, edited by hand and out of order, is read', async () => {
  await using folder = await temporaryFolder()
  const documents = `{"inventory":{"b":${DOCUMENT},"__proto__":${DOCUMENT},"a":${DOCUMENT}}}`
  await writeFile(join(folder.path, 'daylight.json'), wrap(documents))
  await using store = await openLowdbWriter(folder.path)
  expect((await store.list('inventory')).map(({ id }) => id)).toEqual(['__proto__', 'a', 'b'])
  expect(await store.list('apps')).toEqual([])
})

test('a snapshot that is missing beside its segments is damage, not a new store', async () => {
  await using folder = await temporaryFolder()
  await mkdir(join(folder.path, 'other'))
  const home = join(folder.path, 'data')
  {
    await using store = await openLowdbWriter(home)
    await store.write('observations', charges(2))
  }
  const path = join(home, 'daylight.json')
  await rename(path, join(folder.path, 'other', 'daylight.json'))
  for (const opening of [openLowdbWriter, openLowdbReader]) {
    await expect(opening(home)).rejects.toThrow(/daylight\.json is missing, though there are segments/)
  }
  await rename(join(folder.path, 'other', 'daylight.json'), path)
  await using store = await openLowdbWriter(home)
  expect(await store.list('inventory')).toEqual([])
})
