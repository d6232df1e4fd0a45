import { describe, expect, test } from 'vitest'
import type { FileReader, FileSettings, InputFile } from '#core/file-reader.ts'
import type { Store } from '#core/store.ts'
import { currentObservations, detectCompany } from '#jobs/detect.ts'
import { importFiles } from '#jobs/import-files.ts'
import type { ImportContext, ImportOutcome } from '#jobs/import-files.ts'
import { fileReaders } from '#src/connectors.ts'
import { KNOWLEDGE } from '#test/support/backend.ts'
import { inputFile } from '#test/support/input-file.ts'
import { openStoreFolder } from '#test/support/store-folder.ts'

const HEADER = 'Date,Description,Debit,Credit,Currency\n'
const JANUARY = `${HEADER}2026-01-04,SIGNORAMA,8.75,,EUR\n2026-01-20,SIGNORAMA,8.75,,EUR\n`
const QUARTER = `${JANUARY}2026-02-20,INKWELL SIGN,12.40,,EUR\n`
const clock = (): Date => new Date('2026-03-01T09:00:00.000Z')
const SETTINGS: FileSettings = { account: null, currency: 'EUR', mapping: null }

type Imports = (files: readonly InputFile[], over?: Partial<ImportContext>) => Promise<readonly ImportOutcome[]>

function importing(store: Store, as: FileReader['source'] | null = null): Imports {
  return async (files, over = {}) =>
    importFiles(files, as, SETTINGS, {
      store,
      readers: await fileReaders(),
      clock,
      detect: () => detectCompany({ store: over.store ?? store, knowledge: KNOWLEDGE, clock }),
      progress: () => undefined,
      ...over,
    })
}

const statuses = (outcomes: readonly ImportOutcome[]): readonly string[] => outcomes.map(({ status }) => status)
const stored = async (store: Store): Promise<number> => (await Array.fromAsync(currentObservations(store))).length

/** The store, whose commits fail as on a full disk while told so. */
function fullDisk(store: Store, isFull: () => boolean): Store {
  return {
    get: (collection, id) => store.get(collection, id),
    list: (collection) => store.list(collection),
    read: (kind, segment) => store.read(kind, segment),
    write: (kind, records) => store.write(kind, records),
    collect: (referenced) => store.collect(referenced),
    exclusively: (work, job, how) => store.exclusively(work, job, how),
    commit: (changes) => (isFull() ? Promise.reject(new Error('the disk is full')) : store.commit(changes)),
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  }
}

describe('importing several files', () => {
  test('overlapping ones add each row once, and each file has its outcome, in order', async () => {
    await using opened = await openStoreFolder()
    const { store } = opened
    const outcomes = await importing(store)([
      inputFile(QUARTER, 'q.csv'),
      inputFile(JANUARY, 'jan.csv'),
      inputFile(QUARTER, 'copy.csv'),
    ])
    expect(outcomes).toMatchObject([
      { status: 'imported', file: 'q.csv', record: { rows: 3, added: 3, seen: 0 } },
      { status: 'imported', file: 'jan.csv', record: { rows: 2, added: 0, seen: 2 } },
      { status: 'already-imported', file: 'copy.csv', record: { file: 'q.csv', added: 3 } },
    ])
    expect(await stored(store)).toBe(3)
    expect((await store.list('apps')).map(({ id }) => id)).toEqual(['inkwell', 'signorama'])
  })

  test('is all or none: one refused file keeps the others out', async () => {
    await using opened = await openStoreFolder()
    const { store } = opened
    const outcomes = await importing(store)([inputFile(JANUARY, 'jan.csv'), inputFile('no table', 'letter.txt')])
    expect(outcomes).toMatchObject([{ status: 'refused', file: 'letter.txt' }])
    expect(await store.list('imports')).toEqual([])
    expect(await stored(store)).toBe(0)
  })

  test('is all or none: a disk that is full in the end leaves nothing of any', async () => {
    await using opened = await openStoreFolder()
    const { store } = opened
    const full = fullDisk(store, () => true)
    const files = [inputFile(JANUARY, 'jan.csv'), inputFile(QUARTER, 'q.csv')]
    await expect(importing(store)(files, { store: full })).rejects.toThrow('the disk is full')
    expect([await store.list('imports'), await store.list('sources')]).toEqual([[], []])
    expect(statuses(await importing(store)(files))).toEqual(['imported', 'imported'])
    expect(await stored(store)).toBe(3)
  })
})

describe('the same file again', () => {
  test('changes no document', async () => {
    await using opened = await openStoreFolder()
    const { store } = opened
    const everything = async (): Promise<unknown> =>
      Promise.all((['imports', 'sources', 'apps', 'findings', 'company'] as const).map((name) => store.list(name)))
    await importing(store)([inputFile(JANUARY)])
    const before = await everything()
    expect(statuses(await importing(store)([inputFile(JANUARY)]))).toEqual(['already-imported'])
    expect(await everything()).toEqual(before)
  })

  test('brings an import to its end that was cut off before its apps were found', async () => {
    await using opened = await openStoreFolder()
    const { store } = opened
    let commits = 0
    const cutOff = fullDisk(store, () => (commits += 1) > 1)
    await expect(importing(store)([inputFile(JANUARY)], { store: cutOff })).rejects.toThrow('the disk is full')
    expect(await store.list('apps')).toEqual([])
    expect(statuses(await importing(store)([inputFile(JANUARY)]))).toEqual(['already-imported'])
    expect((await store.list('apps')).map(({ id }) => id)).toEqual(['signorama'])
  })
})

describe('a list of apps', () => {
  const list = (...names: readonly string[]): InputFile =>
    inputFile(`Application,Sign-on mode\n${names.map((name) => `${name},SAML_2_0\n`).join('')}`, 'apps.csv')

  test('takes the place of the older one of the same origin, its rejected rows with it', async () => {
    await using opened = await openStoreFolder()
    const { store } = opened
    const imports = importing(store, 'app-list')
    await imports([list('Zephyrmail', 'Quillsend', '')])
    await imports([list('Zephyrmail', 'Signorama')])
    expect((await store.list('apps')).map(({ id }) => id)).toEqual(['signorama', 'zephyrmail'])
    expect((await store.list('imports')).map(({ value }) => value.added)).toEqual([2])
    expect((await store.get('sources', 'app-list'))?.value.rejected).toEqual([])
  })

  test('of another origin stands beside it', async () => {
    await using opened = await openStoreFolder()
    const { store } = opened
    const imports = importing(store, 'app-list')
    await imports([list('Zephyrmail')])
    await imports([inputFile('Software,Owner\nQuillsend,Ida\n', 'other.csv')])
    expect((await store.list('apps')).map(({ id }) => id)).toEqual(['quillsend', 'zephyrmail'])
  })

  test('may come back after a newer one', async () => {
    await using opened = await openStoreFolder()
    const { store } = opened
    const imports = importing(store, 'app-list')
    await imports([list('Zephyrmail')])
    await imports([list('Quillsend')])
    expect(statuses(await imports([list('Zephyrmail')]))).toEqual(['imported'])
    expect((await store.list('apps')).map(({ id }) => id)).toEqual(['zephyrmail'])
  })
})
