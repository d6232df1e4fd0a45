import type { Workspace, Backend } from '#src/api/backend.ts'
import type { JudgeContext } from '#jobs/judge.ts'

/** What the jobs behind a decision need, over one workspace. */
export function jobContext(backend: Backend, { store, clock, jobs }: Workspace): JudgeContext {
  return { store, clock, knowledge: backend.knowledge, detect: () => jobs.workOut() }
}
