import { expect, test } from 'vitest'
import { DEFAULT_POLICY } from '#core/policy.ts'
import { ConfigError } from '#src/config.ts'
import { parsePolicy } from '#src/policy.ts'

test('what a policy file leaves out keeps its default', () => {
  expect(parsePolicy('{}', 'policy.json')).toEqual(DEFAULT_POLICY)
  expect(parsePolicy('{"tolerance":{"people":10}}', 'policy.json').tolerance).toEqual({
    ...DEFAULT_POLICY.tolerance,
    people: 10,
  })
})

test('a rule can be switched off or given another severity', () => {
  const text = '{"rules":{"unreviewed-tool":{"off":true},"renewal-due":{"severity":"high"}},"needsYouLimit":10}'
  expect(parsePolicy(text, 'policy.json')).toEqual({
    ...DEFAULT_POLICY,
    needsYouLimit: 10,
    rules: { 'unreviewed-tool': { off: true }, 'renewal-due': { severity: 'high' } },
  })
})

test('every problem is told at once, with the place in the file', () => {
  const text = '{"tolerance":{"people":-1},"needsYouLimt":5,"rules":{"renewal-due":{"severity":"urgent"}}}'
  const error = thrown(() => parsePolicy(text, 'data/policy.json'))
  expect(error.problems).toEqual([
    'data/policy.json: tolerance.people: must not be negative',
    'data/policy.json: rules.renewal-due.severity: must be one of low, medium, high, critical',
    'data/policy.json: Unrecognized key: "needsYouLimt"',
  ])
})

test('a rule that does not exist is refused, with those that do', () => {
  const error = thrown(() => parsePolicy('{"rules":{"renewal":{"off":true}}}', 'policy.json'))
  expect(error.message).toContain('renewal')
})

test('a file that is no JSON is refused with what to do', () => {
  const error = thrown(() => parsePolicy('people: 3', 'policy.json'))
  expect(error.message).toMatch(/policy\.json is no JSON .*; mend it, or remove it to use the defaults/)
})

function thrown(run: () => unknown): ConfigError {
  try {
    run()
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

test('retention keeps its defaults, null keeps for ever, and nothing may be kept for no time at all', () => {
  expect(parsePolicy('{"retention":{"statementMonths":24,"scans":null}}', 'policy.json').retention).toEqual({
    ...DEFAULT_POLICY.retention,
    statementMonths: 24,
    scans: null,
  })
  const error = thrown(() => parsePolicy('{"retention":{"statementMonths":0,"backups":null}}', 'policy.json'))
  expect(error.problems).toEqual([
    'policy.json: retention.statementMonths: must be at least 1, or null for ever',
    'policy.json: retention.backups: must be a whole number',
  ])
})
