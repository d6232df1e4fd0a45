import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommandContext, OpenedReader } from './cli/context.ts'
import { runCommand } from './cli/program.ts'
import { terminal } from './cli/terminal.ts'
import { readConfig } from './config.ts'
import { configuredConnectors, fileReaders } from './connectors.ts'
import { CommandError, EXIT } from './cli/exit.ts'
import { fileProblem, openFile } from './files.ts'
import { loadKnowledge } from './knowledge.ts'
import { latestCommit } from './store/backup/backup-source.ts'
import { openBackups } from './store/backups.ts'
import { openReader, openWriter } from './store/open.ts'
import { measureStorage } from './store/storage.ts'
import type { Store } from './core/store.ts'
import { sampleFolder } from './sample.ts'

function createContext(signal: AbortSignal): CommandContext {
  const config = readConfig(process.env, (path) => readFileSync(path, 'utf8'))
  const { dataFolder } = config
  let knowledge: ReturnType<typeof loadKnowledge> | null = null
  const getKnowledge = (): ReturnType<typeof loadKnowledge> => (knowledge ??= loadKnowledge(dataFolder))
  const [stdout, stderr] = [terminal(process.stdout), terminal(process.stderr)]
  return {
    config,
    knowledge: getKnowledge,
    connectors: () => configuredConnectors(config),
    readers: fileReaders,
    openReader: () => openEither(dataFolder),
    openWriter: () => openWriter(dataFolder),
    openScratch: () => openScratch(dataFolder),
    storage: () => measureStorage(dataFolder),
    backups: openBackups(dataFolder, () => new Date()),
    async openFile(path) {
      const problem = await fileProblem(path)
      if (problem !== null) throw new CommandError(EXIT.usage, problem)
      return openFile(path)
    },
    writeFile: (path, data) => writeFile(path, data),
    clock: () => new Date(),
    createId: randomUUID,
    signal,
    stdin: process.stdin,
    stdout,
    stderr,
    async serve({ sample }) {
      const { serve } = await import('./serve.ts')
      await serve({
        config,
        knowledge: await getKnowledge(),
        readers: fileReaders,
        createId: randomUUID,
        signal,
        sample,
        say: (line) => void stderr.write(`${line}\n`),
      })
    },
  }
}

async function openEither(dataFolder: string): Promise<OpenedReader | null> {
  const own = await openReader(dataFolder)
  if (own !== null) return { store: own, sample: false }
  const sample = await openReader(sampleFolder(dataFolder))
  return sample === null ? null : { store: sample, sample: true }
}

/** A copy of the last commit, journal included, that a dry run may write to. Segments are immutable, so it needs no lock. */
async function openScratch(dataFolder: string): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-'))
  for (const [name, bytes] of (await latestCommit(dataFolder))?.files ?? []) await writeFile(join(folder, name), bytes)
  await cp(join(dataFolder, 'segments'), join(folder, 'segments'), { recursive: true }).catch((cause: unknown) => {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause
  })
  const store = await openWriter(folder)
  return {
    get: (collection, id) => store.get(collection, id),
    list: (collection) => store.list(collection),
    read: (kind, segment) => store.read(kind, segment),
    commit: (changes) => store.commit(changes),
    write: (kind, records) => store.write(kind, records),
    collect: (referenced) => store.collect(referenced),
    exclusively: (work, job, how) => store.exclusively(work, job, how),
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stopping.abort(new DOMException(`stopped by ${signal}`, 'AbortError')))
}
// A reader that closes the pipe (`| head`) has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
process.exitCode = await runCommand(
  process.argv.slice(2),
  () => createContext(stopping.signal),
  terminal(process.stdout),
  terminal(process.stderr),
)
