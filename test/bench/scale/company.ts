import type { Connector } from '#core/connector.ts'
import type { Catalogue } from '#core/catalogue.ts'
import type { InputFile } from '#core/file-reader.ts'
import type { AppClue, Observation } from '#core/observation.ts'
import { brandName, coined } from '../synthetic/brands.ts'
import { randomFrom } from '../synthetic/random.ts'

export type ScaleSettings = {
  readonly people: number
  /** Grants a person, over both providers. */
  readonly grants: number
  readonly clients: number
  readonly statementRows: number
  /** Different merchant texts that look like software and that the catalogue does not know. */
  readonly strangeTexts: number
  readonly seed: number
}

export type ScaleCompany = {
  readonly connectors: readonly Connector[]
  /** A card statement of three years, a file a month. */
  readonly statements: readonly InputFile[]
}

// One client in five is of a product that the catalogue knows.
const KNOWN_CLIENTS = 0.2
// Of the rows: subscriptions of known products, each charged every month; software that nobody knows; other trades.
const KNOWN_ROWS = 0.6
const STRANGE_ROWS = 0.3
const PAID_PRODUCTS = 600
const MONTHS = 36
const CHUNK = 65_536
const DEPARTMENTS = ['Marketing', 'Sales', 'Engineering', 'Finance', 'Legal', 'People', 'Support', 'IT'] as const
const SCOPES = [
  'openid',
  'https://www.googleapis.com/auth/userinfo.email',
  'https://www.googleapis.com/auth/drive.readonly',
  'https://www.googleapis.com/auth/calendar',
  'https://www.googleapis.com/auth/gmail.readonly',
] as const
const ENDINGS = ['.IO', '.APP', '.DEV', ' SOFTWARE', ' CLOUD SUBSCR'] as const

/** An invented company of any size, the same for the same settings: what two identity providers say, and card statements. */
export function scaleCompany(catalogue: Catalogue, settings: ScaleSettings): ScaleCompany {
  return {
    connectors: [connector('google', catalogue, settings), connector('microsoft', catalogue, settings)],
    statements: Array.from({ length: MONTHS }, (_, month) => statement(month, catalogue, settings)),
  }
}

function connector(source: 'google' | 'microsoft', catalogue: Catalogue, settings: ScaleSettings): Connector {
  return {
    source,
    async *read() {
      yield* observations(source, catalogue, settings)
    },
    probe: async () => [],
  }
}

function* observations(
  source: 'google' | 'microsoft',
  catalogue: Catalogue,
  { people, grants, clients, seed }: ScaleSettings,
): Iterable<Observation> {
  const random = randomFrom(seed + (source === 'google' ? 1 : 2))
  const names = clientNames(catalogue, clients, seed)
  for (let at = 0; at < people; at += 1) {
    const email = emailOf(at)
    yield {
      kind: 'person',
      key: `person:${source}:${email}`,
      source,
      email,
      aliases: [],
      name: `Person ${at}`,
      status: at % 50 === 49 ? 'suspended' : 'active',
      department: DEPARTMENTS[at % DEPARTMENTS.length] ?? null,
      costCentre: null,
    }
    const held = new Set<number>()
    // The first clients are everybody's, the last those of a few.
    while (held.size < Math.min(grants / 2, clients)) held.add(Math.floor(random.next() ** 3 * clients))
    for (const client of held) {
      yield {
        kind: 'grant',
        key: `grant:${source}:${email}:${client}:delegated`,
        source,
        app: clueOf(source, client, names[client] ?? ''),
        person: email,
        scopes: SCOPES.slice(0, 1 + (client % SCOPES.length)),
        access: 'delegated',
        tenantWide: false,
      }
    }
  }
}

function clueOf(source: 'google' | 'microsoft', client: number, name: string): AppClue {
  const number = String(client).padStart(12, '0')
  return {
    identifiers: [
      source === 'google'
        ? { kind: 'google-client', value: `${number}-scale.apps.googleusercontent.com` }
        : { kind: 'entra-app', value: `00000000-0000-4000-8000-${number}` },
    ],
    name,
    publisher: null,
    publisherVerified: false,
    domains: [],
    ownerTenant: null,
    owner: null,
  }
}

function clientNames({ products }: Catalogue, count: number, seed: number): readonly string[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () =>
    random.chance(KNOWN_CLIENTS) ? random.pick(products).name : brandName(random),
  )
}

function statement(month: number, catalogue: Catalogue, settings: ScaleSettings): InputFile {
  const rows = Math.floor(settings.statementRows / MONTHS)
  return {
    name: `cards-${yearMonth(month)}.csv`,
    async *open() {
      const write = rowWriter(month, catalogue, settings)
      let text = 'Posting Date,Description,Amount,Currency,Card Holder,Category Code\n'
      for (let row = 0; row < rows; row += 1) {
        text += write(row, rows)
        if (text.length < CHUNK) continue
        yield Buffer.from(text)
        text = ''
      }
      yield Buffer.from(text)
    },
  }
}

function rowWriter(month: number, { products }: Catalogue, settings: ScaleSettings) {
  const { people, seed } = settings
  const random = randomFrom(seed + 1_000 + month)
  const paid = randomFrom(seed + 400)
  const names = Array.from({ length: PAID_PRODUCTS }, () => paid.pick(products).name.replaceAll(/[",]/g, ''))
  const strange = strangeTexts(settings)
  return (row: number, rows: number): string => {
    const reference = `R${month * rows + row}`
    const day = String(1 + random.below(28)).padStart(2, '0')
    const line = (merchant: string, amount: number, holder: number, code: string): string =>
      `${yearMonth(month)}-${day},${merchant.toUpperCase()} ${reference},${amount}.00,EUR,${emailOf(holder)},${code}\n`
    const known = Math.floor(rows * KNOWN_ROWS)
    if (row < known) return line(names[row % names.length] ?? '', 9 + (row % 90), (row * 7) % people, '5734')
    const turn = month * Math.floor(rows * STRANGE_ROWS) + row - known
    const text = strange[turn % strange.length] ?? ''
    if (row < rows * (KNOWN_ROWS + STRANGE_ROWS)) return line(text, 19 + (turn % 70), turn % people, '5734')
    return line(`Cafe ${1 + random.below(500)}`, 3 + random.below(40), random.below(people), '5812')
  }
}

function strangeTexts({ strangeTexts: count, seed }: ScaleSettings): readonly string[] {
  const random = randomFrom(seed + 500)
  const texts = new Set<string>()
  while (texts.size < count) texts.add(`${coined(random)}${coined(random)}`.toUpperCase() + random.pick(ENDINGS))
  return [...texts]
}

function emailOf(person: number): string {
  return `p${String(person).padStart(5, '0')}@acme.example`
}

function yearMonth(month: number): string {
  return `${2023 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}`
}
