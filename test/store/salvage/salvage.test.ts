import { copyFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openBackups } from '#src/store/backups.ts'
import { openReader, openWriter } from '#src/store/open.ts'
import { all, entry, temporaryFolder } from '../examples.ts'
import { fill } from '../backup/filled-store.ts'

const NOW = new Date('2026-11-21T02:00:00.123Z')

/** A store as a killed writer leaves it: the snapshot, and a journal with all commits behind it. */
async function killed(path: string, commits: number): Promise<{ folder: string; journal: string }> {
  const folder = join(path, 'data')
  const live = join(path, 'live')
  await using store = await openWriter(live)
  await fill(store)
  for (let n = 1; n <= commits; n += 1) {
    await store.commit([{ put: 'inventory', id: `tool-${n}`, value: entry(`tool-${n}`) }])
  }
  await mkdir(join(folder, 'segments'), { recursive: true })
  const journal = (await readdir(live)).find((name) => name.startsWith('journal-')) ?? ''
  const [segment = ''] = await readdir(join(live, 'segments'))
  for (const name of ['daylight.json', journal, join('segments', segment)]) {
    await copyFile(join(live, name), join(folder, name))
  }
  return { folder, journal: join(folder, journal) }
}

/** A closed store with everything in its snapshot. */
async function closed(path: string): Promise<{ folder: string; segment: string }> {
  const folder = join(path, 'data')
  await using store = await openWriter(folder)
  await fill(store)
  const [segment = ''] = await readdir(join(folder, 'segments'))
  return { folder, segment: join(folder, 'segments', segment) }
}

async function hashOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const hash = createHash('sha256')
  for (const file of entries.filter((one) => one.isFile()).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(file.name).update(await readFile(join(file.parentPath, file.name)))
  }
  return hash.digest('hex')
}

async function inventoryOf(folder: string): Promise<readonly string[]> {
  const store = await openReader(folder)
  return ((await store?.list('inventory')) ?? []).map(({ id }) => id)
}

