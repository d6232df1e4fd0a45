import { isAscii } from 'node:buffer'
import type { InputFile } from '#core/file-reader.ts'
import type { Encoding } from '#core/statement.ts'
import { guessCodePage } from './code-page.ts'
import { FirstBytes } from './first-bytes.ts'
import { Utf8Test } from './utf8.ts'

export type SniffedEncoding = {
  readonly encoding: Encoding
  /** The first bytes, for what has to be told before anything is decoded. */
  readonly head: Uint8Array
  readonly bytes: number
}

const HEAD_BYTES = 64 * 1024
// Bytes beyond ASCII with their neighbours, enough to tell languages apart.
const SAMPLE_BYTES = 16 * 1024
const WIDE_BYTES = 4096

/**
 * The encoding of a text file. A byte order mark decides; else UTF-16 by its zero bytes, UTF-8 if the bytes are it, and
 * a guess for the rest. Reads the whole file once, in constant memory: the byte that is no UTF-8 may be its last.
 * `isHeader` says whether a cell is a header that the reader of the file knows; it helps the guess.
 */
export async function sniffEncoding(
  file: InputFile,
  isHeader: (cell: string) => boolean = () => false,
): Promise<SniffedEncoding> {
  const first = new FirstBytes(HEAD_BYTES)
  const sample = new FirstBytes(SAMPLE_BYTES)
  const utf8 = new Utf8Test()
  let bytes = 0
  for await (const chunk of file.open()) {
    bytes += chunk.length
    first.add(chunk)
    utf8.add(chunk)
    if (!sample.full && !isAscii(chunk)) sample.add(aroundNonAscii(chunk))
  }
  const head = first.bytes()
  const told = byteOrderMark(head) ?? wideEncoding(head.subarray(0, WIDE_BYTES))
  if (told !== null) return { encoding: told, head, bytes }
  if (utf8.passed()) return { encoding: 'utf-8', head, bytes }
  return { encoding: guessCodePage({ head, sample: sample.bytes(), isHeader }), head, bytes }
}

function byteOrderMark(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null
}

/** Text that is mostly Latin has, in UTF-16, a zero in nearly every pair, always on the same side. */
function wideEncoding(head: Uint8Array): Encoding | null {
  if (head.length < 4) return null
  const zeros = { even: 0, odd: 0 }
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd']++
  const pairs = head.length / 2
  if (zeros.odd > pairs * 0.6 && zeros.even < pairs * 0.1) return 'utf-16le'
  return zeros.even > pairs * 0.6 && zeros.odd < pairs * 0.1 ? 'utf-16be' : null
}

function aroundNonAscii(chunk: Uint8Array): Uint8Array {
  const first = chunk.findIndex((byte) => byte >= 0x80)
  return chunk.subarray(Math.max(0, first - 1024), first + 4096)
}
