import { describe, expect, test } from 'vitest'
import { detect } from '#core/detect.ts'
import { app, entry, facts, grant, people } from '#rules/findings/example.ts'
import { RULES } from '#rules/findings/index.ts'
import {
  NIGHT_1,
  NIGHT_2,
  NIGHT_3,
  jasper,
  read,
  partial,
  id,
  firstNight,
  decided,
  only,
} from '#test/support/one-finding.ts'

describe('the history of a finding', () => {
  test('a finding opens with a stable id, now', () => {
    const { findings, opened, resolved } = detect({
      facts: facts({ apps: [jasper], sources: read, now: NIGHT_1 }),
      rules: RULES,
      previous: [],
    })
    expect(findings).toHaveLength(1)
    expect(only(findings)).toMatchObject({ status: 'open', since: NIGHT_1, needsYou: true, decision: null })
    expect(opened).toEqual(findings)
    expect(resolved).toEqual([])
    expect(id).toMatch(/^[0-9a-f]{12}$/)
  })

  test('what is still true the next night keeps its day and is not opened again', () => {
    const { findings, opened } = detect({
      facts: facts({ apps: [app({ id: 'jasper', people: people(9) })], sources: read, now: NIGHT_2 }),
      rules: RULES,
      previous: firstNight(),
    })
    expect(only(findings)).toMatchObject({ status: 'open', since: NIGHT_1, people: 9 })
    expect(opened).toEqual([])
  })

  test('what is not true any more after a complete read is resolved', () => {
    const { findings, resolved } = detect({
      facts: facts({ sources: read, now: NIGHT_2 }),
      rules: RULES,
      previous: firstNight(),
    })
    expect(only(findings)).toMatchObject({ status: 'resolved', resolvedAt: NIGHT_2, needsYou: false })
    expect(resolved).toEqual(findings)
  })

  test('what a partial read did not see stays open, with the day of the last complete one', () => {
    const { findings, resolved } = detect({
      facts: facts({ sources: partial, now: NIGHT_2 }),
      rules: RULES,
      previous: firstNight(),
    })
    expect(only(findings)).toMatchObject({
      status: 'open',
      since: NIGHT_1,
      notRecheckedSince: NIGHT_1,
      resolvedAt: null,
    })
    expect(resolved).toEqual([])
  })

  test('a source that was not read at all resolves nothing', () => {
    const { findings } = detect({ facts: facts({ now: NIGHT_2 }), rules: RULES, previous: firstNight() })
    expect(only(findings)).toMatchObject({ status: 'open', notRecheckedSince: NIGHT_1 })
  })

  test('the mark goes when the source is read completely again', () => {
    const stale = detect({ facts: facts({ sources: partial, now: NIGHT_2 }), rules: RULES, previous: firstNight() })
    const { findings } = detect({
      facts: facts({ apps: [jasper], sources: read, now: NIGHT_3 }),
      rules: RULES,
      previous: stale.findings,
    })
    expect(only(findings)).toMatchObject({ status: 'open', since: NIGHT_1, notRecheckedSince: null })
  })

  test('an approval resolves it even after a partial read, because all that it rests on is still seen', () => {
    const approved = app({ id: 'jasper', people: people(7), standing: 'approved', inventoryEntry: 'jasper' })
    const { findings } = detect({
      facts: facts({ apps: [approved], inventory: [entry('jasper')], sources: partial, now: NIGHT_2 }),
      rules: RULES,
      previous: firstNight(),
    })
    expect(only(findings)).toMatchObject({ status: 'resolved', resolvedAt: NIGHT_2 })
  })

  test('a grant that a partial read did not reach is not taken for a revoked one', () => {
    const scopes = ['https://mail.google.com/']
    const before = detect({
      facts: facts({ apps: [app({ id: 'jasper', grants: [grant({ scopes })] })], sources: read, now: NIGHT_1 }),
      rules: RULES,
      previous: [],
    }).findings
    const { resolved } = detect({
      facts: facts({ apps: [app({ id: 'jasper', people: people(1) })], sources: partial, now: NIGHT_2 }),
      rules: RULES,
      previous: before,
    })
    expect(before.map(({ rule }) => rule).toSorted()).toEqual(['high-risk-grant', 'unapproved-tool'])
    expect(resolved).toEqual([])
  })

  test('what comes back after it was resolved is new', () => {
    const gone = detect({ facts: facts({ sources: read, now: NIGHT_2 }), rules: RULES, previous: firstNight() })
    const { findings, opened } = detect({
      facts: facts({ apps: [jasper], sources: read, now: NIGHT_3 }),
      rules: RULES,
      previous: gone.findings,
    })
    expect(only(findings)).toMatchObject({ status: 'open', since: NIGHT_3, resolvedAt: null, decision: null })
    expect(opened).toHaveLength(1)
  })

  test('a resolved finding stays as it was resolved', () => {
    const gone = detect({ facts: facts({ sources: read, now: NIGHT_2 }), rules: RULES, previous: firstNight() })
    const { findings, resolved } = detect({
      facts: facts({ sources: read, now: NIGHT_3 }),
      rules: RULES,
      previous: gone.findings,
    })
    expect(only(findings)).toMatchObject({ status: 'resolved', resolvedAt: NIGHT_2 })
    expect(resolved).toEqual([])
  })

  test.for(['acknowledged', 'dismissed'] as const)('what a person %s stays so, and does not need you', (status) => {
    const { findings, opened } = detect({
      facts: facts({ apps: [jasper], sources: read, now: NIGHT_2 }),
      rules: RULES,
      previous: decided(firstNight(), status),
    })
    expect(only(findings)).toMatchObject({ status, since: NIGHT_1, needsYou: false, decision: { reason: 'known' } })
    expect(opened).toEqual([])
  })

  test('a dismissed finding that comes and goes does not come back as new', () => {
    const gone = detect({
      facts: facts({ sources: read, now: NIGHT_2 }),
      rules: RULES,
      previous: decided(firstNight(), 'dismissed'),
    })
    expect(only(gone.findings)).toMatchObject({ status: 'dismissed', resolvedAt: NIGHT_2 })
    const { findings, opened } = detect({
      facts: facts({ apps: [jasper], sources: read, now: NIGHT_3 }),
      rules: RULES,
      previous: gone.findings,
    })
    expect(only(findings)).toMatchObject({ status: 'dismissed', since: NIGHT_1, resolvedAt: null })
    expect(opened).toEqual([])
  })
})
