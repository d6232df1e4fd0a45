import { expect, test } from 'vitest'
import { readContext, readTenant, startTenant } from '#test/support/microsoft.ts'
import { twoApps } from '#test/support/two-apps.ts'

test('an aborted reading ends with the reason it was aborted for', async () => {
  const abort = new AbortController()
  await using fake = await startTenant(twoApps, {
    fault: ({ resource }) => {
      if (resource !== 'servicePrincipals') return null
      setTimeout(() => abort.abort(new Error('the scan was stopped')), 10)
      return { kind: 'hang' }
    },
  })
  await expect(readTenant(fake, {}, readContext({ signal: abort.signal }))).rejects.toThrow('the scan was stopped')
})

test('an aborted reading ends also between assignments that hang', async () => {
  const abort = new AbortController()
  await using fake = await startTenant(twoApps, {
    fault: ({ resource }) => {
      if (!resource.includes('/')) return null
      setTimeout(() => abort.abort(new Error('the scan was stopped')), 10)
      return { kind: 'hang' }
    },
  })
  await expect(readTenant(fake, {}, readContext({ signal: abort.signal }))).rejects.toThrow('the scan was stopped')
})
