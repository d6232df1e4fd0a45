import { parentPort } from 'node:worker_threads'
import type { Asked, Told } from '#src/thread/messages.ts'

// A thread of jobs that breaks at a detection, never comes back from an import, and does all else at once.

parentPort?.on('message', ({ call, request: { job } }: Asked) => {
  if (job === 'detect') throw new Error('out of its depth')
  if (job === 'import') for (;;);
  const told: Told = { tell: 'outcome', call, outcome: { job: 'scan', record: null } }
  parentPort?.postMessage(told, [])
})
