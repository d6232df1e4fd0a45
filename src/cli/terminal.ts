import type { Output } from './context.ts'

/** A standard stream; only a terminal has `isTTY` and `columns`. */
type StandardStream = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean; readonly columns?: number }

/** stdout or stderr as commands write to it; colour follows NO_COLOR and the terminal. */
export function terminal(stream: StandardStream): Output {
  const isTTY = stream.isTTY ?? false
  return {
    isTTY,
    columns: isTTY ? (stream.columns ?? 80) : null,
    colour: isTTY && !process.env['NO_COLOR'],
    write: (data) =>
      new Promise((resolve, reject) => stream.write(data, (error) => (error ? reject(error) : resolve()))),
  }
}
