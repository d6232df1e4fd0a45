import { crc32 } from 'node:zlib'

// `<length in hex, 8> <CRC-32 in hex, 8> <JSON>\n`: text, so that people can read a journal with any pager.
const DIGITS = 8
const PREFIX = DIGITS + 1 + DIGITS + 1
const [SPACE, NEWLINE] = [0x20, 0x0a]

/** One record of a journal as bytes: the JSON, its length in bytes and its checksum before it. */
export function encodeRecord(json: string): Uint8Array {
  const body = Buffer.from(json)
  return Buffer.concat([Buffer.from(`${hex(body.length)} ${hex(crc32(body))} `), body, Buffer.from('\n')])
}

/** Records read from bytes; `end` is the offset behind the last whole one. */
export type Decoded = {
  readonly records: readonly { readonly json: string; readonly offset: number }[]
  readonly end: number
}

/** Reads whole records from `from` on, up to the first that is cut off or does not agree with its checksum. */
export function decodeRecords(bytes: Uint8Array, from = 0): Decoded {
  const records: { json: string; offset: number }[] = []
  let offset = from
  for (;;) {
    const end = recordEnd(bytes, offset)
    if (end === null) return { records, end: offset }
    records.push({ json: Buffer.from(bytes.subarray(offset + PREFIX, end - 1)).toString('utf8'), offset })
    offset = end
  }
}

/** The offset of the first whole record behind `from`, or null: what comes before it is no torn end, but damage. */
export function nextRecord(bytes: Uint8Array, from: number): number | null {
  for (let at = bytes.indexOf(NEWLINE, from); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) {
    if (recordEnd(bytes, at + 1) !== null) return at + 1
  }
  return null
}

function recordEnd(bytes: Uint8Array, offset: number): number | null {
  if (offset + PREFIX > bytes.length) return null
  const length = number(bytes, offset)
  const sum = number(bytes, offset + DIGITS + 1)
  if (length === null || sum === null) return null
  const end = offset + PREFIX + length + 1
  if (end > bytes.length || bytes[end - 1] !== NEWLINE) return null
  return crc32(bytes.subarray(offset + PREFIX, end - 1)) === sum ? end : null
}

function number(bytes: Uint8Array, at: number): number | null {
  const text = Buffer.from(bytes.subarray(at, at + DIGITS)).toString('latin1')
  return bytes[at + DIGITS] === SPACE && /^[0-9a-f]{8}$/.test(text) ? Number.parseInt(text, 16) : null
}

function hex(value: number): string {
  return value.toString(16).padStart(DIGITS, '0')
}
