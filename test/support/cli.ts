import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { z } from 'zod'

const ROOT = join(import.meta.dirname, '../..')
const MAIN = join(ROOT, 'src/main.ts')
// Compiling the sources is most of what a short command costs.
const COMPILE_CACHE = join(tmpdir(), 'daylight-test-compile-cache')

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

type RunOptions = {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string | Uint8Array
  /** What to start instead of the pinned node with `src/main.ts`. */
  readonly program?: readonly [string, ...string[]]
}

export type Running = {
  readonly child: ReturnType<typeof start>
  /** Resolves when stderr has said it. Rejects when the process ends before. */
  readonly said: (words: RegExp) => Promise<RegExpExecArray>
  readonly ended: Promise<Ran>
}

/** A folder of its own to run commands in: `data` is the data folder, made by the first command that stores. */
export type CliFolder = AsyncDisposable & {
  readonly path: string
  readonly data: string
  readonly file: (name: string, content: string | Uint8Array) => Promise<string>
  readonly read: (name: string) => Promise<string>
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<Ran>
  readonly start: (args: readonly string[], options?: RunOptions) => Running
  /** A hash of all stored files, names and bytes; `none` where there is no data folder. */
  readonly stored: () => Promise<string>
}

export async function openCliFolder(settings: Readonly<Record<string, string>> = {}): Promise<CliFolder> {
  const path = await mkdtemp(join(tmpdir(), 'daylight-cli-'))
  const data = join(path, 'data')
  const started = new Set<ReturnType<typeof start>>()
  const begin = (args: readonly string[], options: RunOptions = {}): Running => {
    const child = start(args, path, { ...options, env: { DAYLIGHT_DATA: data, ...settings, ...options.env } })
    started.add(child)
    child.once('exit', () => started.delete(child))
    return follow(child)
  }
  return {
    path,
    data,
    async file(name, content) {
      await writeFile(join(path, name), content)
      return join(path, name)
    },
    read: (name) => readFile(join(path, name), 'utf8'),
    run: (args, options) => begin(args, options).ended,
    start: begin,
    stored: () => hashOf(data),
    async [Symbol.asyncDispose]() {
      for (const child of started) child.kill('SIGKILL')
      await rm(path, { recursive: true, force: true })
    },
  }
}

/** Starts a command with nothing of the tester's own settings in its environment. */
function start(args: readonly string[], cwd: string, { env = {}, input, program }: RunOptions) {
  const [command, ...first] = program ?? [process.execPath, MAIN]
  const child = spawn(command, [...first, ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: COMPILE_CACHE, ...env },
    stdio: 'pipe',
  })
  // A command that ends before it has read all of its input breaks the pipe.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input ?? '')
  return child
}

function follow(child: ReturnType<typeof start>): Running {
  const [stdout, stderr] = [text(child.stdout), text(child.stderr)]
  const code = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const ended = Promise.all([code, stdout, stderr]).then(([exit, out, talk]) => ({
    code: exit,
    stdout: out,
    stderr: talk,
  }))
  let heard = ''
  child.stderr.on('data', (chunk: Buffer) => (heard += chunk.toString()))
  const said = (words: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = words.exec(heard)
        if (match !== null) resolve(match)
      }
      child.stderr.on('data', look)
      child.once('close', () => reject(new Error(`it ended without saying ${String(words)}: ${heard}`)))
      look()
    })
  return { child, said, ended }
}

async function hashOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => null)
  if (entries === null) return 'none'
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const hash = createHash('sha256')
  for (const file of files.toSorted()) hash.update(`${file}\0`).update(await readFile(file))
  return hash.digest('hex')
}

/** The JSON Lines of an output; throws where a line is no JSON. */
function jsonLines(output: string): readonly unknown[] {
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))
}

const row = z.record(z.string(), z.unknown())

/** The JSON Lines of an output as objects. */
export function jsonRows(output: string): readonly Readonly<Record<string, unknown>>[] {
  return jsonLines(output).map((line) => row.parse(line))
}

export { ROOT }
