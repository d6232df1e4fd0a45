import type { Identity, Match } from './match.ts'

// Distinct identities remembered; a company has a few thousand, and a scan of strangers must not fill the memory.
const REMEMBERED = 100_000

/** Resolves each distinct identity once. `resolve` must give the same match for the same identity. */
export function remembered(resolve: (identity: Identity) => Match): (identity: Identity) => Match {
  const matches = new Map<string, Map<string, Match>>()
  let count = 0
  return (identity) => {
    const setting = settingOf(identity)
    const texts = textsOf(matches, setting)
    const text = identity.kind === 'app' ? JSON.stringify(identity.clue) : identity.text
    const known = texts.get(text)
    if (known !== undefined) return known
    const found = resolve(identity)
    if (count >= REMEMBERED) {
      for (const each of matches.values()) each.clear()
      count = 0
    }
    texts.set(text, found)
    count += 1
    return found
  }
}

function textsOf(matches: Map<string, Map<string, Match>>, setting: string): Map<string, Match> {
  const known = matches.get(setting)
  if (known !== undefined) return known
  const texts = new Map<string, Match>()
  matches.set(setting, texts)
  return texts
}

// Texts are remembered apart by what else was known: joining it to the text would cost more than the look-up.
function settingOf(identity: Identity): string {
  switch (identity.kind) {
    case 'descriptor': {
      const { mcc, recurring, amountMinor } = identity
      if (mcc === null && recurring === null && amountMinor === null) return 'descriptor'
      // Of the amount, only whether it looks like the price of a plan is read.
      const cents = amountMinor === null ? '' : Math.abs(amountMinor) % 100
      return `descriptor/${mcc ?? ''}/${recurring ?? ''}/${cents}`
    }
    case 'any':
      return 'any'
    case 'app':
      return identity.via
    default:
      return identity satisfies never
  }
}
