import { expect, test } from 'vitest'
import type { Label } from '#core/evaluation/label.ts'
import type { Prediction, TextKind } from '#core/evaluation/labelled-case.ts'
import { judge } from '#core/evaluation/outcome.ts'

function judged(label: Label, prediction: Partial<Prediction>, kind: TextKind = 'descriptor') {
  return judge(
    { text: 'text', kind, identity: { kind: 'any', text: 'text' }, label, category: '' },
    { verdict: 'unknown', app: null, candidates: [], confidence: 0.5, softwareLikelihood: 0, ...prediction },
  )
}

function candidate(app: string) {
  return { app, name: app, domain: null, confidence: 0.4 }
}

const jira: Label = { kind: 'product', ids: ['jira'] }
const atlassian: Label = { kind: 'product', ids: ['atlassian'] }
const none: Label = { kind: 'none' }
const unresolvable: Label = { kind: 'unresolvable' }
const absent: Label = { kind: 'absent', name: 'Quillbrook' }

test.for([
  ['the product', jira, 'jira', true],
  ['the family where only the family is certain', atlassian, 'atlassian', true],
  ['the family where the member is certain', jira, 'atlassian', false],
  ['a member where only the family is certain', atlassian, 'jira', false],
  ['a product where there is no software', none, 'jira', false],
  ['a product where nobody can tell', unresolvable, 'jira', false],
  ['a product where the catalogue holds none', absent, 'jira', false],
] as const)('a match with %s', ([, label, app, right]) => {
  expect(judged(label, { verdict: 'match', app })).toMatchObject({ verdict: 'match', right })
})

test.for([
  ['ambiguous', 'the label among the candidates', jira, ['trello', 'jira'], true],
  ['ambiguous', 'the label not among the candidates', jira, ['trello'], false],
  ['ambiguous', 'no software', none, ['trello'], false],
  ['ambiguous', 'what nobody can tell', unresolvable, ['trello'], true],
  ['unknown', 'a product of the catalogue', jira, [], false],
  ['unknown', 'software outside the catalogue', absent, [], true],
  ['unknown', 'what nobody can tell', unresolvable, [], true],
  ['unknown', 'no software', none, [], true],
  ['not-software', 'no software', none, [], true],
  ['not-software', 'software', jira, [], false],
  ['not-software', 'software nobody can tell', unresolvable, [], false],
] as const)('%s for %s', ([verdict, , label, apps, right]) => {
  expect(judged(label, { verdict, candidates: apps.map(candidate) }).right).toBe(right)
})

test.for([
  ['unknown', 0.5, 'descriptor', true],
  ['ambiguous', 0.9, 'any', true],
  ['unknown', 0.49, 'descriptor', false],
  ['not-software', 0.9, 'descriptor', false],
  ['match', 0.9, 'descriptor', false],
  ['unknown', 0.9, 'oauth', false],
  ['ambiguous', 0.9, 'sso', false],
] as const)(
  '%s at a likelihood of %f in a text of kind %s is shown to a person: %s',
  ([verdict, likelihood, kind, shown]) => {
    expect(judged(none, { verdict, softwareLikelihood: likelihood }, kind).shown).toBe(shown)
  },
)
