import { join } from 'node:path'
import type { BackupReport } from '#core/backup.ts'
import { COLLECTIONS } from '#core/store.ts'
import { diskFiles } from '../lowdb/files.ts'
import { replay } from '../lowdb/replay.ts'
import { segmentIdOf } from '../lowdb/segment-name.ts'
import { snapshotFile } from '../lowdb/snapshot-file.ts'
import type { State } from '../lowdb/state.ts'
import { damaged } from '../lowdb/trouble.ts'
import { countDocuments } from './count-documents.ts'
import { countRecords } from './count-records.ts'

const REMEDY = 'use another backup'

/** Opens an unpacked backup as the store it is, compares all counts with what it says, and gives its documents. */
export async function checkUnpacked(report: BackupReport, folder: string): Promise<State> {
  const { file } = report
  const found = await snapshotFile(folder, diskFiles).read()
  if (found === null) throw damaged(join(file, 'daylight.json'), 'is missing', REMEDY)
  const { state } = await replay(found, folder)
  const counts = countDocuments(state)
  for (const collection of COLLECTIONS) {
    const [held = 0, said = 0] = [counts[collection], report.documents[collection]]
    if (held !== said) throw damaged(file, `holds ${held} ${collection}, where ${said} were backed up`, REMEDY)
  }
  for (const { path, records: said } of report.parts) {
    if (said === undefined) continue
    const held = await countRecords(folder, segmentIdOf(path.slice('segments/'.length)))
    if (held !== said) throw damaged(file, `holds ${held} records in ${path}, where ${said} were backed up`, REMEDY)
  }
  return state
}
