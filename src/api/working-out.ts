import type { Context } from 'hono'
import type { JobRunner } from '#jobs/job-runner.ts'

/**
 * Says in a header of the answer to a change that what follows from it is still being worked out, so that apps and findings
 * are not to be read as its outcome yet.
 */
export function sayWorkingOut(c: Context, jobs: Pick<JobRunner, 'workingOut'>): void {
  if (jobs.workingOut()) c.header('daylight-detection', 'running')
}
