import { expect, test } from 'vitest'
import { loadOwnFiles, ownEntry } from '#test/support/own-catalogue.ts'

test.for([
  ['nothing', '', 'a.json: is empty; write [] for a list without entries, or remove the file'],
  ['no JSON', '[{"id": "a"', 'a.json: is not readable JSON: '],
  ['a comment', '// ours\n[]', 'JSON knows no comments'],
  ['an object', '{}', 'a.json: must be a JSON array of entries'],
  ['another encoding', new Uint8Array([0xff, 0xfe, 0x5b, 0]), 'a.json: is not UTF-8; save it as UTF-8'],
  ['bytes that are no UTF-8', new Uint8Array([0x5b, 0xe9, 0x5d]), 'a.json: is not UTF-8'],
  ['an entry that is no object', [7], 'a.json, line 1, entry number 1: must be an object in braces'],
  ['a slip in a field', [{ extends: 'slack', alias: ['x'] }], 'there is no field "alias"; did you mean "aliases"?'],
  ['a field of nowhere', [{ extends: 'slack', zz: 1 }], 'there is no field "zz"; there are extends, '],
  ['a missing field', [{ id: 'a', name: 'A', category: 'test', capabilities: ['testing'] }], 'vendor is missing'],
  ['a wrong type', [ownEntry('a', { domains: 'a.example' })], 'domains must be a list in square brackets'],
  ['an empty extension', [{ extends: 'slack' }], 'extension of "slack": adds nothing and leaves nothing out; name '],
  ['an unknown product', [{ extends: 'slak', aliases: ['x'] }], 'there is no product "slak"; did you mean "slack"?'],
  ['a known id', [ownEntry('slack')], 'the catalogue has Slack under this id; add to it with "extends": "slack"'],
  ['one id twice', [ownEntry('a'), ownEntry('a', { name: 'B' })], 'has the id of '],
  ['a name of another', [ownEntry('a', { name: 'slack' })], 'name "slack" is claimed by 2 entries'],
  [
    'a domain of another',
    [ownEntry('a', { domains: ['slack.com'] })],
    '(the other: slack); drop it here, take it from',
  ],
  ['a stem of another', [{ extends: 'zoom', stems: ['CANVA*'] }], 'stem "CANVA*" is claimed by 2 entries'],
  ['an everyday stem', [ownEntry('a', { stems: ['BEAR'] })], 'stem "BEAR" is an everyday word'],
  ['a host for a domain', [ownEntry('a', { domains: ['wiki.acme.example'] })], 'only acme.example is looked up'],
  [
    'an unknown capability',
    [ownEntry('a', { capabilities: ['testin'] })],
    'capability "testin" is not in capabilities',
  ],
  ['an unknown category', [ownEntry('a', { category: 'tests' })], 'category "tests" is in no file of the catalogue'],
  ['a replacement of nothing', [ownEntry('a', { replaces: ['slak'] })], 'replaces "slak", which is no product'],
  [
    'a replaced family',
    [ownEntry('a', { replaces: ['atlassian'] })],
    'the family of Jira, Confluence, Trello; give this',
  ],
  [
    'nothing to leave out',
    [{ extends: 'canva', without: ['CANVA *'] }],
    'would leave out "CANVA *", which is none of its',
  ],
  ['a name to leave out', [{ extends: 'slack', without: ['Slack'] }], 'which is its name, which stays'],
] as const)('a file with %s is refused, and the sentence says where and why', async ([, content, words]) => {
  const { problems } = await loadOwnFiles({ 'a.json': content })
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatch(/^catalogue\/a\.json/)
  expect(problems[0]).toContain(words)
})

test('a byte order mark and the line ends of Windows are no problem, and lines are counted by them', async () => {
  const entries = ['{"extends": "zoom", "aliases": ["Acme Meet"]}', '{"extends": "nix", "aliases": ["x"]}']
  const { problems } = await loadOwnFiles({ 'a.json': `\ufeff[\r\n  ${entries.join(',\r\n\r\n  ')}\r\n]\r\n` })
  expect(problems).toEqual([
    'catalogue/a.json, line 4, extension of "nix": there is no product "nix"; write the id that identify prints',
  ])
})

test.for([
  ['', 'catalogue/descriptors.csv: the file is empty; write the line "text,product", or remove the file'],
  ['a,b\n1,2\n', 'catalogue/descriptors.csv: the first line must name the columns text and product'],
  ['text,product\n,slack\n', 'catalogue/descriptors.csv, line 2: has no text'],
  ['text,product\nACME BAR,\n', 'catalogue/descriptors.csv, line 2: names no product; write its id or name, or NONE'],
  ['text,product\nAB*,NONE\n', 'line 2: "AB*" is too short to tell one merchant from another'],
  ['text,product\nACME BAR,Slak\n', 'line 2: there is no product "Slak"; did you mean "Slack"?'],
  [
    'text,product\nACME BAR,slack\nAcme  Bar,zoom\n',
    'line 3: "ACME BAR" is slack by descriptors.csv, line 2; remove one',
  ],
] as const)('descriptors.csv that says %j is refused', async ([csv, words]) => {
  const { problems } = await loadOwnFiles({ 'descriptors.csv': csv })
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain(words)
})

test('a file that somebody may take for a catalogue is not passed over in silence', async () => {
  const { problems } = await loadOwnFiles({ 'descriptor.csv': 'x', 'tools.yaml': 'x' })
  expect(problems).toEqual([
    'catalogue/descriptor.csv: only .json files and descriptors.csv are read here; rename it to descriptors.csv',
    'catalogue/tools.yaml: only .json files and descriptors.csv are read here; put its entries into a .json file, or move it away',
  ])
})

test('an intermediary with the prefix of another one is refused', async () => {
  const locpay = { id: 'locpay', name: 'LocPay', role: 'processor', prefixes: ['PADDLE.NET*'], sellsSoftware: false }
  const { problems } = await loadOwnFiles({ 'intermediaries.json': [locpay] })
  expect(problems).toEqual([
    'catalogue/intermediaries.json, line 1, entry "locpay": prefix "PADDLE.NET*" is claimed by 2 intermediaries; only one may have it (the other: paddle)',
  ])
})

test('the problems of all files are told at once', async () => {
  const { problems } = await loadOwnFiles({ 'a.json': [ownEntry('slack')], 'b.json': '', 'descriptors.csv': '' })
  expect(problems.map((problem) => problem.split(/[:,]/)[0])).toEqual([
    'catalogue/b.json',
    'catalogue/descriptors.csv',
    'catalogue/a.json',
  ])
})
