import { expect, test } from 'vitest'
import { createLabelReader } from '#core/evaluation/label.ts'
import { readLabelledCases } from '#jobs/labelled-cases.ts'
import { smallCatalogue } from '#test/support/catalogue.ts'

const readLabel = createLabelReader(smallCatalogue())

function read(csv: string) {
  return readLabelledCases(csv, readLabel)
}

test('a row becomes a case of its kind; a merchant category comes with it', () => {
  const { cases, rejected, refused } = read(
    'text,label,kind,mcc,category,notes\n"SLACK T01, DUBLIN",slack,descriptor,5734,clean,as billed\nCanva,NONE,oauth,,,\n',
  )
  expect({ rejected, refused }).toEqual({ rejected: [], refused: null })
  expect(cases).toMatchObject([
    {
      text: 'SLACK T01, DUBLIN',
      kind: 'descriptor',
      identity: { kind: 'descriptor', mcc: '5734' },
      label: { kind: 'product', ids: ['slack'] },
      category: 'clean',
    },
    { kind: 'oauth', identity: { kind: 'app', via: 'oauth', clue: { name: 'Canva' } }, label: { kind: 'none' } },
  ])
})

test('columns may stand in any order, between semicolons, and behind a byte order mark', () => {
  const { cases } = read('\uFEFFLabel;Kind;Text\nNotion;SSO;Notion SSO\n')
  expect(cases).toMatchObject([{ text: 'Notion SSO', kind: 'sso', label: { kind: 'product', ids: ['notion'] } }])
})

test('without a kind a text may be anything', () => {
  expect(read('text,label\nslack,Slack\n').cases).toMatchObject([{ kind: 'any', identity: { kind: 'any' } }])
})

test('the spaces of a text belong to it', () => {
  expect(read('text,label,kind\n  SLACK  T01 ,slack,descriptor\n').cases[0]?.text).toBe('  SLACK  T01 ')
})

test('a row that cannot be read is listed with its line, and the others are read', () => {
  const { cases, rejected } = read('text,label,kind\nA,NONE,letter\n\nB,,oauth\nC,NONE,sso\n')
  expect(cases.map(({ text }) => text)).toEqual(['C'])
  expect(rejected).toEqual([
    { line: 2, reason: 'the kind "letter" is none of descriptor, oauth, sso, any' },
    { line: 4, reason: 'the label is empty; write a product, a family, NONE or UNRESOLVABLE' },
  ])
})

test.for([
  ['', /must name the columns text and label/],
  ['name,label\nSlack,slack\n', /must name the columns text and label/],
  ['text,label\n"never closed,slack\n', /the CSV cannot be read/],
] as const)('%j is refused whole', ([csv, reason]) => {
  const { cases, refused } = read(csv)
  expect(cases).toEqual([])
  expect(refused).toMatch(reason)
})
