const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_RECORD = 0x06054b50
const END_RECORD_BYTES = 22
// 1980-01-01 00:00, the first moment that a zip archive can name.
const DOS_TIME = 0
const DOS_DATE = 0x21

/**
 * The archive with the time of every entry set to 1980-01-01, so that the same content is the same bytes. Offsets are
 * those of the format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16. Throws for what
 * is no plain zip archive.
 */
export function withoutZipTimes(archive: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(archive)
  const view = new DataView(bytes.buffer)
  const end = endRecordAt(view)
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < entries; entry += 1) {
    expectSignature(view, at, CENTRAL_HEADER)
    setTime(view, at + 12)
    const local = view.getUint32(at + 42, true)
    expectSignature(view, local, LOCAL_HEADER)
    setTime(view, local + 10)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return bytes
}

function endRecordAt(view: DataView): number {
  for (let at = view.byteLength - END_RECORD_BYTES; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === END_RECORD) return at
  }
  throw new Error('the archive has no end record, so it is no zip archive')
}

function expectSignature(view: DataView, at: number, signature: number): void {
  if (view.getUint32(at, true) !== signature) throw new Error(`the zip archive is damaged at byte ${at}`)
}

function setTime(view: DataView, at: number): void {
  view.setUint16(at, DOS_TIME, true)
  view.setUint16(at + 2, DOS_DATE, true)
}
