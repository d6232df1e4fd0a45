import { z } from 'zod'
import type { Identifier } from '#core/identifier.ts'
import type { Draft } from '#core/judge/draft.ts'
import { needed, optional, seenVersion } from '../form.ts'
import type { Subject } from './subjects.ts'

/** What a form may say that something is. */
const ANSWERS = ['not', 'other', 'own', 'none'] as const

const signed = {
  version: seenVersion,
  reason: optional,
  by: needed('who decided', 200),
}

export const answerFields = z.looseObject({
  ...signed,
  /** One of `ANSWERS`, or `app:` and the id of a proposed product. */
  answer: z.string('say what it is'),
  named: optional,
})
export type Answer = z.infer<typeof answerFields>

export const mergeFields = z.object({ ...signed, into: needed('which app it is the same as', 200) })

export const undoFields = z.object({ version: seenVersion, app: optional })

/** The subjects whose boxes were ticked: each is a field of its own, `subject-` and its key. */
export function ticked(fields: Readonly<Record<string, unknown>>, subjects: readonly Subject[]): readonly Identifier[] {
  return subjects.filter(({ key }) => `subject-${key}` in fields).map(({ identifier }) => identifier)
}

/** The decisions that an answer makes of identifiers, or what it lacks, in a clause. `app` is where they are now. */
export function draftsOf(
  answer: Answer,
  identifiers: readonly Identifier[],
  app: string | null,
): readonly Draft[] | string {
  const { named, by } = answer
  const signing = { id: null, by, at: null, reason: answer.reason ?? '' }
  const proposed = answer.answer.startsWith('app:') ? answer.answer.slice('app:'.length) : null
  const kind = ANSWERS.find((known) => known === answer.answer)
  if (identifiers.length === 0) return 'tick what you decide on'
  if (proposed !== null) {
    return identifiers.map((identifier) => ({ decision: 'confirm', identifier, app: proposed, ...signing }))
  }
  switch (kind) {
    case 'not':
      if (app === null) return 'say what it is'
      return identifiers.map((identifier) => ({ decision: 'reject', identifier, app, ...signing }))
    case 'none':
      return identifiers.map((identifier) => ({ decision: 'confirm', identifier, app: null, ...signing }))
    case 'other':
      if (named === null) return 'say which product it is'
      return identifiers.map((identifier) => ({ decision: 'confirm', identifier, app: named, ...signing }))
    case 'own':
      if (named === null) return 'give the new app a name'
      return identifiers.map((identifier) => ({ decision: 'split', identifier, app: null, name: named, ...signing }))
    case undefined:
      return 'say what it is'
    default:
      return kind satisfies never
  }
}
