import { describe, expect, test } from 'vitest'
import { detect } from '#core/detect.ts'
import { DEFAULT_POLICY } from '#core/policy.ts'
import { app, facts, people } from '#rules/findings/example.ts'
import { RULES } from '#rules/findings/index.ts'
import { NIGHT_1, NIGHT_2, jasper, read, partial, firstNight, only } from '#test/support/one-finding.ts'

describe('the policy', () => {
  test('a rule that is off finds nothing and closes what it had found', () => {
    const policy = { ...DEFAULT_POLICY, rules: { 'unapproved-tool': { off: true } } }
    const { findings } = detect({
      facts: facts({ apps: [jasper], sources: partial, policy, now: NIGHT_2 }),
      rules: RULES,
      previous: firstNight(),
    })
    expect(only(findings).status).toBe('resolved')
  })

  test('a severity that the company sets replaces the one found', () => {
    const policy = { ...DEFAULT_POLICY, rules: { 'unapproved-tool': { severity: 'critical' as const } } }
    expect(only(firstNight({ policy })).severity).toBe('critical')
    expect(only(firstNight()).severity).toBe('medium')
  })

  test('a wider tolerance turns an unapproved tool into an unreviewed one', () => {
    const policy = { ...DEFAULT_POLICY, tolerance: { ...DEFAULT_POLICY.tolerance, people: 10 } }
    expect(firstNight({ policy }).map(({ rule }) => rule)).toEqual(['unreviewed-tool'])
  })
})

test('findings of rules that were not asked are left alone', () => {
  const previous = firstNight()
  const { findings } = detect({ facts: facts({ sources: read, now: NIGHT_2 }), rules: [], previous })
  expect(only(findings)).toEqual({ ...only(previous), needsYou: true })
})

test('a rule that speaks twice of one subject is a bug that is told', () => {
  const run = () => detect({ facts: facts({ apps: [jasper, jasper] }), rules: RULES, previous: [] })
  expect(run).toThrow('rule unapproved-tool speaks twice of app jasper')
})

test('an app whose facts were carried over says since when', () => {
  const stale = app({ id: 'jasper', people: people(7), tags: ['not-rechecked'] })
  expect(only(firstNight({ apps: [stale], sources: partial, now: NIGHT_2 })).notRecheckedSince).toBe(NIGHT_1)
  expect(only(firstNight({ apps: [jasper], sources: partial, now: NIGHT_2 })).notRecheckedSince).toBeNull()
})
