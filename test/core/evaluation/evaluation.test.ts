import { expect, test } from 'vitest'
import { evaluate, labelText } from '#core/evaluation/evaluation.ts'
import type { Label } from '#core/evaluation/label.ts'
import type { LabelledCase, TextKind } from '#core/evaluation/labelled-case.ts'

function labelled(text: string, label: Label, kind: TextKind): LabelledCase {
  return { text, kind, identity: { kind: 'any', text }, label, category: 'clean' }
}

const cases = [
  labelled('Slack', { kind: 'product', ids: ['slack'] }, 'sso'),
  labelled('SLACK T01', { kind: 'product', ids: ['slack'] }, 'descriptor'),
  labelled('SLACKS MENSWEAR', { kind: 'none' }, 'descriptor'),
]

test('the cases are counted together and by the kind of text, and every wrong match is listed', () => {
  const { all, kinds, wrongMatches } = evaluate(cases, () => ({
    verdict: 'match',
    app: 'slack',
    candidates: [],
    confidence: 0.97,
    softwareLikelihood: 1,
  }))
  expect(all.precision).toMatchObject({ count: 2, of: 3 })
  expect(kinds.map(({ kind, measures }) => [kind, measures.cases, measures.precision.count])).toEqual([
    ['descriptor', 2, 1],
    ['sso', 1, 1],
  ])
  expect(wrongMatches).toEqual([
    { text: 'SLACKS MENSWEAR', kind: 'descriptor', category: 'clean', label: 'NONE', app: 'slack', confidence: 0.97 },
  ])
})

test.for([
  [{ kind: 'none' }, 'NONE'],
  [{ kind: 'unresolvable' }, 'UNRESOLVABLE'],
  [{ kind: 'product', ids: ['a', 'b'] }, 'a or b'],
  [{ kind: 'absent', name: 'Quillbrook' }, 'Quillbrook'],
] as const)('the label %j is written %j', ([label, text]) => {
  expect(labelText(label)).toBe(text)
})
