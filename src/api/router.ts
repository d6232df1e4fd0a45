import { OpenAPIHono } from '@hono/zod-openapi'
import { ProblemError } from './problem.ts'

/** A sub-app whose requests are checked against their schemas; what does not fit is a problem that points at the place. */
export function createRouter(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return
      const errors = result.error.issues.map((issue) => ({
        pointer: `${result.target === 'json' ? '' : `${result.target}:`}/${issue.path.join('/')}`,
        detail: issue.message,
      }))
      const what = errors.map(({ pointer, detail }) => `${pointer} ${detail}`).join('; ')
      throw new ProblemError(result.target === 'json' ? 422 : 400, `the request does not fit: ${what}`, { errors })
    },
  })
}
