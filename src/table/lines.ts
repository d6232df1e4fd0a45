import type { InputFile } from '#core/file-reader.ts'

/** A line, and a record, may have this many characters; one that is longer is cut, and given as broken. */
export const MAX_RECORD_LENGTH = 1024 * 1024

/**
 * Physical lines without their ends (CR LF, LF or CR, mixed or not), in batches; the byte order mark is left out.
 * `encoding` is a label that `TextDecoder` knows.
 */
export async function* readLines(file: InputFile, encoding: string): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder(encoding)
  let rest = ''
  let waitingForLineFeed = false
  for await (const chunk of file.open()) {
    let text = decoder.decode(chunk, { stream: true })
    if (waitingForLineFeed && text.length > 0) {
      waitingForLineFeed = false
      if (text.startsWith('\n')) text = text.slice(1)
    }
    if (text.endsWith('\r')) waitingForLineFeed = true
    const lines = splitLines(text)
    const last = lines.pop() ?? ''
    if (lines.length === 0) {
      // Only so much is kept as proves that the line is too long.
      if (rest.length <= MAX_RECORD_LENGTH) rest += last
      continue
    }
    lines[0] = rest + (lines[0] ?? '')
    rest = last
    yield lines
  }
  rest += decoder.decode()
  if (rest.length > 0) yield splitLines(rest)
}

/** The first lines of a file, `count` of them or all that there are. */
export async function firstLines(file: InputFile, encoding: string, count: number): Promise<readonly string[]> {
  let first: readonly string[] = []
  for await (const lines of readLines(file, encoding)) {
    first = [...first, ...lines.slice(0, count - first.length)]
    if (first.length === count) break
  }
  return first
}

function splitLines(text: string): string[] {
  return text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n')
}
