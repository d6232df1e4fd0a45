import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { openBackups } from '#src/store/backups.ts'
import { createBackup } from '#src/store/backup/create-backup.ts'
import { restoreBackup } from '#src/store/backup/restore-backup.ts'
import { openReader, openWriter } from '#src/store/open.ts'
import { entry, temporaryFolder } from '../examples.ts'
import { faultyFiles } from '../lowdb/faulty-files.ts'
import { canonicalExport } from './canonical-export.ts'
import { fill } from './filled-store.ts'

const NOW = new Date('2026-11-21T02:00:00.123Z')

async function exported(folder: string): Promise<string | null> {
  const store = await openReader(folder)
  return store === null ? null : canonicalExport(store)
}

/** A data folder with a filled store and files that people made, closed. */
async function filled(path: string): Promise<string> {
  const folder = join(path, 'data')
  await using store = await openWriter(folder)
  await fill(store)
  await mkdir(
    join(folder, 'catalogue/Ünïcode and a name that is far longer than the hundred bytes that tar has for it'),
    {
      recursive: true,
    },
  )
  await writeFile(join(folder, 'policy.json'), '{"needsYouLimit":10}')
  await writeFile(
    join(folder, 'catalogue/Ünïcode and a name that is far longer than the hundred bytes that tar has for it/own.json'),
    '[]',
  )
  return folder
}

/** The code of the error that something ends with; null where it ends well. */
async function codeOf(doing: Promise<unknown>): Promise<unknown> {
  return doing.then(
    () => null,
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  )
}