describe('salvaging', () => {
  test('of whole data loses nothing, and leaves them as they are', async () => {
    await using place = await temporaryFolder()
    const { folder } = await killed(place.path, 3)
    await writeFile(join(folder, 'policy.json'), '{}')
    const before = await hashOf(folder)
    const saved = await openBackups(folder, () => NOW).salvage(null)
    expect(saved).toMatchObject({
      folder: `${folder}-salvaged-20261121T020000123Z`,
      documents: { inventory: 5, imports: 1 },
      records: { observations: 1_000 },
      losses: [],
      notes: [],
    })
    expect(await hashOf(folder)).toBe(before)
    expect(await readFile(join(saved.folder, 'policy.json'), 'utf8')).toBe('{}')
    expect(await inventoryOf(saved.folder)).toEqual(['slack', 'tool-1', 'tool-2', 'tool-3', 'zoom'])
  })

  test('keeps the commits before and behind a damaged place of a journal, and names it', async () => {
    await using place = await temporaryFolder()
    const { folder, journal } = await killed(place.path, 5)
    const bytes = await readFile(journal)
    const at = bytes.indexOf('"tool-3"')
    bytes[at + 2] = 0x58
    await writeFile(journal, bytes)
    await expect(openReader(folder)).rejects.toThrow(/daylight backup salvage/)
    const saved = await openBackups(folder, () => NOW).salvage(join(place.path, 'saved'))
    expect(await inventoryOf(saved.folder)).toEqual(['slack', 'tool-1', 'tool-2', 'tool-4', 'tool-5', 'zoom'])
    const start = bytes.lastIndexOf('\n', at) + 1
    const end = bytes.indexOf('\n', at) + 1
    expect(saved.losses).toEqual([
      { file: journal, offset: start, what: `${end - start} bytes that are no commit any more` },
      { file: journal, offset: end, what: 'commit 4 is missing before commit 5' },
    ])
  })

  test('tells an end that was cut off apart from a loss', async () => {
    await using place = await temporaryFolder()
    const { folder, journal } = await killed(place.path, 2)
    await truncate(journal, (await readFile(journal)).length - 5)
    const { losses, notes } = await openBackups(folder, () => NOW).salvage(null)
    expect(losses).toEqual([])
    expect(notes).toEqual([expect.stringMatching(/ends at byte \d+ with \d+ bytes that are no whole commit/)])
  })

  test('keeps every document of a snapshot but the damaged one, and names its place', async () => {
    await using place = await temporaryFolder()
    const { folder } = await closed(place.path)
    const path = join(folder, 'daylight.json')
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replace('"slack": {"version":1,', '"slack": {"versi'))
    await expect(openReader(folder)).rejects.toThrow(/daylight\.json.*daylight backup (?:salvage|restore)/)
    const saved = await openBackups(folder, () => NOW).salvage(null)
    expect(await inventoryOf(saved.folder)).toEqual(['zoom'])
    expect(saved).toMatchObject({ documents: { inventory: 1, imports: 1 }, records: { observations: 1_000 } })
    expect(saved.losses).toEqual([
      {
        file: path,
        offset: Buffer.byteLength(text.slice(0, text.indexOf('      "slack"'))),
        what: 'the document slack in inventory cannot be read',
      },
    ])
  })

  test('keeps what comes before the cut of a snapshot', async () => {
    await using place = await temporaryFolder()
    const { folder } = await closed(place.path)
    const path = join(folder, 'daylight.json')
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.slice(0, text.indexOf('"zoom"') + 40))
    const saved = await openBackups(folder, () => NOW).salvage(null)
    expect(await inventoryOf(saved.folder)).toEqual(['slack'])
    expect(saved.losses).toMatchObject([{ file: path, what: 'the document zoom in inventory cannot be read' }])
  })

  test('without a snapshot keeps the segments where no collection takes them', async () => {
    await using place = await temporaryFolder()
    const { folder, segment } = await closed(place.path)
    await rm(join(folder, 'daylight.json'))
    const saved = await openBackups(folder, () => NOW).salvage(null)
    expect(saved.losses).toMatchObject([{ file: join(folder, 'daylight.json'), offset: null }])
    expect(saved.notes).toEqual([expect.stringContaining(segment)])
    expect(await readdir(join(saved.folder, 'unreferenced'))).toHaveLength(1)
  })

  test('keeps the records before the cut of a segment, and the import goes on referring to them', async () => {
    await using place = await temporaryFolder()
    const { folder, segment } = await closed(place.path)
    const { length } = await readFile(segment)
    await truncate(segment, Math.floor(length / 2))
    const saved = await openBackups(folder, () => NOW).salvage(null)
    const store = await openReader(saved.folder)
    const record = await store?.get('imports', 'import-1')
    const rows = await all(store?.read('observations', record?.value.segment ?? '') ?? none())
    expect(rows.length).toBeGreaterThan(200)
    expect(rows.length).toBeLessThan(1_000)
    expect(rows.map(({ key }) => key)).toEqual(rows.map((_, index) => `charge-${index + 1}`))
    expect(saved.records).toEqual({ observations: rows.length })
    expect(saved.losses.length).toBeGreaterThan(0)
    expect(saved.losses.every(({ file }) => file === segment)).toBe(true)
  })

  test('tells a changed byte of a segment with its offset', async () => {
    await using place = await temporaryFolder()
    const { folder, segment } = await closed(place.path)
    const bytes = await readFile(segment)
    const at = Math.floor(bytes.length * 0.7)
    bytes[at] = (bytes[at] ?? 0) ^ 0xff
    await writeFile(segment, bytes)
    const saved = await openBackups(folder, () => NOW).salvage(null)
    expect(saved.losses.some(({ file, offset }) => file === segment && offset !== null)).toBe(true)
    expect(saved.records.observations ?? 0).toBeGreaterThan(100)
  })

  test('puts an empty segment in the place of a missing one, so that the documents can be read', async () => {
    await using place = await temporaryFolder()
    const { folder, segment } = await closed(place.path)
    await rm(segment)
    const saved = await openBackups(folder, () => NOW).salvage(null)
    expect(saved.losses).toEqual([{ file: segment, offset: null, what: 'the file is missing, and all records in it' }])
    const store = await openReader(saved.folder)
    const record = await store?.get('imports', 'import-1')
    expect(await all(store?.read('observations', record?.value.segment ?? '') ?? none())).toEqual([])
  })

  test('is refused beside a writer, over something, and where there is nothing', async () => {
    await using place = await temporaryFolder()
    const { folder } = await closed(place.path)
    const backups = openBackups(folder, () => NOW)
    await expect(backups.salvage(place.path)).rejects.toThrow(/exists already/)
    await expect(backups.salvage(join(folder, 'inside'))).rejects.toThrow(/is only read; name a folder elsewhere/)
    await expect(openBackups(join(place.path, 'none'), () => NOW).salvage(null)).rejects.toThrow(/nothing to salvage/)
    await using _ = await openWriter(folder)
    await expect(backups.salvage(null)).rejects.toMatchObject({ code: 'locked' })
  })
})

async function* none(): AsyncGenerator<never> {}
