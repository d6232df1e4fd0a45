import { describe, expect, test } from 'vitest'
import { app, entry, grant, people, person } from '#rules/findings/example.ts'
import { find } from '#test/support/detection.ts'

describe('grants', () => {
  const mail = grant({ scopes: ['https://www.googleapis.com/auth/gmail.readonly'] })

  test('approval does not lower the severity of what an app may read', () => {
    const severityWith = (standing: 'approved' | 'unlisted') =>
      find('high-risk-grant', { apps: [app({ id: 'zapier', standing, grants: [mail] })] }).severity
    expect(severityWith('approved')).toBe('high')
    expect(severityWith('unlisted')).toBe('high')
  })

  test('the consents of many people weigh more than one', () => {
    const many = grant({ ...mail, people: people(25).map((each) => each.person) })
    expect(find('high-risk-grant', { apps: [app({ id: 'zapier', grants: [many] })] })).toMatchObject({
      severity: 'critical',
      people: 25,
      title: 'Zapier may read all mail, by consent of 25 people',
    })
  })

  test('an owner is asked before the consent is taken back', () => {
    const found = find('high-risk-grant', {
      inventory: [entry('zapier', { owner: 'ana@acme.example' })],
      apps: [app({ id: 'zapier', standing: 'approved', inventoryEntry: 'zapier', grants: [mail] })],
    })
    expect(found.nextStep).toMatch(
      /^Ask ana@acme\.example \(owner\) whether Zapier needs this; if not: Google Admin console → /,
    )
  })

  test('an application permission tells that it covers the whole company, and where to revoke it', () => {
    const own = grant({
      source: 'microsoft',
      access: 'application',
      tenantWide: true,
      people: [],
      scopes: ['Mail.Read'],
    })
    const given = {
      people: [person('a@acme.example'), person('b@acme.example'), person('c@acme.example', { status: 'suspended' })],
      apps: [app({ id: 'archiver', grants: [own] })],
    }
    expect(find('high-risk-grant', given)).toMatchObject({
      subject: { kind: 'app', id: 'archiver:application' },
      app: 'archiver',
      severity: 'critical',
      people: 2,
      title: 'Archiver may read all mail, for the whole company',
      nextStep:
        'Entra admin center → Enterprise apps → Archiver (application client-of-microsoft) → Permissions → Admin consent → Revoke permission',
    })
    expect(find('tenant-wide-grant', given).title).toBe(
      'Archiver may act for the whole company with nobody signed in, and read all mail',
    )
  })

  test('a tenant-wide consent that only signs people in is listed and not alarmed', () => {
    const signIn = grant({ source: 'microsoft', tenantWide: true, people: [], scopes: ['User.Read', 'openid'] })
    expect(find('tenant-wide-grant', { apps: [app({ id: 'figma', grants: [signIn] })] })).toMatchObject({
      severity: 'low',
      mayNeedYou: false,
    })
  })
})
