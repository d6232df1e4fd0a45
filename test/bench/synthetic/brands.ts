import type { Random } from './random.ts'

// Invented syllables and words: brands made of them are nobody's.
const HEADS =
  'bri cal dro fen gla har jun kel lum mar nor oph pra quin rov sel tav ulm ver wex yol zan bla cre dri flo gri hex ivo jar kin lor mis nav ori pel rus sta tri ulo vax'.split(
    ' ',
  )
const MIDDLES = 'ba ce di fo gu la me ni po ru sa te vi wo xa ly mo ne pi ra'.split(' ')
const TAILS = 'x io ly fy ra no lo nt ck sh gen tik mar vio den lux bit dex nix pad zen rel dor kit'.split(' ')
const WORDS =
  'cloud data work task mail flow form sign team desk note plan track spark pulse stack path link chart board metric ledger signal vault shift bridge anchor summit harbor lantern orbit meadow copper willow falcon'.split(
    ' ',
  )
const CONSONANTS = 'bcdfghjklmnpqrstvwxz'

/** A brand as marketing writes it: coined, a compound, two words, or a few consonants. */
export function brandName(random: Random): string {
  const kind = random.next()
  if (kind < 0.45) return capital(coined(random))
  if (kind < 0.65) return capital(coined(random)) + capital(random.pick(WORDS))
  if (kind < 0.88) return `${capital(coined(random))} ${capital(random.pick(WORDS))}`
  return Array.from({ length: 4 + random.below(2) }, () => CONSONANTS[random.below(CONSONANTS.length)])
    .join('')
    .toUpperCase()
}

/** A single invented word of two to four syllables. */
export function coined(random: Random): string {
  const middles = Array.from({ length: random.below(3) }, () => random.pick(MIDDLES)).join('')
  return random.pick(HEADS) + middles + random.pick(TAILS)
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
