import type { Catalogue, Product } from '#core/catalogue.ts'
import type { InventoryEntry } from '#core/inventory.ts'
import type { Judgement } from '#core/judgement.ts'
import { createMatcher } from '#core/match/matcher.ts'
import type { Observation } from '#core/observation.ts'
import { reconcile } from '#core/reconcile/reconcile.ts'
import type { ReconcileInput, Reconciled } from '#core/reconcile/reconcile.ts'

function product(id: string, over: Partial<Product> = {}): Product {
  const name = over.name ?? `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`
  return {
    id,
    name,
    vendor: name,
    family: false,
    memberOf: null,
    domains: [`${id}.example`],
    sharedDomains: [],
    aliases: [],
    stems: [name.toUpperCase()],
    category: 'test',
    capabilities: [],
    ai: false,
    identifiers: [],
    galleryNames: [],
    soldThrough: [],
    commonWord: false,
    ...over,
  }
}

export function entry(tool: string, over: Partial<InventoryEntry> = {}): InventoryEntry {
  return {
    id: tool.toLowerCase().replaceAll(' ', '-'),
    tool,
    status: 'approved',
    app: null,
    domain: null,
    vendor: null,
    owner: null,
    capabilities: [],
    renewal: null,
    noticeDays: null,
    monthlyCost: null,
    seats: null,
    identifiers: [],
    conditions: [],
    until: null,
    notes: '',
    ...over,
  }
}

/** A small made-up catalogue: products of a company that exists nowhere. */
export const CATALOGUE: Catalogue = {
  products: [
    product('zephyrmail', {
      capabilities: ['email-campaigns'],
      identifiers: [{ kind: 'google-client', value: '700001-z.apps.googleusercontent.com' }],
    }),
    product('quillsend', { capabilities: ['email-campaigns', 'forms'] }),
    product('signorama', {
      capabilities: ['e-signature'],
      aliases: ['Signorama Enterprise'],
    }),
    product('inkwell', {
      name: 'Inkwell Sign',
      domains: ['inkwell.example'],
      capabilities: ['e-signature'],
      stems: ['INKWELL SIGN'],
    }),
    product('orbit', { name: 'Orbit Suite', family: true, domains: ['orbit.example'], stems: ['ORBIT SUITE'] }),
    product('orbit-docs', {
      name: 'Orbit Docs',
      vendor: 'Orbit Suite',
      memberOf: 'orbit',
      domains: ['docs-orbit.example'],
      stems: [],
    }),
  ],
  capabilities: [
    {
      id: 'email-campaigns',
      name: 'Email campaigns',
      category: 'marketing',
      words: ['send newsletters', 'newsletter'],
      overlaps: true,
    },
    {
      id: 'e-signature',
      name: 'E-signature',
      category: 'documents',
      words: ['sign documents', 'sign contracts'],
      overlaps: true,
    },
    { id: 'forms', name: 'Forms', category: 'marketing', words: ['build a form'], overlaps: true },
  ],
  intermediaries: [],
}

export function reconcileAll(
  observations: readonly Observation[],
  inventory: readonly InventoryEntry[] = [],
  previous: ReconcileInput['previous'] = new Map(),
  judgements: readonly Judgement[] = [],
): Promise<Reconciled> {
  return reconcile({
    observations,
    inventory,
    catalogue: CATALOGUE,
    matcher: createMatcher(CATALOGUE, { judgements }),
    previous,
    readAt: () => '2026-03-31T02:00:00.000Z',
  })
}
