import type { Encoding } from '#core/statement.ts'
import { analyse } from 'chardet'
import { fold } from './fold.ts'
import type { InputFile } from '#core/file-reader.ts'
import { isHeaderWord } from './header-words.ts'

export type SniffedEncoding = {
  readonly encoding: Encoding
  /** The first bytes, for what has to be told before anything is decoded. */
  readonly head: Uint8Array
  readonly bytes: number
}

const HEAD_BYTES = 64 * 1024
// Non-ASCII bytes with their neighbours, as many as chardet needs to tell languages apart.
const SAMPLE_BYTES = 16 * 1024

/** Reads the whole file once, in constant memory: the byte that is no UTF-8 may be its last. */
export async function sniffEncoding(input: InputFile): Promise<SniffedEncoding> {
  const head = new Collected(HEAD_BYTES)
  const sample = new Collected(SAMPLE_BYTES)
  const decoder = new TextDecoder('utf-8')
  let bytes = 0
  let broken = 0
  let multiByte = 0
  for await (const chunk of input.open()) {
    bytes += chunk.length
    head.add(chunk)
    const text = decoder.decode(chunk, { stream: true })
    if (text.length === chunk.length && !text.includes('\uFFFD')) continue
    if (!sample.full) sample.add(aroundNonAscii(chunk))
    const replaced = text.split('\uFFFD').length - 1
    broken += replaced
    multiByte += chunk.length - text.length > 0 ? countNonAscii(text) - replaced : 0
  }
  if (decoder.decode().includes('\uFFFD')) broken++
  const found = head.bytes()
  const wide = wideEncoding(found)
  if (wide !== null) return { encoding: wide, head: found, bytes }
  // A few damaged bytes in a file that is otherwise plainly UTF-8 do not make it something else.
  if (broken === 0 || multiByte > 20 * broken) return { encoding: 'utf-8', head: found, bytes }
  return { encoding: narrowEncoding(found, sample.bytes()), head: found, bytes }
}

function wideEncoding(head: Uint8Array): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const probe = head.subarray(0, 4096)
  if (probe.length < 4) return null
  let even = 0
  let odd = 0
  for (const [index, byte] of probe.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  const half = probe.length / 2
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be'
  return null
}

const GUESSES: Readonly<Record<string, Encoding>> = {
  'ISO-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
  'ISO-8859-2': 'windows-1250',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'ISO-8859-9': 'windows-1254',
  'windows-1254': 'windows-1254',
  Shift_JIS: 'shift_jis',
  GB18030: 'gb18030',
  'EUC-KR': 'euc-kr',
  Big5: 'big5',
}
// Below this, chardet's guesses on a few hundred bytes are noise; Windows-1252 is what most banks write.
const SURE_OF_GUESS = 60

function narrowEncoding(head: Uint8Array, sample: Uint8Array): Encoding {
  const candidates: readonly Encoding[] = ['windows-1252', 'windows-1250', 'windows-1254']
  const scored = candidates.map((encoding) => ({ encoding, words: headerWords(head, encoding) }))
  const [best, next] = scored.toSorted((a, b) => b.words - a.words)
  if (best !== undefined && next !== undefined && best.words > next.words) return best.encoding
  const guess = analyse(sample.length > 0 ? sample : head)[0]
  const named = guess === undefined || guess.confidence < SURE_OF_GUESS ? undefined : GUESSES[guess.name]
  return named ?? 'windows-1252'
}

/** How many header words make sense when the first lines are read so: `Èástka` is none, `Částka` is one. */
function headerWords(head: Uint8Array, encoding: Encoding): number {
  const lines = new TextDecoder(encoding).decode(head.subarray(0, 8192)).split(/\r\n|\n|\r/, 40)
  const counts = lines.map((line) => line.split(/[;,\t|]/).filter((cell) => isHeaderWord(fold(cell))).length)
  return Math.max(0, ...counts)
}

function countNonAscii(text: string): number {
  return text.match(/[^\0-\x7f]/g)?.length ?? 0
}

function aroundNonAscii(chunk: Uint8Array): Uint8Array {
  const first = chunk.findIndex((byte) => byte >= 0x80)
  return first < 0 ? new Uint8Array() : chunk.subarray(Math.max(0, first - 1024), first + 4096)
}

class Collected {
  readonly #limit: number
  readonly #parts: Uint8Array[] = []
  #size = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  get full(): boolean {
    return this.#size >= this.#limit
  }

  add(chunk: Uint8Array): void {
    if (this.full) return
    const part = chunk.slice(0, this.#limit - this.#size)
    this.#parts.push(part)
    this.#size += part.length
  }

  bytes(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#parts))
  }
}
