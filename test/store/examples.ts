import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppEvidence } from '#core/app.ts'
import type { InventoryEntry } from '#core/inventory.ts'
import type { ChargeObservation } from '#core/observation.ts'
import type { Person } from '#core/person.ts'

/** A folder of its own for a test, removed at the end of its scope. */
export async function temporaryFolder(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'daylight-store-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

export function entry(id: string, overrides: Partial<InventoryEntry> = {}): InventoryEntry {
  return {
    id,
    tool: 'Slack',
    status: 'approved',
    app: 'slack',
    domain: 'slack.example',
    vendor: null,
    owner: 'ana@acme.example',
    capabilities: ['chat'],
    renewal: '2026-11-02',
    noticeDays: 60,
    monthlyCost: { minor: 87_500, currency: 'EUR' },
    seats: 100,
    identifiers: [{ kind: 'domain', value: 'slack.example' }],
    conditions: [],
    until: null,
    notes: '',
    ...overrides,
  }
}

export function charge(line: number, overrides: Partial<ChargeObservation> = {}): ChargeObservation {
  return {
    key: `charge-${line}`,
    source: 'statement',
    kind: 'charge',
    chargeKind: 'purchase',
    descriptor: `SLACK T${line} DUBLIN IE`,
    date: '2026-03-04',
    amount: { minor: 875 + line, currency: 'EUR' },
    original: null,
    account: 'card-4242',
    person: 'ana@acme.example',
    department: null,
    costCentre: null,
    mcc: '5734',
    reference: null,
    importId: 'import-1',
    line,
    ...overrides,
  }
}

export function person(id: string): Person {
  return {
    id,
    emails: [id],
    name: 'Ana Ó Néill',
    status: 'active',
    department: null,
    costCentre: null,
    sources: ['okta'],
  }
}

export function evidence(app: string): AppEvidence {
  return { app, people: [], identities: [], grants: [], charges: [] }
}

export function charges(count: number): ChargeObservation[] {
  return Array.from({ length: count }, (_, index) => charge(index + 1))
}

export async function all<T>(records: AsyncIterable<T>): Promise<T[]> {
  return Array.fromAsync(records)
}
