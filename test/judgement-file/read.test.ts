import { expect, test } from 'vitest'
import { readJudgementFile } from '#src/judgement-file/read.ts'
import { judgementText } from '#src/judgement-file/write.ts'
import { inputFile } from '#test/support/input-file.ts'
import { confirm, merge, reject, split } from '#test/support/judgements.ts'

const MERGE = { decision: 'merge', app: 'slack', into: 'zoom' } as const

test.for<[string, string]>([
  ['JSON Lines', `${JSON.stringify(MERGE)}\n\n${JSON.stringify(MERGE)}\n`],
  ['a list', JSON.stringify([MERGE, MERGE], null, 2)],
  ['an answer of the API', JSON.stringify({ items: [MERGE, MERGE] })],
  ['CSV in another order', 'into,app,decision\nzoom,slack,Merge\nzoom,slack,merge\n'],
  ['CSV with semicolons and a mark', '\uFEFFdecision;app;into;reason\nmerge;slack;zoom;\nmerge;slack;zoom;\n'],
])('%s is told by what is in it', async ([, content]) => {
  const { drafts, problems, refused } = await readJudgementFile(inputFile(content))
  expect({ problems, refused }).toEqual({ problems: [], refused: null })
  expect(drafts.map(({ draft }) => draft)).toMatchObject([MERGE, MERGE])
})

test('one object over several lines is one entry', async () => {
  const { drafts } = await readJudgementFile(inputFile(JSON.stringify(MERGE, null, 2)))
  expect(drafts).toMatchObject([{ place: 'entry 1', draft: MERGE }])
})

test('an empty file holds no judgements', async () => {
  expect(await readJudgementFile(inputFile(' \n'))).toEqual({ drafts: [], problems: [], refused: null })
})

test.for<[string, string, object]>([
  ['broken JSON', `${JSON.stringify(MERGE)}\n{oops\n`, { place: 'line 2', reason: /this is no JSON/ }],
  [
    'a strange key',
    JSON.stringify({ ...MERGE, colour: 'red' }),
    { place: 'line 1', reason: /^colour does not belong/ },
  ],
  ['a list of words', '["slack"]', { place: 'entry 1', reason: /./ }],
  [
    'no decision',
    '[{"app":"slack"}]',
    { place: 'entry 1', reason: /the decision is none of confirm, reject, merge, split/ },
  ],
  ['no identifier', 'decision,app\nconfirm,slack\n', { place: 'line 2', reason: /the identifier is missing/ }],
  [
    'an unknown kind',
    'decision,kind,value,app\nreject,nmae,X,slack\n',
    { place: 'line 2', reason: /the kind is none of/ },
  ],
  ['an empty app', 'decision,kind,value,app\nconfirm,name,X,\n', { place: 'line 2', reason: /the app is missing/ }],
  ['a cell too many', 'decision,kind,value,app\nreject,name,X,slack,y\n', { place: 'line 2', reason: /has 5 cells/ }],
  ['an open quote', 'decision,kind,value,app\nreject,name,"X,slack\n', { place: 'line 2', reason: /quote/ }],
])('%s is told with its place', async ([, content, expected]) => {
  const { problems } = await readJudgementFile(inputFile(content))
  const { place, reason } = { place: '', reason: /./, ...expected }
  expect(problems).toMatchObject([{ place, reason: expect.stringMatching(reason) }])
})

test.for<[string, string, RegExp]>([
  ['a statement', 'Date,Amount\n2026-01-01,12\n', /decision and app/],
  ['a column of nobody', 'decision,app,colour\nmerge,slack,red\n', /nobody knows its column colour/],
  ['a picture', '\u0089PNG\r\n', /./],
])('%s is no file of judgements', async ([, content, sentence]) => {
  expect((await readJudgementFile(inputFile(content))).refused).toMatch(sentence)
})

test('what is written is read back the same, whatever stands in it', async () => {
  const judgements = [
    confirm({ kind: 'descriptor', value: '=cmd|x,"y";z' }, null, { reason: 'two\nlines, and a\ttab' }),
    confirm({ kind: 'name', value: "'+49 none" }, 'none-such', { by: 'Ana Álves' }),
    reject({ kind: 'saml-entity', value: 'urn:acme:sp' }, 'slack', { id: 'mine' }),
    merge('slack', 'zoom', { at: '2026-01-01T09:30:15.120Z' }),
    split({ kind: 'domain', value: 'acmenotes.example' }, 'app-acme-notes', 'Acme Notes 笔记'),
  ]
  for (const format of ['json', 'csv'] as const) {
    const read = await readJudgementFile(inputFile(judgementText(judgements, format)))
    expect(read.problems).toEqual([])
    expect(read.drafts.map(({ draft }) => draft)).toEqual(judgements)
  }
})
