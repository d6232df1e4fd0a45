import type { Rejected } from '#core/coverage.ts'
import type { FileReader, InputFile, ReadFileContext } from '#core/file-reader.ts'
import type { ChargeObservation } from '#core/observation.ts'
import type { StatementFormat } from '#core/statement.ts'
import { toCharge } from './convert.ts'
import { previewStatement } from './preview.ts'
import { readStatement } from './read.ts'
import { sniffStatement } from './sniff.ts'
import { parseFormat } from './wire.ts'

/** Card, bank and expense statements as CSV. */
export const statementReader: FileReader<StatementFormat> = {
  source: 'statement',
  sniff: sniffStatement,
  read: readCharges,
  preview: previewStatement,
}

async function* readCharges(
  file: InputFile,
  format: StatementFormat,
  { importId, settings }: ReadFileContext,
): AsyncGenerator<ChargeObservation | Rejected> {
  const { account } = settings
  for await (const lines of readStatement(file, parseFormat(format), account)) {
    for (const line of lines) {
      if (line.kind === 'row') yield toCharge(line, { importId, account })
      else if (line.kind === 'rejected') {
        yield { kind: 'rejected', source: 'statement', subject: `${file.name} line ${line.line}`, reason: line.reason }
      }
    }
  }
}
