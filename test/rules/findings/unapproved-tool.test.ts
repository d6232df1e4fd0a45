import { describe, expect, test } from 'vitest'
import { app, entry, grant, monthly, people } from '#rules/findings/example.ts'
import { find } from '#test/support/detection.ts'

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
