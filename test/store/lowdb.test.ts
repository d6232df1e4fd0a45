import { readFile, writeFile } from 'node:fs/promises'
import { openLowdbWriter } from '#src/store/lowdb/writer.ts'
import { segmentPath } from '#src/store/lowdb/segment-name.ts'
import { describeStore } from './contract.ts'

describeStore(
  'lowdb',
  (folder) => openLowdbWriter(folder),
  async (folder, { id }) => {
    const path = segmentPath(folder, id)
    const bytes = await readFile(path)
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0x10
    await writeFile(path, bytes)
  },
)
