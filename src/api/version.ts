import type { Context } from 'hono'
import { StoreError } from '#core/store.ts'
import { ProblemError } from './problem.ts'

export function etagOf(version: number): string {
  return `"${version}"`
}

/** The version that the caller saw, from `If-Match`. 428 without the header, 412 when it is none of ours. */
export function seenVersion(c: Context): number {
  const header = c.req.header('if-match')
  if (header === undefined) {
    throw new ProblemError(428, "send If-Match with the ETag of what you saw, so that nobody else's change is lost")
  }
  const match = /^(?:W\/)?"(\d+)"$/.exec(header.trim())
  if (match?.[1] === undefined)
    throw new ProblemError(412, `If-Match ${header} is no version of this resource; read it again`)
  return Number(match[1])
}

/** Runs a change, and turns a version that no longer holds into 412. */
export async function refusingConflict<T>(change: () => Promise<T>): Promise<T> {
  try {
    return await change()
  } catch (error) {
    if (error instanceof StoreError && error.code === 'conflict') {
      throw new ProblemError(412, 'somebody changed this meanwhile; read it again and decide on what it says now')
    }
    throw error
  }
}
