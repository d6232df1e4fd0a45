import type { Catalogue } from '#core/catalogue.ts'
import type { Identity, Match } from '#core/match/match.ts'
import { createMatcher } from '#core/match/matcher.ts'
import type { Engine, Found } from './engine.ts'

// Nothing begins like it or is spelt nearly so: all that is laid out on demand is laid out for it.
const NOBODY = 'QJXQZ VXQJZK'

/** The matcher as one of the engines. It gets texts as printed: its time includes cleaning. */
export function daylight(catalogue: Catalogue): Engine {
  return {
    name: 'daylight',
    reads: 'raw',
    build: () => {
      const matcher = createMatcher(catalogue)
      matcher.match(charge(NOBODY))
      return (text) => best(matcher.match(charge(text)))
    },
  }
}

/** A charge of which nothing but its text is known. */
export function charge(text: string): Identity {
  return { kind: 'descriptor', text, mcc: null, amountMinor: null, currency: null, recurring: null }
}

// The product proposed, accepted or not: the threshold is chosen for every engine alike.
function best({ app, confidence, candidates, runnerUp }: Match): Found {
  if (app !== null) return { app, score: confidence }
  const [first = runnerUp] = candidates
  return first === null ? null : { app: first.app, score: first.confidence }
}
