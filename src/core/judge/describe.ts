import type { Judgement } from '../judgement.ts'

/** What a judgement says, as a clause: `descriptor "ACME*SKETCH" is not Sketch`. */
export function describe(judgement: Judgement, nameOf: (app: string) => string): string {
  switch (judgement.decision) {
    case 'confirm':
      return `${subject(judgement)} is ${judgement.app === null ? 'no software' : nameOf(judgement.app)}`
    case 'reject':
      return `${subject(judgement)} is not ${nameOf(judgement.app)}`
    case 'merge':
      return `${nameOf(judgement.app)} counts as ${nameOf(judgement.into)}`
    case 'split':
      return `${subject(judgement)} is an app of its own, ${judgement.name}`
    default:
      return judgement satisfies never
  }
}

function subject({ identifier: { kind, value } }: Exclude<Judgement, { decision: 'merge' }>): string {
  return `${kind} "${value}"`
}
