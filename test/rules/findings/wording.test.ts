import { describe, expect, test } from 'vitest'
import type { Detection, RuleId } from '#core/finding.ts'
import type { Facts } from '#core/rule.ts'
import {
  app,
  charge,
  entry,
  facts,
  grant,
  holder,
  identity,
  monthly,
  people,
  person,
  reading,
  unrecognised,
} from '#rules/findings/example.ts'
import { RULES } from '#rules/findings/index.ts'

function find(rule: RuleId, given: Partial<Facts>): Detection {
  const [detection, ...others] = RULES.filter(({ id }) => id === rule).flatMap((each) => [...each.detect(facts(given))])
  if (detection === undefined || others.length > 0) throw new Error(`${rule} did not find exactly one thing`)
  return detection
}

describe('unapproved-tool', () => {
  test('tells who uses it and what it costs, and asks before it blocks', () => {
    const charges = monthly({ amount: { minor: 12_000, currency: 'EUR' } })
    const found = find('unapproved-tool', { apps: [app({ id: 'jasper', people: people(7), charges })] })
    expect(found.title).toBe('Jasper is used by 7 people and paid for (1,440.00 EUR) and is not in the inventory')
    expect(found.nextStep).toBe(
      'Ask its 7 users what Jasper does for them; then approve or decline Jasper in the inventory',
    )
    expect(found).toMatchObject({ people: 7, spendMinor: { EUR: 144_000 }, sources: ['google', 'statement'] })
    expect(found.evidence[0]?.text).toBe(
      '7 people use it (2 tolerated) and it costs 120.00 EUR a month (50.00 EUR tolerated)',
    )
  })

  test('names an approved tool that does the same', () => {
    const writing = { capabilities: ['ai-writing'] }
    const found = find('unapproved-tool', {
      inventory: [entry('writer', { capabilities: ['ai-writing'] }), entry('zoom')],
      apps: [app({ id: 'jasper', ...writing, people: people(7) })],
    })
    expect(found.nextStep).toContain('whether Writer (approved) would do')
  })

  test('a declined tool comes with the page on which its very client is blocked', () => {
    const found = find('unapproved-tool', {
      inventory: [entry('jasper', { status: 'rejected' })],
      apps: [app({ id: 'jasper', grants: [grant()], standing: 'rejected', inventoryEntry: 'jasper' })],
    })
    expect(found.title).toBe('Jasper is used by 1 person and was rejected')
    expect(found.nextStep).toBe(
      'Google Admin console → Security → Access and data control → API controls → Manage app access → Jasper (client client-of-google) → Change access → Blocked',
    )
  })

  test.for([
    ['few people and little data', { people: people(3) }, 'medium'],
    ['many people', { people: people(25) }, 'high'],
    ['all files', { grants: [grant({ scopes: ['https://www.googleapis.com/auth/drive'] })] }, 'high'],
    ['all mail, to delete', { grants: [grant({ scopes: ['https://mail.google.com/'] })] }, 'critical'],
    ['much money', { charges: monthly({ amount: { minor: 100_000, currency: 'EUR' } }) }, 'high'],
    ['a decision against it', { people: people(3), standing: 'rejected' as const }, 'medium'],
    ['a decision against it, and many people', { people: people(12), standing: 'rejected' as const }, 'high'],
  ] as const)('%s: the severity follows', ([, given, severity]) => {
    expect(find('unapproved-tool', { apps: [app({ id: 'jasper', ...given })] }).severity).toBe(severity)
  })

  test('names nobody who uses the tool', () => {
    const found = find('unapproved-tool', {
      apps: [app({ id: 'jasper', people: people(7).map((each) => ({ ...each, department: 'Marketing' })) })],
    })
    expect(JSON.stringify([found.title, found.nextStep, found.evidence])).not.toContain('@')
    expect(found.evidence.find(({ kind }) => kind === 'person')?.text).toBe('7 people: Marketing 7')
  })
})

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

describe('duplicate-subscription', () => {
  const cards = (...holders: string[]) =>
    holders.flatMap((name, index) => monthly({ account: `card-${index}`, person: `${name}@acme.example` }))

  test('counts the people who pay, and what is spent beyond one subscription', () => {
    const found = find('duplicate-subscription', {
      apps: [app({ id: 'canva', charges: cards('ana', 'ben', 'cleo', 'dan') })],
    })
    expect(found).toMatchObject({
      title: 'Canva is paid for by 4 people at the same time',
      people: 4,
      severity: 'medium',
      spendMinor: { EUR: 18_000 },
    })
    expect(found.evidence.filter(({ kind }) => kind === 'arithmetic').map(({ text }) => text)).toEqual([
      'Account card-0, ana@acme.example: 3 charges, together 60.00 EUR, last 2026-03-01',
      'Account card-1, ben@acme.example: 3 charges, together 60.00 EUR, last 2026-03-01',
      'Account card-2, cleo@acme.example: 3 charges, together 60.00 EUR, last 2026-03-01',
      'Account card-3, dan@acme.example: 3 charges, together 60.00 EUR, last 2026-03-01',
    ])
  })

  test('beside a contract every card counts but the one that pays the contract', () => {
    const contract = monthly({ account: 'bank', amount: { minor: 41_000, currency: 'EUR' } })
    const found = find('duplicate-subscription', {
      inventory: [entry('slack', { seats: 50, monthlyCost: { minor: 40_000, currency: 'EUR' } })],
      apps: [
        app({
          id: 'slack',
          standing: 'approved',
          inventoryEntry: 'slack',
          charges: [...contract, ...cards('ana', 'ben')],
        }),
      ],
    })
    expect(found).toMatchObject({
      title: "Slack is paid for by 2 people beside the company's contract",
      nextStep: 'Ask owner@acme.example for seats in the contract of Slack, then cancel the other 2 subscriptions',
      spendMinor: { EUR: 12_000 },
    })
  })
})

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

