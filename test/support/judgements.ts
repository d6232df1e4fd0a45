import type { Identifier } from '#core/identifier.ts'
import { judgementId } from '#core/judge/judgement-id.ts'
import type { Confirmation, Merge, Rejection, Split } from '#core/judgement.ts'

type Over = { readonly id?: string; readonly by?: string; readonly at?: string; readonly reason?: string }

const SIGNED = { by: 'ana@acme.example', at: '2026-03-04T00:00:00.000Z', reason: '' } as const

export function confirm(
  identifier: Identifier,
  app: string | null,
  over: Over & Partial<Pick<Confirmation, 'identifier' | 'app'>> = {},
): Confirmation {
  const what = { decision: 'confirm', identifier, app } as const
  return { ...SIGNED, id: judgementId(what), ...what, ...over }
}

export function reject(identifier: Identifier, app: string, over: Over = {}): Rejection {
  const what = { decision: 'reject', identifier, app } as const
  return { ...SIGNED, id: judgementId(what), ...what, ...over }
}

export function merge(app: string, into: string, over: Over = {}): Merge {
  const what = { decision: 'merge', app, into } as const
  return { ...SIGNED, id: judgementId(what), ...what, ...over }
}

export function split(identifier: Identifier, app: string, name: string, over: Over = {}): Split {
  const what = { decision: 'split', identifier, app, name } as const
  return { ...SIGNED, id: judgementId(what), ...what, ...over }
}
