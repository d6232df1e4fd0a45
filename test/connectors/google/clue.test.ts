import { expect, test } from 'vitest'
import { clientClue, samlClue } from '#connectors/google/clue.ts'

test.for<[string, string, string | null, string | null]>([
  ['Chrome', '77185425430.apps.googleusercontent.com', 'Google Chrome', 'platform'],
  ['gcloud', '32555940559.apps.googleusercontent.com', null, 'platform'],
  ['a stranger by the name of Chrome', '999999999999-x.apps.googleusercontent.com', 'Google Chrome', null],
  ['an unnamed script', '271828182845-x.apps.googleusercontent.com', 'Untitled project', 'script'],
  ['an unnamed script in German', '271828182845-x.apps.googleusercontent.com', 'Unbenanntes Projekt', 'script'],
  [
    'a product that has such a word in its name',
    '271828182846-x.apps.googleusercontent.com',
    'Untitled project manager',
    null,
  ],
  ['an ordinary product', '606092904535-x.apps.googleusercontent.com', 'Slack', null],
])('the owner of %s is told only where it is sure', ([, clientId, name, owner]) => {
  expect(clientClue(clientId, name, false).owner).toBe(owner)
})

test.for<[string, string | null, string | null]>([
  ['the id as name', '606092904535-x.apps.googleusercontent.com', null],
  ['blanks', '   ', null],
  ['nothing', null, null],
  ['a name with blanks around it', ' Slack ', 'Slack'],
])('a client that comes with %s has that name or none', ([, text, name]) => {
  expect(clientClue('606092904535-x.apps.googleusercontent.com', text, false).name).toBe(name)
})

test('a client known by a domain has that domain, and no project', () => {
  const { identifiers, domains } = clientClue('app.surveys.example.com', 'Surveys', false)
  expect(identifiers).toEqual([{ kind: 'google-client', value: 'app.surveys.example.com' }])
  expect(domains).toEqual(['example.com'])
})

test('an unregistered client has only its name, for its id is everybody’s', () => {
  expect(clientClue('anonymous', 'Sync', true).identifiers).toEqual([{ kind: 'name', value: 'Sync' }])
})

test('a service provider is known by its entity id first, by its name otherwise, and not at all without both', () => {
  expect(samlClue('https://figma.example/saml', 'Figma')?.identifiers).toEqual([
    { kind: 'saml-entity', value: 'https://figma.example/saml' },
    { kind: 'name', value: 'Figma' },
  ])
  expect(samlClue(null, 'Figma')?.identifiers).toEqual([{ kind: 'name', value: 'Figma' }])
  expect(samlClue(null, ' ')).toBeNull()
})
