import { describe, expect, test } from 'vitest'
import type { Draft } from '#core/judge/draft.ts'
import { knownApps } from '#core/judge/known-apps.ts'
import { signDrafts } from '#core/judge/sign-drafts.ts'
import type { SignContext } from '#core/judge/sign-drafts.ts'
import type { Judgement } from '#core/judgement.ts'
import { smallCatalogue } from '#test/support/catalogue.ts'
import { confirm, merge, split } from '#test/support/judgements.ts'

const UNSIGNED = { id: null, by: null, at: null, reason: '' } as const
const CHARGE = { kind: 'descriptor', value: 'ACME*SKETCH 1' } as const

function context(stored: readonly Judgement[] = [], over: Partial<SignContext> = {}): SignContext {
  const known = knownApps({
    catalogue: smallCatalogue(),
    apps: [{ id: 'app-quillhub-io', name: 'Quillhub', domain: 'quillhub.io' }],
    listed: [
      { id: 'app-acme-notes', name: 'Acme Notes' },
      { id: 'slack', name: 'Slack' },
    ],
    judgements: stored,
  })
  return { known, stored, now: '2026-03-31T00:00:00.000Z', by: 'IT', renew: true, ...over }
}

describe('which app is meant', () => {
  test.for([
    ['a product', 'slack', 'slack'],
    ['its name', ' Slack ', 'slack'],
    ['its domain', 'slack.com', 'slack'],
    ['an app of the company', 'app-quillhub-io', 'app-quillhub-io'],
    ['the name of that', 'quillhub', 'app-quillhub-io'],
    ['a tool of the inventory', 'Acme Notes', 'app-acme-notes'],
  ] as const)('%s is known', ([, app, id]) => {
    const { judgements, problems } = signDrafts(
      [{ ...UNSIGNED, decision: 'confirm', identifier: CHARGE, app }],
      context(),
    )
    expect(problems).toEqual([])
    expect(judgements).toMatchObject([{ app: id, by: 'IT', at: '2026-03-31T00:00:00.000Z' }])
  })

  test('an app that a draft beside it splits off may be judged', () => {
    const drafts: readonly Draft[] = [
      { ...UNSIGNED, decision: 'merge', app: 'slack', into: 'app-chat' },
      { ...UNSIGNED, decision: 'split', identifier: CHARGE, app: null, name: 'Chat' },
    ]
    expect(signDrafts(drafts, context()).judgements).toMatchObject([
      { into: 'app-chat' },
      { app: 'app-chat', name: 'Chat' },
    ])
  })

  test('where nothing was ever read, apps of the company cannot be told from slips', () => {
    const known = knownApps({ catalogue: smallCatalogue(), apps: [], listed: [], judgements: [] })
    const draft = { ...UNSIGNED, decision: 'merge', app: 'app-elsewhere', into: 'slack' } as const
    expect(signDrafts([draft], context([], { known })).problems).toEqual([])
    expect(signDrafts([draft], context()).problems).toHaveLength(1)
  })
})

