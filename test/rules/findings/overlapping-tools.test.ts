import { describe, expect, test } from 'vitest'
import { app, entry, monthly, people } from '#rules/findings/example.ts'
import { find } from '#test/support/detection.ts'

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
