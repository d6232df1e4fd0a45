import { createHash } from 'node:crypto'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

// The kernel's limit for the name of a socket is 108 bytes on Linux and 104 on macOS, its end included.
const LONGEST = 100

/**
 * Where the writer of a folder takes the writes of others: in the folder, or where its name is too long for a socket,
 * under a name of this user's in the system's folder for temporary files.
 */
export function socketPath(folder: string): string {
  const inside = join(folder, 'daylight.sock')
  if (Buffer.byteLength(inside) <= LONGEST) return inside
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  return join(tmpdir(), `daylight-${userInfo().uid}-${name}.sock`)
}
