import type { InputFile } from '#core/file-reader.ts'

/** A file in memory. `chunk` cuts it into pieces of so many bytes, to prove that borders do not matter. */
export function inputFile(content: string | Uint8Array, name = 'list.csv', chunk = 64 * 1024): InputFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    name,
    async *open() {
      for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
    },
  }
}