describe('a backup', () => {
  test('gives back the same data after everything was wiped, with the files that people made', async () => {
    await using place = await temporaryFolder()
    const folder = await filled(place.path)
    const before = await exported(folder)
    const backups = openBackups(folder, () => NOW)
    const report = await backups.create(join(place.path, 'copy.tar'), 1)
    expect(report.documents).toEqual({ inventory: 2, imports: 1 })
    await rm(folder, { recursive: true })
    expect(await backups.verify(report.file)).toMatchObject({ documents: report.documents, parts: report.parts })
    expect(await backups.restore(report.file, false)).toMatchObject({ aside: null, kept: [] })
    expect(await exported(folder)).toBe(before)
    expect(await readFile(join(folder, 'policy.json'), 'utf8')).toBe('{"needsYouLimit":10}')
    expect((await readdir(folder)).toSorted()).toEqual([
      'catalogue',
      'daylight.json',
      'lock',
      'policy.json',
      'segments',
    ])
    await using store = await openWriter(folder)
    await store.commit([{ put: 'inventory', id: 'miro', value: entry('miro') }])
  })

  test('is what any tar unpacks', async () => {
    await using place = await temporaryFolder()
    const folder = await filled(place.path)
    const { file } = await openBackups(folder, () => NOW).create(join(place.path, 'copy.tar'), 1)
    const { stdout } = await promisify(execFile)('tar', ['-tf', file, '--quoting-style=literal'])
    const names = stdout.trim().split('\n')
    expect(names.slice(0, 2)).toEqual([
      'daylight.json',
      'catalogue/Ünïcode and a name that is far longer than the hundred bytes that tar has for it/own.json',
    ])
    expect(names.at(-1)).toBe('backup.json')
  })

  test('is taken beside a writer, of its last commit', async () => {
    await using place = await temporaryFolder()
    const folder = join(place.path, 'data')
    await using store = await openWriter(folder)
    await fill(store)
    await store.commit([{ put: 'inventory', id: 'last', value: entry('last') }])
    const backups = openBackups(folder, () => NOW)
    const { file, documents } = await backups.create(null, 7)
    expect(documents).toEqual({ inventory: 3, imports: 1 })
    expect(file).toBe(join(folder, 'backups/daylight-20261121T020000123Z.tar'))
    const other = join(place.path, 'other')
    await openBackups(other, () => NOW).restore(file, false)
    expect(await exported(other)).toBe(await canonicalExport(store))
  })

  test('in the place for them, only the last few are kept', async () => {
    await using place = await temporaryFolder()
    const folder = await filled(place.path)
    for (const day of [1, 2, 3, 4]) {
      const { removed } = await openBackups(folder, () => new Date(`2026-11-0${day}T02:00:00Z`)).create(null, 2)
      expect(removed).toHaveLength(day > 2 ? 1 : 0)
    }
    expect((await readdir(join(folder, 'backups'))).toSorted()).toEqual([
      'daylight-20261103T020000000Z.tar',
      'daylight-20261104T020000000Z.tar',
    ])
  })

  test('of a store with a damaged segment is refused, and names the segment', async () => {
    await using place = await temporaryFolder()
    const folder = await filled(place.path)
    const [name = ''] = await readdir(join(folder, 'segments'))
    await truncate(join(folder, 'segments', name), 100)
    await expect(openBackups(folder, () => NOW).create(join(place.path, 'copy.tar'), 1)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining(name),
    })
    expect(await readdir(place.path)).toEqual(['data'])
  })

  test('writes over nothing, and where there is nothing writes nothing', async () => {
    await using place = await temporaryFolder()
    const folder = await filled(place.path)
    await writeFile(join(place.path, 'copy.tar'), 'mine')
    await expect(openBackups(folder, () => NOW).create(join(place.path, 'copy.tar'), 1)).rejects.toThrow(
      /copy\.tar exists already; name another file/,
    )
    const empty = openBackups(join(place.path, 'none'), () => NOW)
    await expect(empty.create(null, 1)).rejects.toThrow(/holds no data yet/)
    expect((await readdir(place.path)).toSorted()).toEqual(['copy.tar', 'data'])
  })

  test('whatever step of writing it fails, there is no file, and the error says so', async () => {
    await using place = await temporaryFolder()
    const folder = await filled(place.path)
    const target = join(place.path, 'copy.tar')
    const disk = faultyFiles()
    await createBackup({ folder, target, keep: 1, now: NOW, files: disk.files })
    const steps = disk.steps.length
    await rm(target)
    expect(steps).toBeGreaterThan(8)
    // The last step syncs the folder: the file is whole then.
    for (let nth = 1; nth < steps; nth += 1) {
      disk.arm(nth, 'ENOSPC')
      await expect(createBackup({ folder, target, keep: 1, now: NOW, files: disk.files })).rejects.toMatchObject({
        code: 'full',
      })
      expect(await readdir(place.path)).toEqual(['data'])
    }
  })

  test('every single changed or missing byte of it is noticed', async () => {
    await using place = await temporaryFolder()
    const folder = join(place.path, 'data')
    {
      await using store = await openWriter(folder)
      await fill(store, 3)
    }
    const backups = openBackups(folder, () => NOW)
    const { file } = await backups.create(join(place.path, 'copy.tar'), 1)
    const bytes = await readFile(file)
    const broken = join(place.path, 'broken.tar')
    let unnoticed = 0
    const outcomes: unknown[] = []
    const isWhole = async (path: string): Promise<boolean> => (await codeOf(backups.verify(path))) === null
    for (let at = 0; at < bytes.length; at += 61) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 0x40
      await writeFile(broken, changed)
      // Behind a part, and behind the end, are zeros that say nothing.
      const mayPass = bytes[at] === 0 && (await isWhole(broken))
      if (mayPass) unnoticed += 1
      outcomes.push(mayPass ? 'damaged' : await codeOf(backups.verify(broken)))
    }
    expect(new Set(outcomes)).toEqual(new Set(['damaged']))
    expect(unnoticed).toBeLessThan(bytes.length / 61 / 2)
    for (const length of [0, 100, 511, 512, 3_000, bytes.length - 1024]) {
      await writeFile(broken, bytes.subarray(0, length))
      await expect(backups.verify(broken), `cut at ${length}`).rejects.toMatchObject({ code: 'damaged' })
    }
  })
})

