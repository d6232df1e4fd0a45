import { probability } from './probability.ts'
import type { Features } from './features.ts'
import type { Weights } from './weights.ts'
import { WEIGHTS } from './weights.ts'

const LONG_NAME_LETTERS = 8
const LONG_KEY = 9
const SHORT_REST = 5 // more letters are a word of their own: "quickbookstraining"
// Share of what speaks against a name that remains where the product's own domain is printed.
const BESIDE_DOMAIN = 0.35

/** The probability, 0..1, that the hit names the product meant, by its features alone. */
export function weigh(features: Features): number {
  return probability(logOdds(features, WEIGHTS))
}

/** The log-odds of that: linear in the weights, so that they can be fitted. */
export function logOdds(features: Features, weights: Weights): number {
  return naming(features, weights) + around(features, weights) + setting(features, weights)
}

function naming(
  { how, rarity, share, strangeRest, letters, restLetters, billing, vendorName, familiar }: Features,
  w: Weights,
): number {
  const exact = w.exact[rarity] + (vendorName ? w.vendorName[rarity] : 0) + (familiar ? w.familiar[rarity] : 0)
  const isLong = letters >= LONG_NAME_LETTERS
  switch (how) {
    case 'domain':
      return w.domain[rarity]
    case 'stem':
      return w.stem[rarity]
    case 'remnant':
      return w.remnant[rarity]
    case 'exact':
      return exact + (isLong ? w.longName[rarity] : 0)
    case 'billed':
      return exact + billedBy(billing, w)[rarity]
    case 'glued': {
      const strange = letters >= LONG_KEY && restLetters <= SHORT_REST ? w.strangeRestOfLong : w.strangeRest
      return exact + w.glued[rarity] + (strangeRest ? strange[rarity] : 0)
    }
    case 'cut':
      return exact + w.cut[rarity] + w.cutLost[rarity] * (1 - share)
    case 'typo':
      return exact + (isLong ? w.typo : w.typoOfShort)[rarity]
    default:
      return how satisfies never
  }
}

function billedBy(billing: Features['billing'], w: Weights): Weights['billedByOther'] {
  if (billing === 'software') return w.billedBySoftware
  return billing === 'own' ? w.billedByOwn : w.billedByOther
}

function around(features: Features, w: Weights): number {
  const { rarity, how } = features
  const against =
    features.other * w.other[rarity] +
    features.everyday * w.everyday[rarity] +
    features.trade * w.trade[rarity] +
    features.before * w.before[rarity] +
    (isLoose(features) ? (features.other + features.everyday + features.before) * w.besideLoose[rarity] : 0) +
    features.codesBefore * w.codeBefore[rarity] +
    features.starred * w.starred[rarity] +
    features.foreignDomains * w.foreignDomain[rarity] +
    (features.otherSite ? w.otherSite[rarity] : 0)
  const favour =
    (features.softwareWord ? w.softwareWord[rarity] : 0) +
    (features.planWord ? w.planWord[rarity] : 0) +
    (features.reference ? w.reference[rarity] : 0) +
    (features.branch ? w.branch[rarity] : 0) +
    (features.legalForm ? w.legalForm[rarity] : 0) +
    (features.ownWord ? w.ownWord[rarity] : 0) +
    (features.town && features.billing !== 'software' ? w.town[rarity] : 0)
  return against * (how === 'domain' ? BESIDE_DOMAIN : 1) + favour
}

// What is only nearly the name is another's where other words remain.
function isLoose({ how, vendorName }: Features): boolean {
  return vendorName || how === 'cut' || how === 'glued' || how === 'typo'
}

function setting({ rarity, billing, soldThere, mcc, recurring }: Features, w: Weights): number {
  return (
    (billing === 'software' ? w.softwareBilling[rarity] : 0) +
    (billing === 'other' ? w.otherBilling[rarity] : 0) +
    (soldThere ? w.soldThere[rarity] : 0) +
    leaning(mcc, w)[rarity] +
    (recurring === true ? w.comesBack[rarity] : 0)
  )
}

const NEUTRAL = { rare: 0, fair: 0, common: 0 } as const

function leaning(mcc: Features['mcc'], w: Weights): Weights['mccSoftware'] {
  switch (mcc) {
    case 'software':
      return w.mccSoftware
    case 'digital':
      return w.mccDigital
    case 'other-trade':
      return w.mccOtherTrade
    case 'neutral':
      return NEUTRAL
    default:
      return mcc satisfies never
  }
}
