import { isAscii, isUtf8 } from 'node:buffer'
import { analyse } from 'chardet'

// Enough text for a guess; a file that is plain ASCII up to its end costs one pass.
const SAMPLE_BYTES = 256 * 1024
const UTF16_SAMPLE_BYTES = 4096

// Encodings whose text is not Latin: nothing but a guess finds them, and one accented letter is too little for a guess.
const FOREIGN = new Set([
  'Shift_JIS',
  'EUC-JP',
  'EUC-KR',
  'GB18030',
  'Big5',
  'windows-1251',
  'KOI8-R',
  'ISO-8859-5',
  'ISO-8859-7',
  'windows-1253',
  'windows-1255',
  'windows-1256',
  'ISO-8859-2',
  'windows-1250',
])
const FOREIGN_CONFIDENCE = 50

/**
 * The encoding of a text file as a `TextDecoder` label. A byte order mark decides; else UTF-16 by its zero bytes, UTF-8
 * if the bytes are valid, a non-Latin encoding if the text is long enough to tell, and Windows-1252 for the rest.
 */
export async function detectEncoding(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  let sample = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const first = sample.length === 0
    // ASCII says nothing. Skipping it lets an accent in the last row decide.
    if (!first && isAscii(sample) && sample.length >= UTF16_SAMPLE_BYTES) sample = Buffer.from(chunk)
    else sample = Buffer.concat([sample, chunk])
    const wide = sample.length >= 4 ? byteOrder(sample) : null
    if (wide !== null) return wide
    if (!isAscii(sample) && sample.length >= SAMPLE_BYTES) return encodingOf(sample.subarray(0, SAMPLE_BYTES), true)
  }
  return byteOrder(sample) ?? encodingOf(sample, false)
}

function byteOrder(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const pairs = bytes.subarray(0, UTF16_SAMPLE_BYTES)
  const zeros = { even: 0, odd: 0 }
  for (const [index, byte] of pairs.entries()) if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1
  // Latin text in UTF-16 has a zero in nearly every pair, always on the same side.
  const half = pairs.length / 2
  if (zeros.odd > half * 0.6 && zeros.even < half * 0.1) return 'utf-16le'
  if (zeros.even > half * 0.6 && zeros.odd < half * 0.1) return 'utf-16be'
  return null
}

function encodingOf(sample: Buffer, cut: boolean): string {
  if (isUtf8(cut ? withoutCutSequence(sample) : sample)) return 'utf-8'
  if (mostlyUtf8(sample)) return 'utf-8'
  const best = analyse(sample).find((guess) => FOREIGN.has(guess.name) && guess.confidence >= FOREIGN_CONFIDENCE)
  const latin = analyse(sample).find((guess) => guess.name === 'ISO-8859-1' || guess.name === 'windows-1252')
  return best !== undefined && best.confidence > (latin?.confidence ?? 0) ? best.name.toLowerCase() : 'windows-1252'
}

/** A multi-byte sequence that the end of the sample cuts is no sign of another encoding. */
function withoutCutSequence(sample: Buffer): Buffer {
  for (let back = 1; back <= 4; back += 1) {
    const byte = sample[sample.length - back]
    if (byte === undefined || byte < 0x80) return sample
    if (byte >= 0xc0) return sample.subarray(0, sample.length - back)
  }
  return sample
}

/** UTF-8 with a few damaged bytes (a cell cut in the middle of a letter) is still UTF-8. */
function mostlyUtf8(sample: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(sample)
  let damaged = 0
  let letters = 0
  for (const letter of text) {
    if (letter === '\uFFFD') damaged += 1
    else if (letter > '\u007F') letters += 1
  }
  return letters > damaged * 4
}

/** Text without byte order mark; CRLF and CR become LF, so that a line is a line. */
export async function* decode(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding)
  let held = ''
  for await (const chunk of chunks) {
    const text = held + decoder.decode(chunk, { stream: true })
    // A CR at the end may be half of a CRLF.
    held = text.endsWith('\r') ? '\r' : ''
    yield text.slice(0, text.length - held.length).replaceAll(/\r\n?/g, '\n')
  }
  yield (held + decoder.decode()).replaceAll(/\r\n?/g, '\n')
}
