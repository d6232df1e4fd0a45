import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect } from 'vitest'
import { z } from 'zod'
import { createApp } from '#src/app.ts'
import type { AppSettings } from '#src/app.ts'
import { openTestBackend } from './backend.ts'
import type { TestBackend, TestCompany } from './backend.ts'

const row = z.record(z.string(), z.unknown())
const response = z.looseObject({ content: z.record(z.string(), z.object({ schema: z.unknown() })).optional() })
const openApi = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ responses: z.record(z.string(), response) }))),
})
type OpenApi = z.infer<typeof openApi>

type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body as an object; fails the test where it is none. */
  readonly json: () => Readonly<Record<string, unknown>>
  readonly items: () => readonly Readonly<Record<string, unknown>>[]
}

type Sent = {
  readonly json?: unknown
  readonly body?: string | FormData | Uint8Array<ArrayBuffer>
  readonly headers?: Readonly<Record<string, string>>
}

export type TestApi = TestBackend & {
  readonly document: OpenApi
  /** Sends a request as `GET /api/v1/apps` and holds the answer to the description and to what every answer must be. */
  readonly call: (line: string, sent?: Sent) => Promise<Answer>
  /** What the server logged as its own mistakes. */
  readonly bugs: readonly unknown[]
}

/** The whole application over a real store, driven through `app.request`. */
export async function openTestApi(
  company: TestCompany = {},
  settings: Partial<AppSettings> = {},
  change: (opened: TestBackend) => TestBackend = (opened) => opened,
): Promise<TestApi> {
  const opened = change(await openTestBackend(company))
  const bugs: unknown[] = []
  const app = createApp(opened.backend, {
    host: '127.0.0.1',
    baseUrl: null,
    onBug: (error) => bugs.push(error),
    ...settings,
  })
  const document = openApi.parse(await (await app.request('http://localhost/openapi.json')).json())
  const problemOf = describedBy(document)

  async function call(line: string, { json, body, headers = {} }: Sent = {}): Promise<Answer> {
    const [method = 'GET', path = '/'] = line.split(' ')
    const answer = await app.request(`http://localhost${path}`, {
      method,
      body: json === undefined ? (body ?? null) : JSON.stringify(json),
      headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    })
    const bytes = await answer.clone().text()
    const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? ''
    const parse = (): unknown => JSON.parse(bytes)
    const nosniff = answer.headers.get('x-content-type-options')
    const value = type.endsWith('json') ? parse() : bytes
    const departure = problemOf(method, path, answer.status, type, value)
    // The line and the body are there for whoever reads a failure.
    const said = { line, body: bytes.slice(0, 2000) }
    expect({ ...said, nosniff, departure }).toEqual({ ...said, nosniff: 'nosniff', departure: null })
    if (answer.status >= 400 && path.startsWith('/api/')) {
      const sentence = expect.stringMatching(/\w+ \w+/)
      const problem = {
        type: 'about:blank',
        title: expect.stringMatching(/\w/),
        status: answer.status,
        detail: sentence,
      }
      expect({ ...said, type, value }).toMatchObject({ ...said, type: 'application/problem+json', value: problem })
    }
    return {
      status: answer.status,
      headers: answer.headers,
      text: bytes,
      json: () => row.parse(parse()),
      items: () => z.object({ items: z.array(row) }).parse(parse()).items,
    }
  }
  return { ...opened, document, call, bugs }
}

/** Says how an answer departs from the document, or null. Routes outside of the API are not described. */
function describedBy(
  document: OpenApi,
): (method: string, path: string, status: number, type: string, value: unknown) => string | null {
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  formats.default(ajv)
  ajv.addSchema({ ...document, $id: 'document' })
  const templates = Object.keys(document.paths).map((template) => ({
    template,
    pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  }))
  return (method, path, status, type, value) => {
    const bare = path.split('?')[0] ?? ''
    const verb = method.toLowerCase()
    const found = templates.find(({ template, pattern }) => pattern.test(bare) && document.paths[template]?.[verb])
    if (found === undefined) return bare.startsWith('/api/') && status < 400 ? 'no such operation is described' : null
    const responses = document.paths[found.template]?.[verb]?.responses ?? {}
    const key = String(status) in responses ? String(status) : 'default'
    const content = responses[key]?.content
    if (content === undefined) return value === '' ? null : `nothing is described for ${status}`
    if (content[type] === undefined) return `${type} is not described for ${key}`
    const place = ['paths', found.template, verb, 'responses', key, 'content', type, 'schema'].map(pointer).join('/')
    const validate = ajv.getSchema(`document#/${place}`) ?? ajv.compile({ $ref: `document#/${place}` })
    return validate(value) ? null : ajv.errorsText(validate.errors)
  }
}

function pointer(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
}
