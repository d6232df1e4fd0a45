import { describe, expect, test } from 'vitest'
import { app, facts, grant, identity } from '#rules/findings/example.ts'
import { RULES } from '#rules/findings/index.ts'
import { find } from '#test/support/detection.ts'

test('a lookalike with access to mail is critical, and comes with the client to block', () => {
  const found = find('lookalike-app', {
    apps: [
      app({
        id: 'app-zoom-1',
        name: 'Zoom',
        inCatalogue: false,
        grants: [grant({ scopes: ['https://www.googleapis.com/auth/gmail.readonly'] })],
        identities: [
          identity({ name: 'Zoom', contradiction: { resembles: 'zoom', reason: 'published by Free Tools' } }),
        ],
      }),
    ],
  })
  expect(found.severity).toBe('critical')
  expect(found.title).toBe('An app named "Zoom" resembles zoom and is not it: published by Free Tools')
  expect(found.nextStep).toContain('client client-of-google')
})

describe('lookalike-app by name', () => {
  const real = app({
    id: 'miro',
    identities: [
      identity({
        name: 'Miro',
        identifiers: [{ kind: 'google-client', value: '111111111111-a.apps.googleusercontent.com' }],
      }),
    ],
  })
  const other = (project: string) =>
    app({
      id: 'app-miro-2',
      name: 'MIRO',
      inCatalogue: false,
      attribution: null,
      identities: [
        identity({
          name: 'MIRO',
          attribution: null,
          identifiers: [{ kind: 'google-client', value: `${project}-b.apps.googleusercontent.com` }],
        }),
      ],
    })

  test('a client of another Google project beside one that is known for sure', () => {
    expect(find('lookalike-app', { apps: [real, other('222222222222')] }).title).toBe(
      'An app named "MIRO" resembles Miro and is not it: a client of Google project 222222222222, not 111111111111',
    )
  })

  test('a client of the same Google project is the same publisher', () => {
    const same = RULES.filter(({ id }) => id === 'lookalike-app').flatMap((rule) => [
      ...rule.detect(facts({ apps: [real, other('111111111111')] })),
    ])
    expect(same).toEqual([])
  })
})

describe('lookalike-app by publisher', () => {
  const signedBy = (publisher: string, id: string) =>
    app({ id, name: 'Plannero', inCatalogue: false, attribution: null, identities: [identity({ publisher })] })

  test.for([
    ['Plannero Inc', 'Plannero GmbH'],
    ['Plannero Technologies, Inc.', 'PLANNERO'],
    ['Quillbrook Ltd dba Plannero', 'Plannero Software AG'],
    ['Plannero', 'Unverified'],
  ] as const)('%s and %s are no contradiction', ([one, other]) => {
    const apps = [signedBy(one, 'app-plannero-1'), signedBy(other, 'app-plannero-2')]
    const found = RULES.filter(({ id }) => id === 'lookalike-app').flatMap((rule) => [...rule.detect(facts({ apps }))])
    expect(found).toEqual([])
  })

  test('two firms are, and each is named once and as it signs', () => {
    const apps = [signedBy('Plannero Technologies Inc', 'app-plannero-1'), signedBy('Free Tools Ltd', 'app-plannero-2')]
    expect(find('lookalike-app', { apps }).title).toBe(
      'An app named "Plannero" resembles Plannero and is not it: published by Free Tools Ltd, not Plannero Technologies Inc',
    )
  })
})
