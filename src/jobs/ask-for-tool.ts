import type { Matcher } from '#core/match/match.ts'
import type { ToolRequest } from '#core/request.ts'
import { StoreError } from '#core/store.ts'
import type { Store, Stored } from '#core/store.ts'

export type Ask = Pick<ToolRequest, 'tool' | 'purpose' | 'seats' | 'neededBy' | 'dataType' | 'askedBy'>

export type AskContext = {
  readonly store: Store
  readonly matcher: Matcher
  readonly clock: () => Date
  readonly createId: () => string
}

const ATTEMPTS = 3

/**
 * Files a request for a tool, or joins the open one for the same tool, so that IT answers once. Two who ask at the same
 * moment come one after the other; where IT answers at that moment, it is asked anew.
 */
export async function askForTool(ask: Ask, context: AskContext): Promise<Stored<ToolRequest>> {
  return context.store.exclusively('request', async () => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await askOnce(ask, context)
      } catch (error) {
        if (!(error instanceof StoreError && error.code === 'conflict') || attempt === ATTEMPTS) throw error
      }
    }
  })
}

async function askOnce(ask: Ask, context: AskContext): Promise<Stored<ToolRequest>> {
  const { store, matcher, clock, createId } = context
  const match = matcher.match({ kind: 'any', text: ask.tool })
  const app = match.verdict === 'match' ? match.app : null
  const open = (await store.list('requests')).find(
    ({ value }) => value.state === 'asked' && sameTool(value, ask.tool, app),
  )
  const asker = ask.askedBy.trim()
  if (open !== undefined) {
    const { value, version } = open
    const known = [value.askedBy, ...value.joinedBy].some((person) => person.toLowerCase() === asker.toLowerCase())
    if (known) return open
    await store.commit([
      { put: 'requests', id: open.id, value: { ...value, joinedBy: [...value.joinedBy, asker] }, ifVersion: version },
    ])
    return kept(store, open.id)
  }
  const id = createId()
  const request: ToolRequest = {
    ...ask,
    id,
    app,
    askedBy: asker,
    askedAt: clock().toISOString(),
    state: 'asked',
    joinedBy: [],
    answer: null,
  }
  await store.commit([{ put: 'requests', id, value: request, ifVersion: 0 }])
  return kept(store, id)
}

function sameTool(request: ToolRequest, tool: string, app: string | null): boolean {
  if (app !== null && request.app !== null) return app === request.app
  return request.tool.trim().toLowerCase() === tool.trim().toLowerCase()
}

async function kept(store: Store, id: string): Promise<Stored<ToolRequest>> {
  const stored = await store.get('requests', id)
  if (stored === null) throw new Error(`the request ${id} was committed and is not there`)
  return stored
}
