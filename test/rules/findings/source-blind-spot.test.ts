import { expect, test } from 'vitest'
import { reading } from '#rules/findings/example.ts'
import { find } from '#test/support/detection.ts'

test('a source that failed is worse than one that was read in part', () => {
  const gap = {
    kind: 'gap' as const,
    source: 'google' as const,
    subject: 'users',
    code: 'denied' as const,
    reason: 'grant the scope',
  }
  const failed = find('source-blind-spot', {
    sources: [reading('google', { status: 'failed', completeAt: null, gaps: [gap] })],
  })
  expect(failed).toMatchObject({
    severity: 'high',
    title: 'Google Workspace could not be read',
    nextStep: 'Google Workspace, users: grant the scope',
    sources: ['google'],
  })
  const partial = find('source-blind-spot', {
    sources: [reading('google', { status: 'partial', gaps: [gap, { ...gap, subject: 'tokens', code: 'gone' }] })],
  })
  expect(partial).toMatchObject({
    severity: 'medium',
    title: 'Google Workspace was read only in part: 1 thing is missing',
  })
})
