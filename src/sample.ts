import { generateKeyPairSync } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Connector } from '#core/connector.ts'
import type { InputFile } from '#core/file-reader.ts'
import { createReplayFetch } from '#provider/replay.ts'
import type { Recording } from '#provider/replay.ts'
import { openFile } from './files.ts'

const FOLDER = join(import.meta.dirname, '../fixtures/acme')

const company = z.object({ name: z.string(), now: z.iso.datetime(), currency: z.string() })
const recordings = z.array(
  z.object({
    method: z.string().optional(),
    path: z.string(),
    query: z.record(z.string(), z.string().nullable()).optional(),
    status: z.int().optional(),
    headers: z.record(z.string(), z.string()).optional(),
    body: z.unknown(),
  }),
)

/** Where the sample company lives: beside the real data, never in it. */
export function sampleFolder(dataFolder: string): string {
  return join(dataFolder, 'sample')
}

export type SampleCompany = {
  readonly name: string
  readonly currency: string
  /** A clock of its own: the recorded facts do not grow old. It runs on from the recorded moment. */
  readonly clock: () => Date
  /** The real connectors over recorded responses. */
  readonly connectors: () => Promise<readonly Connector[]>
  readonly statements: readonly InputFile[]
  readonly appLists: readonly InputFile[]
  readonly inventory: InputFile
}

/** Opens the sample company of `fixtures/acme`: everything in it is made up. */
export async function openSampleCompany(startedAt = Date.now()): Promise<SampleCompany> {
  const { name, now, currency } = company.parse(JSON.parse(await readFile(join(FOLDER, 'company.json'), 'utf8')))
  return {
    name,
    currency,
    clock: () => new Date(Date.parse(now) + Date.now() - startedAt),
    connectors: sampleConnectors,
    statements: await filesIn('statements'),
    appLists: await filesIn('app-lists'),
    inventory: openFile(join(FOLDER, 'inventory.csv')),
  }
}

async function filesIn(folder: string): Promise<InputFile[]> {
  const names = (await readdir(join(FOLDER, folder))).toSorted()
  return names.map((name) => openFile(join(FOLDER, folder, name)))
}

async function readRecordings(name: string): Promise<Recording[]> {
  const parsed = recordings.parse(JSON.parse(await readFile(join(FOLDER, name), 'utf8')))
  return parsed.map(({ method, query, status, headers, ...rest }) => ({
    ...rest,
    ...(method === undefined ? {} : { method }),
    ...(query === undefined ? {} : { query }),
    ...(status === undefined ? {} : { status }),
    ...(headers === undefined ? {} : { headers }),
  }))
}

async function sampleConnectors(): Promise<Connector[]> {
  const [{ createGoogleConnector }, { createMicrosoftConnector }] = await Promise.all([
    import('#connectors/google/index.ts'),
    import('#connectors/microsoft/index.ts'),
  ])
  // A key that signs nothing real: the replayed token endpoint takes any assertion.
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const google = createGoogleConnector(
    {
      serviceAccount: {
        clientEmail: 'daylight@acme.example',
        privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        tokenUri: 'https://oauth2.googleapis.com/token',
      },
      adminSubject: 'admin@acme.example',
      customer: 'my_customer',
      apiRoot: 'https://admin.googleapis.com/',
      mode: 'full',
    },
    { fetch: createReplayFetch(await readRecordings('google.json')) },
  )
  const microsoft = createMicrosoftConnector(
    {
      tenantId: '11111111-1111-4111-8111-111111111111',
      clientId: '22222222-2222-4222-8222-222222222222',
      credential: { kind: 'secret', secret: 'not-a-secret' },
      authority: 'https://login.microsoftonline.com',
      graphRoot: 'https://graph.microsoft.com',
    },
    { fetch: createReplayFetch(await readRecordings('microsoft.json')) },
  )
  return [google, microsoft]
}
