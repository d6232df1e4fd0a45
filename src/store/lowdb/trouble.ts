import { StoreError } from '#core/store.ts'
import { Unsettled } from './replace-file.ts'

/** The system's error code of a failed call (`ENOENT`), or null. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

const FULL = new Set(['ENOSPC', 'EDQUOT'])
const READ_ONLY = new Set(['EROFS', 'EACCES', 'EPERM'])

/** Turns what the disk said to a write into a `StoreError` where one fits; anything else is returned as it came. */
export function writeTrouble(error: unknown, folder: string): unknown {
  const code = systemCode(error instanceof Unsettled ? error.cause : error) ?? ''
  if (FULL.has(code)) {
    return new StoreError('full', `no space is left for ${folder}; free some and try again, nothing was changed`, {
      cause: error,
    })
  }
  if (READ_ONLY.has(code)) {
    return new StoreError(
      'read-only',
      `${folder} cannot be written by this user; make it writable and try again, nothing was changed`,
      { cause: error },
    )
  }
  return error
}

/** A file of the store that cannot be trusted, and what its owner can do. */
export function damaged(path: string, what: string, remedy: string, cause?: unknown): StoreError {
  return new StoreError('damaged', `${path} ${what}; ${remedy}`, { cause })
}
