import { expect, test } from 'vitest'
import type { Judgement } from '#core/judgement.ts'
import { createMatcher } from '#core/match/matcher.ts'
import type { AppClue, Observation } from '#core/observation.ts'
import { reconcile } from '#core/reconcile/reconcile.ts'
import { loadCatalogue } from '#rules/catalogue/index.ts'
import { confirm, reject } from '#test/support/judgements.ts'
import { clue, grant } from '#test/support/observations.ts'

const catalogue = loadCatalogue()

function client(project: string, hash: string, name: string | null, over: Partial<AppClue> = {}): AppClue {
  const value = `${project}-${hash}.apps.googleusercontent.com`
  const identifiers = [
    { kind: 'google-client', value },
    { kind: 'google-project', value: project },
  ] as const
  return clue({ identifiers, name, ...over })
}

/** App id and attribution of each client, by its hash. */
async function appsOf(
  clients: readonly AppClue[],
  judgements: readonly Judgement[],
): Promise<Readonly<Record<string, string>>> {
  const observations = clients.map((app) => grant(app, 'ana@acme.example'))
  const run = async (rows: readonly Observation[], decided: readonly Judgement[]): Promise<readonly string[][]> => {
    const matcher = createMatcher(catalogue, { judgements: decided })
    const given = { inventory: [], catalogue, matcher, previous: new Map(), readAt: () => '2026-03-31T02:00:00.000Z' }
    const { apps } = await reconcile({ observations: rows, ...given })
    return apps.flatMap(({ app, evidence }) =>
      evidence.identities.map(({ identifiers, attribution }) => {
        const hash = /-(\w+)\./.exec(identifiers[0]?.value ?? '')?.[1] ?? ''
        return [hash, `${app.inCatalogue ? app.id : 'unknown'} by ${attribution ?? 'nothing'}`]
      }),
    )
  }
  const forward = Object.fromEntries(await run(observations, judgements))
  const backward = Object.fromEntries(await run(observations.toReversed(), judgements.toReversed()))
  expect(backward).toEqual(forward)
  return forward
}

const JUDGED = { kind: 'google-client', value: '700100200300-web.apps.googleusercontent.com' } as const

test('a client that a person judged speaks for its siblings of the same name', async () => {
  const clients = [
    client('700100200300', 'web', 'Sunny Chat Gateway'),
    client('700100200300', 'phone', 'Slack for Android'),
    client('700100200300', 'board', 'Slack Dashboard'),
    client('800100200300', 'other', 'Slack Dashboard'),
  ]
  expect(await appsOf(clients, [])).toMatchObject({ phone: 'slack by name-only', board: 'unknown by nothing' })
  expect(await appsOf(clients, [confirm(JUDGED, 'slack')])).toEqual({
    web: 'slack by judgement',
    phone: 'slack by identifier',
    board: 'slack by identifier',
    other: 'unknown by nothing',
  })
})

test('it does not speak for siblings of another name, nor for scripts of the same project', async () => {
  const clients = [
    client('700100200300', 'web', 'Slack'),
    client('700100200300', 'zoom', 'Zoom'),
    client('700100200300', 'hr', 'Acme HR Portal'),
    client('700100200300', 'none', null),
    client('700100200300', 'script', 'Slack Dashboard', { owner: 'script' }),
  ]
  expect(await appsOf(clients, [confirm(JUDGED, 'slack')])).toEqual({
    web: 'slack by judgement',
    zoom: 'zoom by name-only',
    hr: 'unknown by nothing',
    none: 'unknown by nothing',
    script: 'unknown by nothing',
  })
})

test('a name alone, a project of several products and a rejected sibling spread nothing', async () => {
  const board = client('700100200300', 'board', 'Slack Dashboard')
  const clients = [client('700100200300', 'web', 'Slack'), board]
  expect(await appsOf(clients, [])).toEqual({ web: 'slack by name-only', board: 'unknown by nothing' })
  const desk = { kind: 'google-client', value: '700100200300-desk.apps.googleusercontent.com' } as const
  const two = [...clients, client('700100200300', 'desk', 'Zoom')]
  expect(await appsOf(two, [confirm(JUDGED, 'slack'), confirm(desk, 'zoom')])).toMatchObject({
    board: 'unknown by nothing',
  })
  const refused = { kind: 'google-client', value: '700100200300-board.apps.googleusercontent.com' } as const
  expect(await appsOf(clients, [confirm(JUDGED, 'slack'), reject(refused, 'slack')])).toEqual({
    web: 'slack by judgement',
    board: 'unknown by nothing',
  })
})

test('a sibling in disguise stays apart', async () => {
  const clients = [client('700100200300', 'web', 'Slack'), client('700100200300', 'false', 'Slасk')]
  expect(await appsOf(clients, [confirm(JUDGED, 'slack')])).toMatchObject({ false: 'unknown by nothing' })
})
