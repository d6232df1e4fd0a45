import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiRoutes } from '#src/api/api.ts'
import { openTestApi } from '#test/support/api.ts'
import type { TestApi } from '#test/support/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

/** All values below a key, at any depth. */
function everywhere(value: unknown, key: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => everywhere(item, key))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...everywhere(inner, key)])
}

test('every route of the API is described, and nothing else', () => {
  const routes = apiRoutes(api.backend)
    .routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
  const described = Object.entries(api.document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(described.toSorted()).toEqual([...new Set(routes)].toSorted())
  expect(described.length).toBeGreaterThan(20)
})

test('it is OpenAPI 3.1: title, version, summaries, path parameters, and responses with descriptions', () => {
  expect(api.document).toMatchObject({
    openapi: expect.stringMatching(/^3\.1\.\d+$/),
    info: { title: 'Daylight', version: expect.stringMatching(/./) },
  })
  for (const [path, operations] of Object.entries(api.document.paths)) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    for (const [method, operation] of Object.entries(operations)) {
      expect(METHODS).toContain(method)
      expect(operation).toMatchObject({ summary: expect.stringMatching(/\w+/), responses: { default: {} } })
      const parameters = [operation['parameters'] ?? []].flat(2)
      const declared = parameters.flatMap((one: { name?: string; in?: string }) => (one.in === 'path' ? one.name : []))
      expect({ path, declared }).toEqual({ path, declared: inPath })
      for (const [status, response] of Object.entries(operation.responses)) {
        expect({ path, status, ...response }).toMatchObject({ path, status, description: expect.stringMatching(/\w+/) })
      }
    }
  }
})

test('every reference leads somewhere, and every schema is one of JSON Schema 2020-12', () => {
  const ajv = new Ajv2020({ strict: false })
  const text = JSON.stringify(api.document)
  const names = Object.keys(Object(Object(api.document['components'])['schemas']))
  const references = everywhere(api.document, '$ref')
  expect(references.length).toBeGreaterThan(10)
  expect(references.filter((ref) => !names.some((name) => ref === `#/components/schemas/${name}`))).toEqual([])
  for (const schema of everywhere(JSON.parse(text), 'schema')) {
    const valid = ajv.validateSchema(Object(schema))
    expect({ valid, errors: ajv.errors ?? null }).toEqual({ valid: true, errors: null })
  }
})
