import type { WriteStream } from 'node:tty'
import type { Output } from './context.ts'

/** stdout or stderr as commands write to it; colour follows NO_COLOR and the terminal. */
export function terminal(stream: NodeJS.WriteStream & Partial<WriteStream>): Output {
  const isTTY = Boolean(stream.isTTY)
  return {
    isTTY,
    columns: isTTY ? (stream.columns ?? 80) : null,
    colour: isTTY && !process.env['NO_COLOR'],
    write: (data) =>
      new Promise((resolve, reject) => stream.write(data, (error) => (error ? reject(error) : resolve()))),
  }
}