describe('renewal-due', () => {
  test.for([
    ['2026-05-31', 30, 'Miro renews on 2026-05-31, in 90 days; 60 days left to give notice, until 2026-05-01', 'low'],
    ['2026-04-10', 30, 'Miro renews on 2026-04-10, in 39 days; 9 days left to give notice, until 2026-03-11', 'high'],
    ['2026-04-01', 30, 'Miro renews on 2026-04-01, in 30 days; today is the last day for notice', 'high'],
    ['2026-03-03', null, 'Miro renews on 2026-03-03, in 1 day; its notice period is not recorded', 'high'],
    [
      '2026-03-31',
      30,
      'Miro renews on 2026-03-31, in 29 days; the last day for notice was 2026-03-01, 1 day ago',
      'low',
    ],
  ] as const)('%s with notice of %s days', ([renewal, noticeDays, title, severity]) => {
    expect(find('renewal-due', { inventory: [entry('miro', { renewal, noticeDays })] })).toMatchObject({
      title,
      severity,
    })
  })

  test('two contracts for one app are one finding with the first deadline', () => {
    const found = find('renewal-due', {
      inventory: [
        entry('miro', { renewal: '2026-04-20' }),
        entry('miro-events', { app: 'miro', renewal: '2026-04-05' }),
      ],
    })
    expect(found.title).toContain('2026-04-05')
    expect(found.evidence).toHaveLength(2)
  })
})

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

test('an ambiguous charge names its candidates and whom to ask', () => {
  const charges = ['2026-01-03', '2026-02-03'].map((date) =>
    charge(date, { descriptor: 'FRONT', person: 'ana@acme.example', amount: { minor: 150_000, currency: 'EUR' } }),
  )
  const candidates = [
    { app: 'front', name: 'Front', domain: null, confidence: 0.5 },
    { app: 'frontify', name: 'Frontify', domain: null, confidence: 0.4 },
  ]
  expect(
    find('unrecognised-charge', { unrecognised: [unrecognised('c', charges, { verdict: 'ambiguous', candidates })] }),
  ).toMatchObject({
    title: '"FRONT" (2 charges, 3,000.00 EUR) could be Front or Frontify',
    nextStep: 'Ask ana@acme.example (card holder) what "FRONT" pays for, and say so here',
    severity: 'high',
    app: null,
    subject: { kind: 'charge', id: 'c' },
  })
})

test('a source that failed is worse than one that was read in part', () => {
  const gap = {
    kind: 'gap' as const,
    source: 'google' as const,
    subject: 'users',
    code: 'denied' as const,
    reason: 'grant the scope',
  }
  const failed = find('source-blind-spot', {
    sources: [reading('google', { status: 'failed', completeAt: null, gaps: [gap] })],
  })
  expect(failed).toMatchObject({
    severity: 'high',
    title: 'Google Workspace could not be read',
    nextStep: 'Google Workspace, users: grant the scope',
    sources: ['google'],
  })
  const partial = find('source-blind-spot', {
    sources: [reading('google', { status: 'partial', gaps: [gap, { ...gap, subject: 'tokens', code: 'gone' }] })],
  })
  expect(partial).toMatchObject({
    severity: 'medium',
    title: 'Google Workspace was read only in part: 1 thing is missing',
  })
})

describe('overlapping-tools', () => {
  const signing = { capabilities: ['e-signature'] }
  const shared = (...ids: string[]) => ids.map((id) => app({ id, ...signing, people: people(4), charges: monthly() }))

  test('people who use several tools, spend and a near renewal add up, and the arithmetic shows it', () => {
    const [docusign, hellosign] = shared('docusign', 'hellosign')
    if (docusign === undefined || hellosign === undefined) throw new Error('two apps were made')
    const listed = { ...docusign, app: { ...docusign.app, standing: 'approved' as const, inventoryEntry: 'docusign' } }
    const found = find('overlapping-tools', {
      inventory: [entry('docusign', { renewal: '2026-04-01' })],
      apps: [listed, hellosign],
    })
    expect(found).toMatchObject({
      subject: { kind: 'app', id: 'capability:e-signature' },
      app: null,
      severity: 'high',
      people: 4,
      spendMinor: { EUR: 48_000 },
      nextStep:
        'Ask the 4 people who use more than one of them whether Docusign (approved) could serve all of them; the shortlist shows the saving',
    })
    expect(found.evidence[0]?.text).toBe(
      'Overlap 0.90 of 1: 4 people of 4 use more than one (up to 0.5: 0.40); 2 of 2 are paid for (up to 0.25: 0.25); a renewal or its notice is near (0.25)',
    )
  })

  test('the subject stays the same when another tool joins the group', () => {
    const two = find('overlapping-tools', { apps: shared('docusign', 'hellosign') })
    const three = find('overlapping-tools', { apps: shared('docusign', 'hellosign', 'signwell') })
    expect(three.subject).toEqual(two.subject)
    expect(three.title).toBe('3 tools are in use for e-signature: Docusign, Hellosign and Signwell')
  })

  test('two tools that share two capabilities are one question', () => {
    const both = { capabilities: ['e-signature', 'pdf-editing'] }
    const apps = ['docusign', 'hellosign'].map((id) => app({ id, ...both, people: people(4) }))
    expect(find('overlapping-tools', { apps }).subject.id).toBe('capability:e-signature')
  })
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