describe('restoring', () => {
  test('refuses data that are there, and with force puts them aside as a data folder', async () => {
    await using place = await temporaryFolder()
    const folder = await filled(place.path)
    const backups = openBackups(folder, () => NOW)
    const { file } = await backups.create(join(place.path, 'copy.tar'), 1)
    const backedUp = await exported(folder)
    {
      await using store = await openWriter(folder)
      await store.commit([{ delete: 'inventory', id: 'zoom' }])
    }
    await writeFile(join(folder, 'policy.json'), '{}')
    await writeFile(join(folder, 'notes.txt'), 'mine')
    const changed = await exported(folder)
    await expect(backups.restore(file, false)).rejects.toThrow(/holds data already .*--force/)
    expect(await exported(folder)).toBe(changed)
    const { aside, kept } = await backups.restore(file, true)
    expect(kept).toEqual(['notes.txt'])
    expect(await exported(folder)).toBe(backedUp)
    expect(await readFile(join(folder, 'policy.json'), 'utf8')).toBe('{"needsYouLimit":10}')
    expect(await exported(aside ?? '')).toBe(changed)
    expect(await readFile(join(aside ?? '', 'policy.json'), 'utf8')).toBe('{}')
  })

  test('is refused while another process writes', async () => {
    await using place = await temporaryFolder()
    const folder = await filled(place.path)
    const backups = openBackups(folder, () => NOW)
    const { file } = await backups.create(join(place.path, 'copy.tar'), 1)
    await using _ = await openWriter(folder)
    await expect(backups.restore(file, true)).rejects.toMatchObject({ code: 'locked' })
  })

  test('a damaged backup changes nothing', async () => {
    await using place = await temporaryFolder()
    const folder = await filled(place.path)
    const backups = openBackups(folder, () => NOW)
    const { file, bytes } = await backups.create(join(place.path, 'copy.tar'), 1)
    await truncate(file, bytes - 2_000)
    const before = await exported(folder)
    await expect(backups.restore(file, true)).rejects.toMatchObject({ code: 'damaged' })
    expect(await exported(folder)).toBe(before)
    expect((await readdir(folder)).filter((name) => /unpacking|restoring|before/.test(name))).toEqual([])
  })

  test('whatever step fails, for good or once, the old or the new data are there, and a writer opens them', async () => {
    await using place = await temporaryFolder()
    const folder = await filled(place.path)
    const { file } = await openBackups(folder, () => NOW).create(join(place.path, 'copy.tar'), 1)
    const backedUp = await exported(folder)
    {
      await using store = await openWriter(folder)
      await store.commit([{ delete: 'inventory', id: 'zoom' }])
    }
    const changed = await exported(folder)
    const outcomes = new Set<string>()
    for (let nth = 1, failed = true; failed; nth += 1) {
      const disk = faultyFiles()
      disk.arm(nth, 'EIO', 'lasting')
      const now = new Date(NOW.getTime() + nth)
      failed = await restoreBackup({ folder, file, force: true, now, files: disk.files }).then(
        () => false,
        () => true,
      )
      const left = await exported(folder)
      expect([changed, backedUp], `step ${nth}`).toContain(left)
      outcomes.add(left === changed ? 'old' : 'new')
      await using store = await openWriter(folder)
      expect(await canonicalExport(store)).toBe(left)
      if (left === backedUp) await store.commit([{ delete: 'inventory', id: 'zoom' }])
    }
    expect(outcomes).toEqual(new Set(['old', 'new']))
  })

  test.for([
    '../outside.txt',
    'catalogue/../../outside.txt',
    '/etc/outside.txt',
    'lock',
    'backups/daylight-20261121T020000123Z.tar',
    'segments/other.txt',
    'restoring/daylight.json',
    'daylight.json/inside',
  ])('a backup that holds %s is refused', async (name) => {
    await using place = await temporaryFolder()
    const folder = join(place.path, 'data')
    const { encodeTarHeader } = await import('#src/store/backup/tar-header.ts')
    const evil = join(place.path, 'evil.tar')
    await writeFile(evil, Buffer.concat([encodeTarHeader(name, 0, 0), Buffer.alloc(1024)]))
    await expect(openBackups(folder, () => NOW).restore(evil, true)).rejects.toMatchObject({ code: 'damaged' })
    expect((await readdir(place.path)).toSorted()).toEqual(['data', 'evil.tar'])
    expect((await readdir(folder)).filter((each) => each !== 'lock')).toEqual([])
  })
})
