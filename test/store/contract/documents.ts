import { expect, test } from 'vitest'
import { COLLECTIONS } from '#core/store.ts'
import type { Open } from '../contract.ts'
import { entry, temporaryFolder } from '../examples.ts'

const ODD_IDS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'a/b',
  '../../etc/passwd',
  ' leading and trailing ',
  'quote " and \\ backslash',
  "apostrophe '; drop table documents; --",
  'line\nbreak\ttab',
  'Ünïcödé',
  '日本語',
  '😀',
  '‮right to left',
  'x'.repeat(500),
]

export function describeDocuments(open: Open): void {
  test('what was put is read back whole, as version 1', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    const slack = entry('slack', { notes: 'line one\nline “two” 😀 \u2028 </script>', capabilities: [] })
    await store.commit([{ put: 'inventory', id: 'slack', value: slack }])
    expect(await store.get('inventory', 'slack')).toEqual({ id: 'slack', version: 1, value: slack })
  })

  test('an id that nothing was put under is null, in every collection', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    for (const collection of COLLECTIONS) {
      for (const id of ['slack', '__proto__', 'constructor', '']) expect(await store.get(collection, id)).toBeNull()
      expect(await store.list(collection)).toEqual([])
    }
  })

  test('the version grows by one with every put, also when the value stays the same', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    for (const version of [1, 2, 3]) {
      await store.commit([{ put: 'inventory', id: 'slack', value: entry('slack') }])
      expect((await store.get('inventory', 'slack'))?.version).toBe(version)
    }
  })

  test('a deleted document is gone from get and list; deleting it again changes nothing', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    await store.commit(['slack', 'zoom'].map((id) => ({ put: 'inventory', id, value: entry(id) })))
    for (let times = 0; times < 2; times += 1) {
      await store.commit([{ delete: 'inventory', id: 'slack' }])
      expect(await store.get('inventory', 'slack')).toBeNull()
      expect((await store.list('inventory')).map(({ id }) => id)).toEqual(['zoom'])
    }
  })

  test('the same id in two collections is two documents', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    const judgement = {
      id: 'slack',
      identifier: { kind: 'domain', value: 'slack.example' },
      app: 'slack',
      decision: 'confirm',
      by: 'ana@acme.example',
      at: '2026-03-04T10:00:00.000Z',
      reason: '',
    } as const
    await store.commit([
      { put: 'inventory', id: 'slack', value: entry('slack') },
      { put: 'judgements', id: 'slack', value: judgement },
      { delete: 'inventory', id: 'slack' },
    ])
    expect(await store.get('inventory', 'slack')).toBeNull()
    expect((await store.get('judgements', 'slack'))?.value).toEqual(judgement)
  })

  test('a list is in code-unit order of ids, whatever the order of the puts', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    // 😀 begins with unit D83D and so comes before U+FF5E, unlike in the order of code points or of a locale.
    const ordered = ['', '10', '9', 'B', 'Z', '_', 'a', 'ab', 'b', 'ä', '😀', '～']
    const shuffled = ['b', '～', '9', 'ä', '', 'ab', 'Z', '😀', '10', 'a', '_', 'B']
    for (const id of shuffled.slice(0, 6)) await store.commit([{ put: 'inventory', id, value: entry(id) }])
    await store.commit(shuffled.slice(6).map((id) => ({ put: 'inventory', id, value: entry(id) })))
    expect((await store.list('inventory')).map(({ id }) => id)).toEqual(ordered)
  })

  test('ids may be any text, and are kept apart to the letter', async () => {
    await using folder = await temporaryFolder()
    const ids = [...ODD_IDS, 'e\u0301', '\u00e9', 'Slack', 'slack']
    {
      await using store = await open(folder.path)
      await store.commit(ids.map((id) => ({ put: 'inventory', id, value: entry(id, { tool: `tool ${id}` }) })))
    }
    await using store = await open(folder.path)
    for (const id of ids) expect((await store.get('inventory', id))?.value.tool).toBe(`tool ${id}`)
    expect((await store.list('inventory')).map(({ id }) => id)).toEqual(ids.toSorted())
    await store.commit(ids.map((id) => ({ delete: 'inventory', id, ifVersion: 1 })))
    expect(await store.list('inventory')).toEqual([])
  })

  test('keys of a value may be any text, `__proto__` among them', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    const spendMinor: Record<string, number> = Object.fromEntries([
      ['__proto__', 1],
      ['constructor', 2],
      ['10', 3],
      ['9', 4],
    ])
    const statement = {
      charges: 1,
      currencies: {},
      spendMinor,
      annualMinor: {},
      annualArithmetic: [],
      cadence: null,
      lastCharge: null,
    } as const
    const app = {
      id: 'slack',
      name: 'Slack',
      vendor: null,
      domain: null,
      inCatalogue: true,
      family: false,
      category: null,
      capabilities: [],
      kind: 'third-party',
      standing: 'unlisted',
      inventoryEntry: null,
      users: 0,
      sources: {},
      statement,
      attribution: null,
      confidence: 0.123456789012345,
      tags: [],
      firstSeen: null,
      lastSeen: null,
    } as const
    await store.commit([{ put: 'apps', id: 'slack', value: app }])
    const read = await store.get('apps', 'slack')
    expect(new Map(Object.entries(read?.value.statement?.spendMinor ?? {}))).toEqual(
      new Map(Object.entries(spendMinor)),
    )
    expect(read?.value.confidence).toBe(0.123456789012345)
    expect(Object.getPrototypeOf(read?.value.statement?.spendMinor)).toBe(Object.prototype)
  })

  test('changing what was read changes nothing in the store', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    await store.commit([{ put: 'inventory', id: 'slack', value: entry('slack') }])
    const read = await store.get('inventory', 'slack')
    const [listed] = await store.list('inventory')
    for (const stored of [read, listed]) {
      // Whether the attempt throws or works on a copy is the back end's choice; Reflect tells instead of throwing.
      Reflect.set(stored?.value ?? {}, 'tool', 'changed')
      Reflect.set(stored?.value.capabilities ?? [], '0', 'changed')
    }
    expect((await store.get('inventory', 'slack'))?.value).toEqual(entry('slack'))
    expect((await store.list('inventory')).map(({ value }) => value)).toEqual([entry('slack')])
  })

  test('changing what was handed to a commit, while it runs or later, changes nothing in the store', async () => {
    await using folder = await temporaryFolder()
    await using store = await open(folder.path)
    const capabilities = ['chat']
    const running = store.commit([{ put: 'inventory', id: 'slack', value: entry('slack', { capabilities }) }])
    capabilities.push('added while it ran')
    await running
    capabilities.push('added later')
    expect((await store.get('inventory', 'slack'))?.value.capabilities).toEqual(['chat'])
  })

  test('documents and their versions are there when the store is opened again', async () => {
    await using folder = await temporaryFolder()
    {
      await using store = await open(folder.path)
      await store.commit([{ put: 'inventory', id: 'slack', value: entry('slack') }])
      await store.commit([{ put: 'inventory', id: 'slack', value: entry('slack', { status: 'rejected' }) }])
    }
    await using store = await open(folder.path)
    expect(await store.list('inventory')).toEqual([
      { id: 'slack', version: 2, value: entry('slack', { status: 'rejected' }) },
    ])
  })
}
