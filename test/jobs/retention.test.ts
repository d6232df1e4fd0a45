import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Finding } from '#core/finding.ts'
import { DEFAULT_POLICY } from '#core/policy.ts'
import { monthsBefore } from '#core/retention.ts'
import type { ImportRecord, ScanRecord, Store } from '#core/store.ts'
import { applyRetention, previewRetention } from '#jobs/retention.ts'
import { openWriter } from '#src/store/open.ts'
import { all, charge, temporaryFolder } from '#test/store/examples.ts'

const NOW = '2026-11-21T02:00:00.000Z'
const clock = (): Date => new Date(NOW)
const NOTHING = { statementRows: 0, scans: 0, rejectedRows: 0, findings: 0 }

function scan(day: number, status: ScanRecord['status'] = 'complete'): ScanRecord {
  const startedAt = `2026-10-${String(day).padStart(2, '0')}T02:00:00.000Z`
  const findings = { opened: 0, open: 0, resolved: 0 }
  return { id: `scan-${day}`, startedAt, finishedAt: startedAt, status, sources: [], apps: 0, findings }
}

function finding(id: string, resolvedAt: string | null, decided = false): Finding {
  return {
    id,
    rule: 'owner-missing',
    subject: { kind: 'app', id },
    app: id,
    severity: 'low',
    title: 'Nobody owns it',
    nextStep: 'Name an owner',
    evidence: [],
    people: 0,
    spendMinor: {},
    sources: [],
    mayNeedYou: false,
    status: resolvedAt === null ? 'open' : 'resolved',
    needsYou: false,
    since: '2023-01-01T00:00:00.000Z',
    resolvedAt,
    notRecheckedSince: null,
    decision: decided ? { by: 'ana@acme.example', at: '2023-01-02T00:00:00.000Z', reason: 'known' } : null,
  }
}

const REJECTED = { kind: 'rejected', source: 'statement', subject: 'line 9', reason: 'no date' } as const

/** Two statements: one with rows of 2024 and 2026, one with rows of 2024 only. */
async function statements(store: Store): Promise<readonly string[]> {
  const mixed = await store.write('observations', [charge(1, { date: '2024-02-03' }), charge(2), charge(3)])
  const old = await store.write('observations', [charge(4, { date: '2024-02-04' })])
  const record = (id: string, segment: string, importedAt: string): ImportRecord => ({
    id,
    file: `${id}.csv`,
    hash: id,
    as: 'statement',
    account: null,
    importedAt,
    rows: 1,
    added: 1,
    seen: 0,
    rejected: [REJECTED],
    segment,
  })
  const segments = [mixed.id, old.id]
  const state = { source: 'statement', status: 'complete', readAt: NOW, completeAt: NOW, gaps: [] } as const
  await store.commit([
    { put: 'imports', id: 'mixed', value: record('mixed', mixed.id, '2026-03-05T00:00:00.000Z') },
    { put: 'imports', id: 'old', value: record('old', old.id, '2024-03-05T00:00:00.000Z') },
    { put: 'sources', id: 'statement', value: { ...state, rejected: [REJECTED, REJECTED], segments } },
  ])
  return segments
}

describe('retention', () => {
  test('by default keeps every statement row, and removes nothing of a young store', async () => {
    await using folder = await temporaryFolder()
    await using store = await openWriter(folder.path)
    await statements(store)
    const { retention } = DEFAULT_POLICY
    const young = { ...retention, rejectedMonths: null }
    expect(await applyRetention({ store, retention: young, clock, tell: () => expect.unreachable() })).toEqual(NOTHING)
    expect(retention.statementMonths).toBeNull()
  })

  test('leaves old statement rows out of segments written anew, after saying in a preview what it would do', async () => {
    await using folder = await temporaryFolder()
    await using store = await openWriter(folder.path)
    const before = await statements(store)
    const retention = { ...DEFAULT_POLICY.retention, statementMonths: 24 }
    const expected = { ...NOTHING, statementRows: 2, rejectedRows: 1 }
    expect(await previewRetention(store, retention, NOW)).toEqual(expected)
    expect((await store.get('sources', 'statement'))?.value.segments).toEqual(before)
    const told: string[] = []
    expect(await applyRetention({ store, retention, clock, tell: (line) => told.push(line) })).toEqual(expected)
    expect(told).toEqual([
      'removed by the retention of policy.json: statement row: 2; listed row that could not be read: 1',
    ])
    const [segment = '', ...others] = (await store.get('sources', 'statement'))?.value.segments ?? []
    expect(others).toEqual([])
    expect(await all(store.read('observations', segment))).toEqual([charge(2), charge(3)])
    expect((await store.get('imports', 'mixed'))?.value).toMatchObject({ segment, rejected: [REJECTED] })
    expect((await store.get('imports', 'old'))?.value).toMatchObject({ segment: null, rejected: [] })
    expect((await store.get('sources', 'statement'))?.value.rejected).toEqual([REJECTED])
    await store.collect(new Set([...before, segment]))
    await store.collect(new Set([segment]))
    expect(await readdir(join(folder.path, 'segments'))).toHaveLength(1)
    expect(await applyRetention({ store, retention, clock })).toEqual(NOTHING)
  })

  test('removes finished scans beyond the latest, and never a running one', async () => {
    await using folder = await temporaryFolder()
    await using store = await openWriter(folder.path)
    const scans = [scan(1, 'running'), scan(2), scan(3), scan(4, 'failed'), scan(5)]
    await store.commit(scans.map((value) => ({ put: 'scans', id: value.id, value })))
    const retention = { ...DEFAULT_POLICY.retention, scans: 2 }
    expect(await applyRetention({ store, retention, clock })).toEqual({ ...NOTHING, scans: 2 })
    expect((await store.list('scans')).map(({ id }) => id)).toEqual(['scan-1', 'scan-4', 'scan-5'])
  })

  test('removes findings that were resolved long ago, but not what is open or what people decided', async () => {
    await using folder = await temporaryFolder()
    await using store = await openWriter(folder.path)
    const long = '2024-11-20T00:00:00.000Z'
    const findings = [
      finding('gone', long),
      finding('recent', '2024-11-22T00:00:00.000Z'),
      finding('open', null),
      finding('decided', long, true),
    ]
    await store.commit(findings.map((value) => ({ put: 'findings', id: value.id, value })))
    const { retention } = DEFAULT_POLICY
    expect(await applyRetention({ store, retention, clock })).toEqual({ ...NOTHING, findings: 1 })
    expect((await store.list('findings')).map(({ id }) => id)).toEqual(['decided', 'open', 'recent'])
  })

  test.for([
    ['2026-03-31T05:06:07.000Z', 1, '2026-02-28T05:06:07.000Z'],
    ['2024-02-29T00:00:00.000Z', 12, '2023-02-28T00:00:00.000Z'],
    ['2026-01-15T00:00:00.000Z', 13, '2024-12-15T00:00:00.000Z'],
  ] as const)('%s less %d months is %s', ([now, months, before]) => {
    expect(monthsBefore(now, months)).toBe(before)
  })
})
