import { createReadStream } from 'node:fs'
import type { FileSettings, InputFile } from '#core/file-reader.ts'
import { statementReader } from '#connectors/statement/index.ts'
import { importPreview } from '#shapes/import-preview.ts'
import type { ImportPreview } from '#shapes/import-preview.ts'

export const NO_SETTINGS: FileSettings = { account: null, currency: null, mapping: null }

/** A file of fixtures/awkward/statements. */
export function awkwardStatement(name: string): InputFile {
  const path = new URL(`../../fixtures/awkward/statements/${name}`, import.meta.url)
  return { name, open: () => createReadStream(path) }
}

/** The preview of a file, held to its published shape. */
export async function previewOf(
  file: InputFile,
  settings: Partial<FileSettings> = {},
  seen: (key: string) => boolean = () => false,
): Promise<ImportPreview> {
  let json = ''
  for await (const chunk of statementReader.preview(file, { ...NO_SETTINGS, ...settings }, seen)) json += chunk
  return importPreview.parse(JSON.parse(json))
}
