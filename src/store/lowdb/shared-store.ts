import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { StoreError } from '#core/store.ts'
import type {
  Change,
  Collection,
  Documents,
  Segment,
  SegmentKind,
  SegmentRecords,
  Store,
  Stored,
  StoreReader,
  Work,
} from '#core/store.ts'
import { diskFiles } from './files.ts'
import { onLines } from './lines.ts'
import { prepare } from './next-state.ts'
import { changeRequest, decodeReply, encode, toError } from './share-wire.ts'
import type { Request } from './share-wire.ts'
import { systemCode, writeTrouble } from './trouble.ts'
import { writeSegment } from './write-segment.ts'
import type { Records } from './write-segment.ts'

/**
 * Opens a store that another process of this machine writes to, through its socket; null when nobody listens there. It
 * reads the folder itself, writes segments itself, and hands its commits over; each is durable when it resolves.
 */
export async function connectStore(folder: string, path: string, reader: StoreReader): Promise<Store | null> {
  const socket = connect(path)
  try {
    await once(socket, 'connect')
  } catch (error) {
    if (['ENOENT', 'ECONNREFUSED'].includes(systemCode(error) ?? '')) return null
    throw error
  }
  return new SharedStore(folder, reader, socket)
}

type Body<R> = R extends Request ? Omit<R, 'call'> : never

class SharedStore implements Store {
  readonly #folder: string
  readonly #reader: StoreReader
  readonly #socket: Socket
  readonly #waiting = new Map<number, PromiseWithResolvers<void>>()
  #calls = 0
  #open = true

  constructor(folder: string, reader: StoreReader, socket: Socket) {
    this.#folder = folder
    this.#reader = reader
    this.#socket = socket
    socket.once('close', () => this.#lost())
    // The close that follows an error is what matters: whoever waits is told then.
    socket.on('error', () => undefined)
    onLines(socket, (line) => this.#take(line))
  }

  get<C extends Collection>(collection: C, id: string): Promise<Stored<Documents[C]> | null> {
    return this.#reader.get(collection, id)
  }

  list<C extends Collection>(collection: C): Promise<readonly Stored<Documents[C]>[]> {
    return this.#reader.list(collection)
  }

  read<K extends SegmentKind>(kind: K, segment: string): AsyncIterable<SegmentRecords[K]> {
    return this.#reader.read(kind, segment)
  }

  async commit(changes: readonly Change[]): Promise<void> {
    const prepared = changes.map(prepare)
    this.#mustBeOpen()
    const call = (this.#calls += 1)
    for (const change of prepared) this.#socket.write(encode(changeRequest(call, change)))
    await this.#send({ ask: 'commit', call })
  }

  async write<K extends SegmentKind>(kind: K, records: Records<K>): Promise<Segment> {
    this.#mustBeOpen()
    try {
      return await writeSegment(this.#folder, diskFiles, kind, records, (segment) =>
        this.#ask({ ask: 'claim', segment }),
      )
    } catch (error) {
      throw writeTrouble(error, this.#folder)
    }
  }

  async collect(referenced: ReadonlySet<string>): Promise<void> {
    await this.#ask({ ask: 'collect', referenced: [...referenced] })
  }

  async exclusively<T>(work: Work, job: () => Promise<T>, { wait } = { wait: true }): Promise<T> {
    await this.#ask({ ask: 'begin', work, wait })
    try {
      return await job()
    } finally {
      // Where the connection is lost, the other side has ended it already, and the job's own outcome is the one to tell.
      await this.#ask({ ask: 'end', work }).catch(() => undefined)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#open) return
    this.#open = false
    await Promise.allSettled([...this.#waiting.values()].map(({ promise }) => promise))
    if (this.#socket.destroyed) return
    const closed = once(this.#socket, 'close')
    this.#socket.end()
    await closed
  }

  #ask(body: Body<Request>): Promise<void> {
    this.#mustBeOpen()
    const call = (this.#calls += 1)
    return this.#send({ ...body, call })
  }

  async #send(request: Request): Promise<void> {
    if (this.#socket.destroyed) throw this.#ended()
    const waiting = Promise.withResolvers<void>()
    this.#waiting.set(request.call, waiting)
    this.#socket.write(encode(request))
    await waiting.promise
  }

  #take(line: string): void {
    const { call, error } = decodeReply(line)
    const waiting = this.#waiting.get(call)
    this.#waiting.delete(call)
    if (error === null) waiting?.resolve()
    else waiting?.reject(toError(error))
  }

  #lost(): void {
    for (const { reject } of this.#waiting.values()) reject(this.#ended())
    this.#waiting.clear()
  }

  #ended(): StoreError {
    return new StoreError(
      'locked',
      `the process that writes to ${this.#folder} ended; what it confirmed is stored, start this one again for the rest`,
    )
  }

  #mustBeOpen(): void {
    if (!this.#open) throw new Error(`the store ${this.#folder} is closed`)
  }
}
