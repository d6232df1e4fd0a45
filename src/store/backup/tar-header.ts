// POSIX ustar with pax paths (IEEE 1003.1, pax interchange format), so that any tar lists and unpacks a backup.
export const BLOCK = 512

const MAGIC = 'ustar\0'
const [NAME, MODE, SIZE, MTIME, SUM, TYPE, MAGIC_AT, PREFIX] = [0, 100, 124, 136, 148, 156, 257, 345]
const LONGEST_NAME = 100
/** Eleven octal digits. */
const LARGEST = 0o77777777777

export type TarHeader = {
  readonly name: string
  readonly size: number
  /** `file`, or the pax record that names the file behind it. */
  readonly kind: 'file' | 'pax'
}

/** Header blocks of a file; a name that ustar has no room for gets a pax record before it. */
export function encodeTarHeader(name: string, size: number, seconds: number): Uint8Array {
  if (size > LARGEST) throw new RangeError(`${name} is larger than ${LARGEST} bytes, which a backup cannot hold`)
  // oxlint-disable-next-line no-control-regex -- plain ASCII is what ustar knows
  if (name.length <= LONGEST_NAME && /^[\x20-\x7e]+$/.test(name)) return block({ name, size, kind: 'file' }, seconds)
  const record = paxRecord(name)
  const pax = block({ name: 'pax', size: record.length, kind: 'pax' }, seconds)
  return Buffer.concat([pax, record, padding(record.length), block({ name: 'see-pax', size, kind: 'file' }, seconds)])
}

/** Zeros up to the next block. */
export function padding(size: number): Uint8Array {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)
}

/** Null where the block is no header that this program writes. */
export function decodeTarHeader(bytes: Uint8Array): TarHeader | null {
  const buffer = Buffer.from(bytes)
  if (buffer.length < BLOCK || octal(buffer, SUM, 8) !== sumOf(buffer)) return null
  const size = octal(buffer, SIZE, 12)
  const type = buffer.toString('latin1', TYPE, TYPE + 1)
  if (size === null || !['0', 'x'].includes(type)) return null
  const prefix = text(buffer, PREFIX, 155)
  const name = text(buffer, NAME, LONGEST_NAME)
  return { name: prefix === '' ? name : `${prefix}/${name}`, size, kind: type === '0' ? 'file' : 'pax' }
}

export function decodePaxPath(bytes: Uint8Array): string | null {
  return /^\d+ path=([^\n]*)\n$/.exec(Buffer.from(bytes).toString('utf8'))?.[1] ?? null
}

function block({ name, size, kind }: TarHeader, seconds: number): Uint8Array {
  const buffer = Buffer.alloc(BLOCK)
  buffer.write(name, NAME, 'latin1')
  buffer.write(['0000600', '0000000', '0000000', ''].join('\0'), MODE, 'latin1')
  buffer.write(`${size.toString(8).padStart(11, '0')}\0`, SIZE, 'latin1')
  buffer.write(`${seconds.toString(8).padStart(11, '0')}\0`, MTIME, 'latin1')
  buffer.write(kind === 'file' ? '0' : 'x', TYPE, 'latin1')
  buffer.write(`${MAGIC}00`, MAGIC_AT, 'latin1')
  buffer.write(`${sumOf(buffer).toString(8).padStart(6, '0')}\0 `, SUM, 'latin1')
  return buffer
}

/** `<length of all> path=<name>\n`, where the length counts its own digits. */
function paxRecord(name: string): Uint8Array {
  const rest = Buffer.byteLength(` path=${name}\n`)
  let length = rest
  while (length !== rest + String(length).length) length = rest + String(length).length
  return Buffer.from(`${length} path=${name}\n`)
}

/** The sum of all bytes, the field of the sum itself taken for spaces. */
function sumOf(buffer: Uint8Array): number {
  let sum = 8 * 0x20
  for (let at = 0; at < BLOCK; at += 1) if (at < SUM || at >= SUM + 8) sum += buffer[at] ?? 0
  return sum
}

function octal(buffer: Buffer, at: number, length: number): number | null {
  const digits = /^[0-7]+/.exec(text(buffer, at, length).trim())?.[0]
  return digits === undefined ? null : Number.parseInt(digits, 8)
}

function text(buffer: Buffer, at: number, length: number): string {
  return buffer.toString('latin1', at, at + length).split('\0', 1)[0] ?? ''
}
