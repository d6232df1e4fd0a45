import { expect, test } from 'vitest'
import { createLabelReader } from '#core/evaluation/label.ts'
import type { Identifier } from '#core/identifier.ts'
import type { Judgement } from '#core/judgement.ts'
import { createMatcher } from '#core/match/matcher.ts'
import { judgedCases, refusedAgain } from '#jobs/judged-cases.ts'
import { smallCatalogue } from '#test/support/catalogue.ts'

const catalogue = smallCatalogue()

function judgement(identifier: Identifier, app: string | null, decision: Judgement['decision'] = 'confirm'): Judgement {
  return {
    id: `${identifier.value}-${decision}`,
    identifier,
    app,
    decision,
    by: 'ana@acme.example',
    at: '2026-03-04T00:00:00Z',
    reason: '',
  }
}

test('what a person confirmed is the label, and the identifier says what kind of text it is', () => {
  const judgements = [
    judgement({ kind: 'descriptor', value: 'SLACK T01' }, 'slack'),
    judgement({ kind: 'okta-app', value: '0oa1' }, 'zoom'),
    judgement({ kind: 'name', value: 'Weekly report' }, null),
    judgement({ kind: 'domain', value: 'canva.com' }, 'canva'),
    judgement({ kind: 'google-client', value: '1-a.apps.googleusercontent.com' }, 'app-quillbrook'),
    judgement({ kind: 'descriptor', value: 'SLACKS MENSWEAR' }, 'slack', 'reject'),
  ]
  expect(judgedCases(judgements, createLabelReader(catalogue))).toMatchObject([
    { text: 'SLACK T01', kind: 'descriptor', identity: { kind: 'descriptor' }, label: { ids: ['slack'] } },
    { kind: 'sso', identity: { via: 'sso', clue: { name: null } }, label: { ids: ['zoom'] } },
    { kind: 'oauth', identity: { via: 'oauth', clue: { name: 'Weekly report' } }, label: { kind: 'none' } },
    { kind: 'any', identity: { kind: 'any', text: 'canva.com' }, label: { ids: ['canva'] } },
    { kind: 'oauth', label: { kind: 'absent', name: 'app-quillbrook' } },
  ])
})

test('of the refused products, those are counted that the matcher would take again', () => {
  const judgements = [
    judgement({ kind: 'descriptor', value: 'SLACK T01' }, 'slack', 'reject'),
    judgement({ kind: 'descriptor', value: 'GASTHAUS LINDE' }, 'slack', 'reject'),
    judgement({ kind: 'descriptor', value: 'SLACK T01' }, 'slack'),
  ]
  expect(refusedAgain(judgements, createMatcher(catalogue))).toMatchObject({ count: 1, of: 2, value: 0.5 })
})
