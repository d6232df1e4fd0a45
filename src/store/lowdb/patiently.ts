import { stat } from 'node:fs/promises'
import { StoreError } from '#core/store.ts'
import { systemCode } from './trouble.ts'

const ATTEMPTS = 5
const MOST_ATTEMPTS = 1_000

/**
 * Reads a snapshot and the journals behind it while somebody may be writing to them: what looks damaged is looked at
 * again, and is damage only when the snapshot stayed the same. Throws what the last attempt threw.
 */
export async function patiently<T>(snapshot: string, look: () => Promise<T>): Promise<T> {
  let before = await identity(snapshot)
  let unchanged = 0
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await look()
    } catch (error) {
      if (!(error instanceof StoreError && error.code === 'damaged')) throw error
      const after = await identity(snapshot)
      unchanged = after === before ? unchanged + 1 : 0
      before = after
      if (unchanged === ATTEMPTS || attempt === MOST_ATTEMPTS) throw error
    }
  }
}

async function identity(path: string): Promise<string | null> {
  try {
    const { ino, size, mtimeNs } = await stat(path, { bigint: true })
    return `${ino} ${size} ${mtimeNs}`
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}
