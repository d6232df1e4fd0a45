import { TEXT_KINDS } from './labelled-case.ts'
import type { LabelledCase, Predict, Prediction, TextKind } from './labelled-case.ts'
import type { Label } from './label.ts'
import { measure } from './measures.ts'
import type { Measures } from './measures.ts'
import { judge } from './outcome.ts'

/** A match that is wrong: the worst that can happen, so each is listed. */
type WrongMatch = {
  readonly text: string
  readonly kind: TextKind
  readonly category: string
  readonly label: string
  readonly app: string
  readonly confidence: number
}

export type Evaluation = {
  readonly all: Measures
  /** One entry per kind of text that has cases, in the order of `TEXT_KINDS`. */
  readonly kinds: readonly { readonly kind: TextKind; readonly measures: Measures }[]
  /** In the order of the cases. */
  readonly wrongMatches: readonly WrongMatch[]
}

/** Asks for every case and counts the answers, overall and by the kind of text. */
export function evaluate(cases: readonly LabelledCase[], predict: Predict): Evaluation {
  const judged = cases.map((each) => {
    const prediction = predict(each.identity)
    return { each, prediction, outcome: judge(each, prediction) }
  })
  const outcomes = judged.map(({ outcome }) => outcome)
  return {
    all: measure(outcomes),
    kinds: TEXT_KINDS.flatMap((kind) => {
      const own = outcomes.filter((outcome) => outcome.kind === kind)
      return own.length === 0 ? [] : [{ kind, measures: measure(own) }]
    }),
    wrongMatches: judged.flatMap(({ each, prediction, outcome }) =>
      outcome.verdict === 'match' && !outcome.right ? [wrongMatch(each, prediction)] : [],
    ),
  }
}

function wrongMatch({ text, kind, category, label }: LabelledCase, { app, confidence }: Prediction): WrongMatch {
  return { text, kind, category, label: labelText(label), app: app ?? '', confidence }
}

/** A label as a person would write it. */
export function labelText(label: Label): string {
  switch (label.kind) {
    case 'none':
      return 'NONE'
    case 'unresolvable':
      return 'UNRESOLVABLE'
    case 'product':
      return label.ids.join(' or ')
    case 'absent':
      return label.name
    default:
      return label satisfies never
  }
}
