import { StringDecoder } from 'node:string_decoder'
import type { Socket } from 'node:net'

/**
 * Calls `take` with each line that comes in. Not `readline`: that ends lines at U+2028 too, which JSON texts may hold.
 */
export function onLines(socket: Socket, take: (line: string) => void): void {
  const decoder = new StringDecoder('utf8')
  let parts: string[] = []
  socket.on('data', (chunk: Uint8Array) => {
    const [first = '', ...rest] = decoder.write(Buffer.from(chunk)).split('\n')
    parts.push(first)
    for (const next of rest) {
      const line = parts.join('')
      parts = [next]
      take(line)
    }
  })
}