describe('what is refused', () => {
  test.for<[string, Draft, string]>([
    ['a slip', { ...UNSIGNED, decision: 'reject', identifier: CHARGE, app: 'salck' }, 'did you mean slack (Slack)?'],
    [
      'an app that is nowhere',
      { ...UNSIGNED, decision: 'merge', app: 'slack', into: 'app-nowhere-at-all' },
      'there is no app "app-nowhere-at-all"',
    ],
    ['itself', { ...UNSIGNED, decision: 'merge', app: 'Slack', into: 'slack' }, 'slack cannot be merged into itself'],
    [
      'nothing',
      { ...UNSIGNED, decision: 'confirm', identifier: { kind: 'name', value: ' \t' }, app: null },
      'the name is empty',
    ],
    [
      'no domain',
      { ...UNSIGNED, decision: 'confirm', identifier: { kind: 'domain', value: 'acme' }, app: null },
      '"acme" is no domain',
    ],
    [
      'a host of everybody',
      { ...UNSIGNED, decision: 'confirm', identifier: { kind: 'domain', value: 'x.herokuapp.com' }, app: null },
      'herokuapp.com belongs to everybody',
    ],
    [
      'a name without letters',
      { ...UNSIGNED, decision: 'split', identifier: CHARGE, app: null, name: '***' },
      'needs a letter or a digit',
    ],
    [
      'the id of a product',
      { ...UNSIGNED, decision: 'split', identifier: CHARGE, app: 'slack', name: 'Chat' },
      'write app-chat',
    ],
    [
      'an app that was found',
      { ...UNSIGNED, decision: 'split', identifier: CHARGE, app: null, name: 'Quillhub io' },
      'app-quillhub-io is an app here already',
    ],
    [
      'no time',
      { ...UNSIGNED, decision: 'merge', app: 'slack', into: 'zoom', at: 'yesterday' },
      '"yesterday" is no time',
    ],
    [
      'the future',
      { ...UNSIGNED, decision: 'merge', app: 'slack', into: 'zoom', at: '2026-05-01' },
      'lies in the future',
    ],
  ])('%s', ([, draft, sentence]) => {
    const { judgements, problems } = signDrafts([draft], context())
    expect(judgements).toEqual([])
    expect(problems).toEqual([{ index: 0, reason: expect.stringContaining(sentence) }])
  })

  test('a circle of merges, in one file or with what is stored', () => {
    const back: Draft = { ...UNSIGNED, decision: 'merge', app: 'box', into: 'slack' }
    const stored = [merge('slack', 'zoom'), merge('zoom', 'box')]
    const reason = 'box cannot count as slack: slack counts as zoom, zoom counts as box; undo that first'
    expect(signDrafts([back], context(stored)).problems).toEqual([{ index: 0, reason }])
    const chain: readonly Draft[] = stored.map(({ app, into }) => ({ ...UNSIGNED, decision: 'merge', app, into }))
    expect(signDrafts([...chain, back], context()).problems.map(({ index }) => index)).toEqual([0, 1, 2])
  })

  test('two decisions on one thing of which nothing says which came later', () => {
    const drafts: readonly Draft[] = [
      { ...UNSIGNED, decision: 'confirm', identifier: CHARGE, app: 'slack' },
      { ...UNSIGNED, decision: 'confirm', identifier: { kind: 'descriptor', value: 'acme*sketch  1' }, app: 'zoom' },
      { ...UNSIGNED, decision: 'reject', identifier: CHARGE, app: 'box' },
    ]
    expect(signDrafts(drafts, context()).problems).toMatchObject([{ index: 1, other: 0 }])
    const dated = drafts.map((draft, index) => ({ ...draft, at: `2026-03-0${index + 1}` }))
    expect(signDrafts(dated, context()).problems).toEqual([])
  })
})

describe('the same decision again', () => {
  const first = confirm(CHARGE, 'slack', { by: 'IT' })
  const later = confirm(CHARGE, 'zoom', { at: '2026-03-20T00:00:00.000Z' })
  const again: Draft = {
    ...UNSIGNED,
    decision: 'confirm',
    identifier: { ...CHARGE, value: 'acme*sketch 1' },
    app: 'slack',
  }

  test('is the same judgement', () => {
    expect(signDrafts([again], context([first])).judgements).toEqual([first])
    expect(signDrafts([again], context([first], { renew: false })).judgements).toEqual([first])
  })

  test('holds again where another one came between, but a file that repeats it changes nothing', () => {
    expect(signDrafts([again], context([first, later])).judgements).toMatchObject([
      { id: first.id, at: '2026-03-31T00:00:00.000Z' },
    ])
    expect(signDrafts([again], context([first, later], { renew: false })).judgements).toEqual([first])
  })

  test('with another reason is renewed', () => {
    const reasoned = { ...again, reason: 'receipt' }
    expect(signDrafts([reasoned], context([first])).judgements).toMatchObject([{ id: first.id, reason: 'receipt' }])
  })

  test('is later than everything decided before, also where a clock went ahead', () => {
    const ahead = merge('zoom', 'box', { at: '2026-03-31T08:00:00.000Z' })
    const draft: Draft = { ...UNSIGNED, decision: 'merge', app: 'zoom', into: 'slack' }
    expect(signDrafts([draft], context([ahead])).judgements).toMatchObject([{ at: '2026-03-31T08:00:00.001Z' }])
  })

  test('several splits build one app', () => {
    const stored = [split(CHARGE, 'app-chat', 'Chat')]
    const more: Draft = {
      ...UNSIGNED,
      decision: 'split',
      identifier: { kind: 'name', value: 'Chat' },
      app: null,
      name: 'Chat',
    }
    expect(signDrafts([more], context(stored)).judgements).toMatchObject([{ app: 'app-chat' }])
  })
})
