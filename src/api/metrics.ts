import { Hono } from 'hono'
import { FINDING_STATUSES } from '#core/finding.ts'
import { listFindings } from '#jobs/read-findings.ts'
import { storageWarnings } from '#core/storage.ts'
import type { Storage } from '#core/storage.ts'
import type { Backend } from './backend.ts'

/** `/metrics` in the Prometheus text format: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export function metricsRoutes(backend: Backend): Hono {
  return new Hono().get('/metrics', async (c) => {
    const { store } = await backend.workspace()
    const [apps, findings, sources] = await Promise.all([
      store.list('apps'),
      listFindings(store),
      store.list('sources'),
    ])
    const byStatus = (status: string): number => findings.filter(({ value }) => value.status === status).length
    const lines = [
      '# HELP daylight_apps Apps found by the last detection.',
      '# TYPE daylight_apps gauge',
      `daylight_apps ${apps.length}`,
      '# HELP daylight_findings Findings by status.',
      '# TYPE daylight_findings gauge',
      ...FINDING_STATUSES.map((status) => `daylight_findings{status="${status}"} ${byStatus(status)}`),
      '# HELP daylight_source_complete Whether the last read of a source was complete.',
      '# TYPE daylight_source_complete gauge',
      ...sources.map(
        ({ value }) => `daylight_source_complete{source="${value.source}"} ${value.status === 'complete' ? 1 : 0}`,
      ),
      '# HELP daylight_source_read_timestamp_seconds When a source was read last.',
      '# TYPE daylight_source_read_timestamp_seconds gauge',
      ...sources.map(
        ({ value }) =>
          `daylight_source_read_timestamp_seconds{source="${value.source}"} ${Date.parse(value.readAt) / 1000}`,
      ),
      ...storageLines(await backend.storage()),
    ]
    return c.body(`${lines.join('\n')}\n`, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
}

function storageLines(storage: Storage | null): readonly string[] {
  if (storage === null) return []
  const { documentBytes, segmentBytes, records, freeBytes, unwritable } = storage
  return [
    ['daylight_store_document_bytes', 'Snapshot and journals on disk.', documentBytes],
    ['daylight_store_segment_bytes', 'Segments on disk.', segmentBytes],
    ['daylight_store_records', 'Records in all segments.', records],
    ['daylight_store_free_bytes', 'Space that is left for the data folder.', freeBytes],
    ['daylight_store_writable', 'Whether the data can be written to.', unwritable === null ? 1 : 0],
    [
      'daylight_store_warnings',
      'Ways in which the data outgrow comfort; daylight doctor says which.',
      storageWarnings(storage).length,
    ],
  ].flatMap(([name, help, value]) => [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`])
}
