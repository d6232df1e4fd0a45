import { expect, test } from 'vitest'
import { proposalOf } from '#src/own-catalogue/proposal.ts'
import { readList } from '#src/own-catalogue/read-list.ts'
import { smallCatalogue } from '#test/support/catalogue.ts'
import { ownEntry } from '#test/support/own-catalogue.ts'

const CAPABILITY = { id: 'testing', name: 'Testing', category: 'test', words: ['test'], overlaps: true }

function proposed(...values: readonly object[]) {
  const { entries, problems } = readList(JSON.stringify(values), { name: 'a.json', path: 'a.json' })
  expect(problems).toEqual([])
  return proposalOf(entries, { ...smallCatalogue(), capabilities: [CAPABILITY] })
}

test.for([
  [ownEntry('a', { name: 'Harvest' }), ['"Harvest" is an everyday word, which other businesses are called too']],
  [ownEntry('a', { name: 'Harvest', commonWord: true }), []],
  [{ extends: 'slack', aliases: ['Chat'] }, ['"Chat" is an everyday word, which other businesses are called too']],
  [{ extends: 'slack', aliases: ['SLACK-Technologies'] }, ['Slack has "SLACK-Technologies" already']],
  [{ extends: 'canva', stems: ['CANVA*'] }, ['Canva has "CANVA*" already']],
  [{ extends: 'slack', stems: ['GOOGLE *CLO'] }, ['stem "GOOGLE *CLO" also begins charges of Google Cloud']],
  [ownEntry('a', { stems: ['GOOGLE *GS'], replaces: ['google-workspace'] }), []],
  [
    { extends: 'slack', stems: ['FASTSPRING'] },
    [expect.stringMatching(/^stem "FASTSPRING" is what FastSpring prints/)],
  ],
] as const)('%j has the warnings %j', ([value, warnings]) => {
  expect(proposed(value).entries).toMatchObject([{ warnings }])
})

test('entries name the products they are about, and what they collide with', () => {
  const { entries, collisions } = proposed(ownEntry('own-box', { name: 'Box', replaces: ['box'] }), {
    extends: 'slack',
    aliases: ['Zoom'],
  })
  expect(entries.map(({ where, products }) => [where, products])).toEqual([
    ['a.json, line 1, entry "own-box"', ['own-box', 'box']],
    ['a.json, line 1, extension of "slack"', ['slack']],
  ])
  expect(collisions).toMatchObject([{ where: 'a.json, line 1, extension of "slack"', with: ['zoom'] }])
})
