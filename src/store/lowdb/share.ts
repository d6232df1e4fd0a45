import { once } from 'node:events'
import { chmod, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import type { Work } from '#core/store.ts'
import { onLines } from './lines.ts'
import type { Prepared } from './next-state.ts'
import { decodeRequest, encode, toReply } from './share-wire.ts'
import type { Request } from './share-wire.ts'
import type { Turns } from './turns.ts'

/** What a writer lets other processes of this machine do through it. */
export interface Shared {
  readonly turns: Turns
  commit(changes: readonly Prepared[]): Promise<void>
  collect(referenced: ReadonlySet<string>): Promise<void>
  /** Spares a segment that another process is about to put in place, until a commit refers to it. */
  claim(segment: string): Promise<void>
  /** Takes claims back whose process ended before it referred to them. */
  forsake(segments: ReadonlySet<string>): void
}

/**
 * Takes the writes of other processes, through a socket that only the owner may open, until it is disposed. A process that
 * goes away gives its turns back, and what it had not committed is as if it never was.
 */
export async function share(shared: Shared, path: string): Promise<AsyncDisposable> {
  await rm(path, { force: true })
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    serveOne(socket, shared)
  })
  server.listen(path)
  await once(server, 'listening')
  await chmod(path, 0o600)
  return { [Symbol.asyncDispose]: () => close(server, sockets) }
}

async function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  for (const socket of sockets) socket.destroy()
  await closed
}

function serveOne(socket: Socket, shared: Shared): void {
  const client = createClient(shared)
  socket.once('close', () => void client.leave())
  // A client that is killed resets the connection: the close that follows is all there is to do.
  socket.on('error', () => undefined)
  onLines(socket, (line) => void answer(line, socket, client))
}

async function answer(line: string, socket: Socket, client: Client): Promise<void> {
  try {
    const request = decodeRequest(line)
    if (request.ask === 'change') {
      client.stage(request)
      return
    }
    const reply = await client.run(request).then(
      () => ({ call: request.call, error: null }),
      (error: unknown) => toReply(request.call, error),
    )
    if (socket.writable) socket.write(encode(reply))
  } catch {
    // Who speaks another language cannot be told which call failed: the connection ends, and with it all of its calls.
    socket.destroy()
  }
}

type Client = ReturnType<typeof createClient>

function createClient(shared: Shared) {
  const staged = new Map<number, Prepared[]>()
  const claimed = new Set<string>()
  const turns = new Map<Work, () => void>()
  const writes = new Set<Promise<void>>()
  let left = false

  async function begin(work: Work, wait: boolean): Promise<void> {
    const end = await shared.turns.take(work, wait)
    if (left) end()
    else turns.set(work, end)
  }

  function write(writing: Promise<void>): Promise<void> {
    const settled = writing.catch(() => undefined)
    writes.add(settled)
    void settled.then(() => writes.delete(settled))
    return writing
  }

  return {
    stage({ call, collection, id, json, ifVersion }: Extract<Request, { ask: 'change' }>): void {
      const changes = staged.get(call) ?? []
      changes.push({ collection, id, json, ifVersion })
      staged.set(call, changes)
    },
    async run(request: Exclude<Request, { ask: 'change' }>): Promise<void> {
      switch (request.ask) {
        case 'commit': {
          const changes = staged.get(request.call) ?? []
          staged.delete(request.call)
          return write(shared.commit(changes))
        }
        case 'claim':
          claimed.add(request.segment)
          return write(shared.claim(request.segment))
        case 'collect':
          return write(shared.collect(new Set(request.referenced)))
        case 'begin':
          return begin(request.work, request.wait)
        case 'end':
          turns.get(request.work)?.()
          turns.delete(request.work)
          return
        default:
          return request satisfies never
      }
    },
    async leave(): Promise<void> {
      left = true
      // Whoever has the next turn must find what this one still had under way.
      await Promise.all(writes)
      for (const end of turns.values()) end()
      shared.forsake(claimed)
    },
  }
}
