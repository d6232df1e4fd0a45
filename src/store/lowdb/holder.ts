import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { systemCode } from './trouble.ts'

const holderSchema = z.object({
  pid: z.int(),
  host: z.string(),
  /** Names the run of the kernel; null where the system has no such name. */
  boot: z.string().nullable(),
  command: z.string(),
  /** ISO time at which the lock was taken. */
  since: z.string(),
  /** Where the holder takes the writes of others; absent when it takes none. */
  socket: z.string().optional(),
})

/** Who writes to a data folder, as told to people and to other hosts. */
export type Holder = z.infer<typeof holderSchema>

const LONGEST_COMMAND = 200

export function holderPath(folder: string): string {
  return join(folder, 'lock.json')
}

export async function thisProcess(): Promise<Holder> {
  return {
    pid: process.pid,
    host: hostname(),
    boot: await bootId(),
    command: ['daylight', ...process.argv.slice(2)].join(' ').slice(0, LONGEST_COMMAND),
    since: new Date().toISOString(),
  }
}

/** The holder on record; null when there is none, or when a crash left half a record. */
export async function readHolder(folder: string): Promise<Holder | null> {
  try {
    const parsed = holderSchema.safeParse(JSON.parse(await readFile(holderPath(folder), 'utf8')))
    return parsed.success ? parsed.data : null
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}

/**
 * Whether a holder on record could live where this machine's kernel does not see it. The same boot id is the same
 * kernel, containers included; the same host with another boot id has been restarted.
 */
export function maybeElsewhere(holder: Holder, self: Holder): boolean {
  if (holder.host === self.host) return false
  return holder.boot === null || holder.boot !== self.boot
}

/** False when the holder certainly ended, so that the record is left over from an earlier one. */
export function maybeAlive(holder: Holder, self: Holder): boolean {
  if (holder.host !== self.host || holder.boot !== self.boot) return true
  try {
    process.kill(holder.pid, 0)
    return true
  } catch (error) {
    return systemCode(error) !== 'ESRCH'
  }
}

async function bootId(): Promise<string | null> {
  try {
    return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim()
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}
