import { StoreError } from '#core/store.ts'

/** The system's error code of a failed call (`ENOENT`), or null. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** A file is in place, and only its surviving a power loss is in doubt. */
export class Unsettled extends Error {
  readonly code: string | null

  constructor(path: string, cause: unknown) {
    super(`${path} is in place, but its folder could not be synced, so it may not survive a power loss`, { cause })
    this.name = 'Unsettled'
    this.code = systemCode(cause)
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT'])
const READ_ONLY = new Set(['EROFS', 'EACCES', 'EPERM'])

/** Turns what the disk said to a write into a `StoreError` where one fits; anything else is returned as it came. */
export function writeTrouble(error: unknown, folder: string): unknown {
  const code = systemCode(error) ?? ''
  const state = error instanceof Unsettled ? error.message : 'nothing was changed'
  if (FULL.has(code)) {
    return new StoreError('full', `no space is left for ${folder}; free some and try again (${state})`, {
      cause: error,
    })
  }
  if (READ_ONLY.has(code)) {
    return new StoreError(
      'read-only',
      `${folder} cannot be written by this user; make it writable and try again (${state})`,
      { cause: error },
    )
  }
  return error
}

/** The ways back from damage, in the order to try them. */
export const WAYS_BACK =
  'restore a backup with daylight backup restore FILE --force, or save what can be read with daylight backup salvage'

/** A file of the store that cannot be trusted, and what its owner can do. */
export function damaged(path: string, what: string, remedy: string, cause?: unknown): StoreError {
  return new StoreError('damaged', `${path} ${what}; ${remedy}`, { cause })
}
