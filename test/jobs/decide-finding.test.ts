import { describe, expect, test } from 'vitest'
import { decideFinding } from '#jobs/decide-finding.ts'
import { detectCompany } from '#jobs/detect.ts'
import { KNOWLEDGE, openTestBackend } from '#test/support/backend.ts'
import { clue, grant, person } from '#test/support/observations.ts'

const MAILBOT = clue({
  identifiers: [{ kind: 'google-client', value: '990001-mail.apps.googleusercontent.com' }],
  name: 'Mailbot',
})
const company = {
  observations: [
    person('ana@acme.example'),
    grant(MAILBOT, 'ana@acme.example', { scopes: ['https://mail.google.com/'] }),
  ],
}
const clock = (): Date => new Date('2026-04-01T09:00:00.000Z')
const decision = { status: 'dismissed', reason: 'a pilot that ends on Friday', by: 'Ida of IT' } as const

describe('deciding on a finding', () => {
  test('the decision is kept with its reason, and the finding leaves the list of what needs somebody', async () => {
    await using opened = await openTestBackend(company)
    const context = { store: opened.store, knowledge: KNOWLEDGE, clock }
    const [before] = (await opened.store.list('findings')).filter(({ value }) => value.needsYou)
    const decided = await decideFinding(before?.id ?? '', decision, before?.version ?? 0, context)
    expect(decided).toMatchObject({
      outcome: 'decided',
      finding: {
        version: 2,
        value: {
          status: 'dismissed',
          needsYou: false,
          decision: { by: 'Ida of IT', at: '2026-04-01T09:00:00.000Z', reason: decision.reason },
        },
      },
    })
    expect(await opened.store.get('findings', before?.id ?? '')).toEqual(
      decided.outcome === 'decided' ? decided.finding : null,
    )
  })

  test('the decision outlives the next detection', async () => {
    await using opened = await openTestBackend(company)
    const context = { store: opened.store, knowledge: KNOWLEDGE, clock }
    const [before] = await opened.store.list('findings')
    await decideFinding(before?.id ?? '', decision, 1, context)
    await detectCompany(context)
    expect((await opened.store.get('findings', before?.id ?? ''))?.value).toMatchObject({
      status: 'dismissed',
      decision: { by: 'Ida of IT' },
    })
  })

  test('a decision that comes during a detection is not lost', async () => {
    await using opened = await openTestBackend(company)
    const { store } = opened
    const [before] = await store.list('findings')
    let decided = false
    const during = {
      ...store,
      get: store.get.bind(store),
      list: store.list.bind(store),
      read: store.read.bind(store),
      collect: store.collect.bind(store),
      commit: store.commit.bind(store),
      exclusively: store.exclusively.bind(store),
      async write(...[kind, records]: Parameters<typeof store.write>) {
        if (!decided) {
          decided = true
          await decideFinding(before?.id ?? '', decision, 1, { store, knowledge: KNOWLEDGE, clock })
        }
        return store.write(kind, records)
      },
    }
    // Another policy makes the detection change the finding itself.
    const policy = {
      ...KNOWLEDGE.policy,
      rules: { [before?.value.rule ?? 'unapproved-tool']: { severity: 'low' as const } },
    }
    await detectCompany({ store: during, knowledge: { ...KNOWLEDGE, policy }, clock })
    expect((await store.get('findings', before?.id ?? ''))?.value).toMatchObject({
      status: 'dismissed',
      severity: 'low',
    })
  })

  test('a finding that changed meanwhile is a conflict, and nothing changes', async () => {
    await using opened = await openTestBackend(company)
    const context = { store: opened.store, knowledge: KNOWLEDGE, clock }
    const [before] = await opened.store.list('findings')
    await expect(decideFinding(before?.id ?? '', decision, 7, context)).rejects.toMatchObject({ code: 'conflict' })
    expect(await opened.store.get('findings', before?.id ?? '')).toEqual(before)
  })

  test('what is not true any more leaves nothing to decide, and what is not there is said', async () => {
    await using opened = await openTestBackend(company)
    const context = { store: opened.store, knowledge: KNOWLEDGE, clock }
    const [before] = await opened.store.list('findings')
    if (before === undefined) throw new Error('the company has a finding')
    await opened.store.commit([
      {
        put: 'findings',
        id: before.id,
        value: { ...before.value, status: 'resolved', resolvedAt: '2026-03-30T00:00:00.000Z' },
      },
    ])
    expect(await decideFinding(before.id, decision, 2, context)).toEqual({
      outcome: 'refused',
      reason: 'this is not true any more since 2026-03-30; it opens by itself if it comes back',
    })
    expect(await decideFinding('nowhere', decision, 1, context)).toEqual({ outcome: 'not-found' })
  })
})
