import { describe, expect, test } from 'vitest'
import { detect } from '#core/detect.ts'
import type { Gap } from '#core/coverage.ts'
import type { Finding } from '#core/finding.ts'
import type { Facts } from '#core/rule.ts'
import { app, facts, grant, holder, people, person, reading } from '#rules/findings/example.ts'
import { RULES } from '#rules/findings/index.ts'
import { NIGHT_2, firstNight, only } from '#test/support/one-finding.ts'

describe('the history of a finding', () => {
  describe('after a read that missed one person for good', () => {
    const gap: Gap = {
      kind: 'gap',
      source: 'google',
      subject: 'tokens of dan@acme.example',
      code: 'denied',
      reason: 'suspended',
      keyPrefixes: ['google:token:dan@acme.example:'],
    }
    const missed = [reading('google', { status: 'partial', completeAt: null, gaps: [gap] })]
    const after = (given: Partial<Facts>): Finding =>
      only(
        detect({ facts: facts({ sources: missed, now: NIGHT_2, ...given }), rules: RULES, previous: firstNight() })
          .findings,
      )

    test('a finding about an app of which nothing is left is resolved', () => {
      expect(after({})).toMatchObject({ status: 'resolved', resolvedAt: NIGHT_2 })
    })

    test('a finding about an app that was read in full is resolved', () => {
      expect(after({ apps: [app({ id: 'jasper', people: people(1) })] })).toMatchObject({ status: 'resolved' })
    })

    test('a finding about an app of which something was missed stays open', () => {
      const apps = [app({ id: 'jasper', people: people(1), tags: ['not-rechecked'] })]
      expect(after({ apps })).toMatchObject({ status: 'open' })
    })

    test('a gap that may hide anything keeps every finding open', () => {
      const { keyPrefixes: _, ...anything } = gap
      expect(after({ sources: [reading('google', { status: 'partial', gaps: [gap, anything] })] })).toMatchObject({
        status: 'open',
      })
    })

    test('a leaver’s ways in are resolved with the apps that were read in full', () => {
      const ben = 'ben@acme.example'
      const held = (tags: readonly string[]) => [
        app({ id: 'miro', people: [holder(ben, { status: 'suspended' })], grants: [grant({ people: [ben] })], tags }),
      ]
      const before = firstNight({ people: [person(ben, { status: 'suspended' })], apps: held([]) })
      const orphaned = (given: Partial<Facts>): string | undefined =>
        detect({
          facts: facts({ sources: missed, now: NIGHT_2, ...given }),
          rules: RULES,
          previous: before,
        }).findings.find(({ rule }) => rule === 'orphaned-grant')?.status
      expect(orphaned({})).toBe('resolved')
      const active = [app({ id: 'miro', people: [holder(ben)], tags: ['not-rechecked'] })]
      expect(orphaned({ apps: active })).toBe('open')
    })
  })
})
