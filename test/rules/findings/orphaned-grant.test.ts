import { describe, expect, test } from 'vitest'
import { app, grant, holder, monthly, person } from '#rules/findings/example.ts'
import { find } from '#test/support/detection.ts'

describe('orphaned-grant', () => {
  const ben = 'ben@acme.example'

  test('one finding lists every way in of one person, the most dangerous first', () => {
    const found = find('orphaned-grant', {
      people: [person(ben, { status: 'suspended' })],
      apps: [
        app({ id: 'figma', people: [holder(ben, { status: 'suspended', sources: ['okta'] })] }),
        app({
          id: 'zapier',
          people: [holder(ben, { status: 'suspended' })],
          grants: [grant({ people: [ben], scopes: ['https://mail.google.com/'] })],
        }),
        app({ id: 'canva', charges: monthly({ person: ben }) }),
      ],
    })
    expect(found).toMatchObject({
      subject: { kind: 'person', id: ben },
      app: null,
      severity: 'critical',
      title:
        'The account of ben@acme.example is suspended and still holds 1 consent, 1 assignment and 1 charged card (Canva, Figma and Zapier)',
      nextStep:
        'Google Admin console → Directory → Users → ben@acme.example → Security → Connected applications → Zapier → Remove',
      sources: ['google', 'okta', 'statement'],
      spendMinor: { EUR: 6_000 },
    })
    expect(found.evidence.map(({ kind, source }) => [kind, source])).toEqual([
      ['grant', 'google'],
      ['charge', 'statement'],
      ['person', 'okta'],
    ])
  })

  test('a single app is named as the app of the finding', () => {
    const apps = [app({ id: 'figma', people: [holder(ben, { status: 'deleted', sources: ['okta'] })] })]
    expect(find('orphaned-grant', { apps })).toMatchObject({ app: 'figma', severity: 'medium' })
  })
})
