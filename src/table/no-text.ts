// First bytes of files that people take for CSV, by the formats' own descriptions.
const SIGNATURES: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'an Excel workbook or a zip archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
]

/** What the file is if it is plainly no text table ("an Excel workbook …"), else null. `head` is its first few kilobytes. */
export function noText(head: Uint8Array): string | null {
  const known = SIGNATURES.find(([bytes]) => bytes.every((byte, index) => head[index] === byte))
  return known?.[1] ?? null
}

/** What decoded text is if it is no table: binary, HTML or JSON; else null. */
export function noTable(text: string): string | null {
  const start = text.slice(0, 4096)
  if (start.split('\0').length - 1 > start.length / 50) return 'a binary file'
  const first = start.trimStart().slice(0, 200).toLowerCase()
  if (/^<(!doctype|html|\?xml)/.test(first)) return 'a web page or XML'
  if (/^(\{\s*"|\[\s*[{[])/.test(first)) return 'JSON'
  return null
}
