import type { SniffedEncoding } from './encoding.ts'

/** What people take for a table. A zip may be an archive of anything. */
export type OtherFile =
  | 'empty'
  | 'pdf'
  | 'workbook-or-zip'
  | 'old-workbook'
  | 'gzip'
  | 'picture'
  | 'web-page'
  | 'ofx'
  | 'xml'
  | 'qif'
  | 'mt940'
  | 'json'
  | 'binary'

// First bytes, by the formats' own descriptions.
const SIGNATURES: readonly (readonly [OtherFile, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['workbook-or-zip', [0x50, 0x4b, 0x03, 0x04]],
  ['old-workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['gzip', [0x1f, 0x8b]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
]
const BEGINNINGS: readonly (readonly [OtherFile, RegExp])[] = [
  ['web-page', /^\s*(<!doctype html|<html|<head|<body|<table)/i],
  ['ofx', /^\s*(OFXHEADER|<\?xml[^>]*>\s*<\?ofx|<ofx>)/i],
  ['xml', /^\s*<\?xml|^\s*<Document/i],
  ['qif', /^\s*!(Type|Account):/i],
  ['mt940', /^\s*(\{1:|:20:)/],
  ['json', /^\s*[[{]\s*("|\{|\[|\]|\})/],
]
const LOOKED_AT = 8192
// Control characters that are no white space; from U+007F on they are letters read in a wrong code page.
const CONTROL = /[^\P{Cc}\s\x7f-\x9f]/gu

/** What a file is that is plainly no text table; null where it may be one. */
export function otherFile({ head, bytes, encoding }: SniffedEncoding): OtherFile | null {
  if (bytes === 0) return 'empty'
  const signed = SIGNATURES.find(([, start]) => start.every((byte, index) => head[index] === byte))
  if (signed !== undefined) return signed[0]
  const text = new TextDecoder(encoding).decode(head)
  if (text.trim() === '') return 'empty'
  const begun = BEGINNINGS.find(([, pattern]) => pattern.test(text))
  if (begun !== undefined) return begun[0]
  const looked = text.slice(0, LOOKED_AT)
  return (looked.match(CONTROL)?.length ?? 0) > 0.05 * looked.length ? 'binary' : null
}
