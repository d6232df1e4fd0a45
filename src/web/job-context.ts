import type { Workspace, Backend } from '#src/api/backend.ts'
import type { RedetectContext } from '#jobs/redetect.ts'

/** What the jobs behind a decision need, over one workspace. */
export function jobContext(backend: Backend, { store, clock }: Workspace): RedetectContext {
  const { knowledge, scans, queue } = backend
  return { store, clock, knowledge, scans, queue }
}
