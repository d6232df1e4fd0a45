import { expect, test } from 'vitest'
import { createLabelReader } from '#core/evaluation/label.ts'
import { createMatcher } from '#core/match/matcher.ts'
import { judgedCases, refusedAgain } from '#jobs/judged-cases.ts'
import { smallCatalogue } from '#test/support/catalogue.ts'
import { confirm, reject } from '#test/support/judgements.ts'

const catalogue = smallCatalogue()

test('what a person confirmed is the label, and the identifier says what kind of text it is', () => {
  const judgements = [
    confirm({ kind: 'descriptor', value: 'SLACK T01' }, 'slack'),
    confirm({ kind: 'okta-app', value: '0oa1' }, 'zoom'),
    confirm({ kind: 'name', value: 'Weekly report' }, null),
    confirm({ kind: 'domain', value: 'canva.com' }, 'canva'),
    confirm({ kind: 'google-client', value: '1-a.apps.googleusercontent.com' }, 'app-quillbrook'),
    reject({ kind: 'descriptor', value: 'SLACKS MENSWEAR' }, 'slack'),
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
    reject({ kind: 'descriptor', value: 'SLACK T01' }, 'slack'),
    reject({ kind: 'descriptor', value: 'GASTHAUS LINDE' }, 'slack'),
    confirm({ kind: 'descriptor', value: 'SLACK T01' }, 'slack'),
  ]
  expect(refusedAgain(judgements, createMatcher(catalogue))).toMatchObject({ count: 1, of: 2, value: 0.5 })
})
