import { expect, test } from 'vitest'
import type { Identifier } from '#core/identifier.ts'
import { DEFAULT_POLICY } from '#core/policy.ts'
import { evaluateFiles, evaluateOwn } from '#jobs/evaluate.ts'
import type { Knowledge } from '#jobs/knowledge.ts'
import { RULES } from '#rules/findings/index.ts'
import { createScopeTable } from '#rules/scopes/index.ts'
import { smallCatalogue } from '#test/support/catalogue.ts'
import { confirm, reject } from '#test/support/judgements.ts'
import { openStoreFolder } from '#test/support/store-folder.ts'

const knowledge: Knowledge = {
  catalogue: smallCatalogue(),
  rules: RULES,
  scopes: createScopeTable(),
  policy: DEFAULT_POLICY,
}

test('the cases of all files are counted together; what was left out is named with file and line', () => {
  const { evaluation, problems } = evaluateFiles(
    [
      { name: 'a.csv', csv: 'text,label,kind\nSLACK T012AB3CD DUBLIN IE,slack,descriptor\nx,NONE,letter\n' },
      { name: 'b.csv', csv: 'text,label,kind\nQUILLBROOK SOFTWARE LICENCE,Quillbrook,descriptor\nSlack,NONE,oauth\n' },
      { name: 'c.csv', csv: 'a,b\n' },
    ],
    knowledge,
  )
  expect(evaluation.all).toMatchObject({
    cases: 3,
    notInCatalogue: 1,
    precision: { count: 1, of: 2 },
    recall: { count: 1, of: 2 },
    recallInCatalogue: { count: 1, of: 1 },
    softwareMissed: { count: 0, of: 2 },
  })
  expect(evaluation.wrongMatches).toMatchObject([{ text: 'Slack', kind: 'oauth', label: 'NONE', app: 'slack' }])
  expect(problems).toMatchObject([
    { file: 'a.csv', line: 3 },
    { file: 'c.csv', line: null },
  ])
})

test("the company's judgements measure the matcher that does not know them", async () => {
  await using folder = await openStoreFolder()
  const charge = (value: string): Identifier => ({ kind: 'descriptor', value })
  const judgements = [
    confirm(charge('SLACK T012AB3CD DUBLIN IE'), 'slack'),
    confirm(charge('GREEN TEAM LICENCE 4471'), 'slack'),
    confirm(charge('ZOOM.US 888-799-9666'), null),
    reject(charge('CANVA* 04173-28114456'), 'canva'),
  ]
  await folder.store.commit(judgements.map((value) => ({ put: 'judgements', id: value.id, value })))
  const own = await evaluateOwn(folder.store, knowledge)
  expect(own.evaluation.all).toMatchObject({ cases: 3, recall: { count: 1, of: 2 }, precision: { count: 1, of: 2 } })
  expect(own.refusedAgain).toMatchObject({ count: 1, of: 1 })
  expect(own.spend).toEqual([])
})
