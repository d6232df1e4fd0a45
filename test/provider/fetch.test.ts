import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ConnectorError } from '#core/connector.ts'
import { createProviderFetch, rootProblem } from '#provider/fetch.ts'
import type { ProviderFetch, ProviderFetchOptions } from '#provider/fetch.ts'

async function serve(listener: RequestListener): Promise<AsyncDisposable & { readonly origin: string }> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function fetchFor(origin: string, changes: Partial<ProviderFetchOptions> = {}): ProviderFetch {
  const meter = { requests: 0, retries: 0, waitedSeconds: 0 }
  return createProviderFetch({
    source: 'google',
    origins: [origin],
    meter,
    signal: new AbortController().signal,
    ...changes,
  })
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc()')
}

async function troubleOf(result: Promise<Response>): Promise<string> {
  try {
    return `answered ${(await result).status}`
  } catch (error) {
    return error instanceof ConnectorError ? `${error.code}: ${error.message}` : String(error)
  }
}

test('a request is counted, sent with our name, its method, headers and body, and answered with status and headers', async () => {
  await using server = await serve((incoming, outgoing) => {
    incoming.setEncoding('utf8').on('data', (body) => {
      const { method, headers } = incoming
      outgoing.writeHead(429, { 'retry-after': '7', 'content-type': 'application/json' })
      outgoing.end(JSON.stringify([method, headers['user-agent'], headers['authorization'], body]))
    })
  })
  const meter = { requests: 0, retries: 0, waitedSeconds: 0 }
  const send = fetchFor(server.origin, { meter })
  const headers = { authorization: 'Bearer x', 'user-agent': 'sdk/1' }
  const response = await send(`${server.origin}/token`, { method: 'POST', body: 'a=1', headers })
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7'])
  expect(await response.json()).toEqual(['POST', 'daylight/0.1', 'Bearer x', 'a=1'])
  expect(meter).toEqual({ requests: 1, retries: 0, waitedSeconds: 0 })
})

test('a compressed answer arrives readable', async () => {
  await using server = await serve((_, outgoing) => {
    outgoing.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":1}'))
  })
  expect(await (await fetchFor(server.origin)(server.origin)).json()).toEqual({ a: 1 })
})

test('an answer without a body stays one', async () => {
  await using server = await serve((_, outgoing) => outgoing.writeHead(204).end())
  const response = await fetchFor(server.origin)(server.origin)
  expect([response.status, response.body]).toEqual([204, null])
})

describe('trouble is told by code and sentence', () => {
  test('a link to another host is not followed and not counted', async () => {
    const meter = { requests: 0, retries: 0, waitedSeconds: 0 }
    const send = fetchFor('https://admin.googleapis.com/base', { meter })
    expect(await troubleOf(send('https://evil.example/next'))).toBe(
      'malformed: google: refused to follow a link to https://evil.example, which is not configured',
    )
    expect(meter.requests).toBe(0)
  })

  test('a redirect is not followed', async () => {
    await using server = await serve((_, outgoing) =>
      outgoing.writeHead(302, { location: 'https://portal.example/x' }).end(),
    )
    expect(await troubleOf(fetchFor(server.origin)(server.origin))).toBe(
      `malformed: google: ${server.origin} redirects to https://portal.example, which its API does not do; ` +
        'check the configured root and any proxy on the way',
    )
  })

  test('nobody listens', async () => {
    const { origin, ...server } = await serve(() => {})
    await server[Symbol.asyncDispose]()
    expect(await troubleOf(fetchFor(origin)(origin))).toBe(
      `unavailable: google: ${origin} could not be reached (connect ECONNREFUSED ${new URL(origin).host})`,
    )
  })

  test.for(['before the head', 'in mid-body'])('no answer, %s, while memory is collected', async (when) => {
    await using server = await serve((_, outgoing) => {
      if (when === 'in mid-body') outgoing.writeHead(200).write(' ')
    })
    const collector = setInterval(collectGarbage, 20)
    const trouble = await troubleOf(fetchFor(server.origin, { timeoutMs: 300 })(server.origin))
    clearInterval(collector)
    expect(trouble).toBe(`unavailable: google: ${server.origin} could not be reached (no complete answer within 0.3 s)`)
  })

  test('an answer that breaks off', async () => {
    await using server = await serve((_, outgoing) => {
      outgoing.writeHead(200, { 'content-length': '100' })
      outgoing.write('{"a":', () => outgoing.destroy())
    })
    expect(await troubleOf(fetchFor(server.origin)(server.origin))).toMatch(
      /^unavailable: google: .+ could not be reached/,
    )
  })

  test('an answer that drips past the deadline', async () => {
    await using server = await serve((_, outgoing) => {
      outgoing.writeHead(200)
      const drip = setInterval(() => outgoing.write(' '), 20)
      outgoing.on('close', () => clearInterval(drip))
    })
    expect(await troubleOf(fetchFor(server.origin, { timeoutMs: 200 })(server.origin))).toBe(
      `unavailable: google: ${server.origin} could not be reached (no complete answer within 0.2 s)`,
    )
  })

  test('an answer that grows without end, however small it came over the wire', async () => {
    await using server = await serve((_, outgoing) => {
      outgoing.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(3 * 1024 * 1024)))
    })
    expect(await troubleOf(fetchFor(server.origin, { maxBytes: 2 * 1024 * 1024 })(server.origin))).toBe(
      `malformed: google: ${server.origin} answered with more than 2 MB`,
    )
  })
})

test('an aborted read throws the reason of its signal, before and during a request', async () => {
  await using server = await serve(() => {})
  const controller = new AbortController()
  const send = fetchFor(server.origin, { signal: controller.signal })
  const reason = new DOMException('stopped by hand', 'AbortError')
  setTimeout(() => controller.abort(reason), 30)
  await expect(send(server.origin)).rejects.toBe(reason)
  await expect(send(server.origin)).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
})

test.for<[string, string | null]>([
  ['https://admin.googleapis.com/', null],
  ['http://127.0.0.1:8080/base', null],
  ['http://localhost:8080', null],
  ['http://[::1]:8080', null],
  ['http://admin.example/', 'must begin with https:// (plain http is accepted for loopback only)'],
  ['http://127.0.0.1.example/', 'must begin with https:// (plain http is accepted for loopback only)'],
  ['ftp://127.0.0.1/', 'must begin with https:// (plain http is accepted for loopback only)'],
  ['admin.googleapis.com', 'is not a URL'],
])('of the root %s the problem is: %s', ([root, problem]) => {
  expect(rootProblem(root)).toBe(problem)
})
