import { analyse } from 'chardet'
import type { Encoding } from '#core/statement.ts'

export type CodePageEvidence = {
  /** The first bytes of the file. */
  readonly head: Uint8Array
  /** Bytes beyond ASCII, with their neighbours. */
  readonly sample: Uint8Array
  readonly isHeader: (cell: string) => boolean
}

// chardet's names of the encodings of other scripts than Latin.
const OTHER_SCRIPTS: Readonly<Record<string, Encoding>> = {
  'windows-1251': 'windows-1251',
  'KOI8-R': 'koi8-r',
  'ISO-8859-5': 'iso-8859-5',
  'windows-1253': 'windows-1253',
  'ISO-8859-7': 'iso-8859-7',
  'windows-1255': 'windows-1255',
  // The same letters; Windows-1255 adds vowel points.
  'ISO-8859-8': 'windows-1255',
  'windows-1256': 'windows-1256',
  Shift_JIS: 'shift_jis',
  'EUC-JP': 'euc-jp',
  'EUC-KR': 'euc-kr',
  GB18030: 'gb18030',
  Big5: 'big5',
}
const OTHER_LATIN: Readonly<Record<string, Encoding>> = {
  'windows-1250': 'windows-1250',
  'ISO-8859-2': 'iso-8859-2',
  'windows-1254': 'windows-1254',
  'ISO-8859-9': 'windows-1254',
}
const WESTERN = ['windows-1252', 'ISO-8859-1']
// Below this, chardet's guesses on a few hundred bytes are noise; Windows-1252 is what most programs write.
const SURE_OF_LATIN = 50
// Words that are all of another script are told from Western ones with less.
const SURE_OF_SCRIPT = 30

/**
 * The encoding of text that is no UTF-8. Latin ones differ in few letters: there the one decides in which more headers
 * are known. Language decides the rest, where it is plain enough; Windows-1252 otherwise.
 */
export function guessCodePage({ head, sample, isHeader }: CodePageEvidence): Encoding {
  const latin: readonly Encoding[] = ['windows-1252', 'windows-1250', 'windows-1254']
  const read = latin.map((encoding) => ({ encoding, headers: knownHeaders(head, encoding, isHeader) }))
  const [best, next] = read.toSorted((a, b) => b.headers - a.headers)
  if (best !== undefined && next !== undefined && best.headers > next.headers) return best.encoding
  return (
    guess(wordsBeyondAscii(sample), OTHER_SCRIPTS, SURE_OF_SCRIPT) ??
    guess(sample, OTHER_LATIN, SURE_OF_LATIN) ??
    'windows-1252'
  )
}

function guess(sample: Uint8Array, names: Readonly<Record<string, Encoding>>, sure: number): Encoding | null {
  const guesses = analyse(sample)
  const western = guesses.find(({ name }) => WESTERN.includes(name))?.confidence ?? 0
  const found = guesses.find(({ name, confidence }) => Object.hasOwn(names, name) && confidence >= sure)
  return found === undefined || found.confidence <= western ? null : (names[found.name] ?? null)
}

/** How many headers of one line are known when the first lines are read so: `Èástka` is none, `Částka` is one. */
function knownHeaders(head: Uint8Array, encoding: Encoding, isHeader: (cell: string) => boolean): number {
  const lines = new TextDecoder(encoding).decode(head.subarray(0, 8192)).split(/\r\n|\n|\r/, 40)
  return Math.max(0, ...lines.map((line) => line.split(/[;,\t|]/).filter((cell) => isHeader(cell)).length))
}

/**
 * The words that have a byte beyond ASCII. English ones and numbers around them would drown the language of the rest.
 * No multi-byte encoding has a byte below 0x40 inside a letter, but for rare ones of GB18030.
 */
function wordsBeyondAscii(bytes: Uint8Array): Uint8Array {
  const words: Uint8Array[] = []
  let start = 0
  let beyond = false
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte >= 0x80) beyond = true
    if (byte >= 0x40) continue
    if (beyond) words.push(bytes.subarray(start, at), Uint8Array.of(0x20))
    start = at + 1
    beyond = false
  }
  return new Uint8Array(Buffer.concat(words))
}
