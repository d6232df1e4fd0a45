import type { Workspace, Backend } from '#src/api/backend.ts'
import type { DetectContext } from '#jobs/detect.ts'

/** What the jobs behind a decision need, over one workspace. */
export function jobContext(backend: Backend, { store, clock }: Workspace): DetectContext {
  return { store, clock, knowledge: backend.knowledge }
}
