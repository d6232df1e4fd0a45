import type { Rarity } from '#core/match/key.ts'
import type { Features } from '#core/match/features.ts'
import { logOdds } from '#core/match/weigh.ts'
import { WEIGHT_NAMES } from '#core/match/weights.ts'
import type { WeightName, Weights } from '#core/match/weights.ts'

const RARITIES = ['rare', 'fair', 'common'] as const

export type Parameter = { readonly name: WeightName; readonly rarity: Rarity }

/** Every single weight, in the order in which vectors hold them. */
export const PARAMETERS: readonly Parameter[] = WEIGHT_NAMES.flatMap((name) =>
  RARITIES.map((rarity) => ({ name, rarity })),
)

/** Weights as a vector. */
export function vectorOf(weights: Weights): readonly number[] {
  return PARAMETERS.map(({ name, rarity }) => weights[name][rarity])
}

/** A vector as weights. */
export function weightsOf(vector: readonly number[]): Weights {
  const triple = (at: number): Weights[WeightName] => ({
    rare: vector[at] ?? 0,
    fair: vector[at + 1] ?? 0,
    common: vector[at + 2] ?? 0,
  })
  const at = (name: WeightName): Weights[WeightName] => triple(WEIGHT_NAMES.indexOf(name) * RARITIES.length)
  return {
    domain: at('domain'),
    stem: at('stem'),
    remnant: at('remnant'),
    exact: at('exact'),
    longName: at('longName'),
    vendorName: at('vendorName'),
    familiar: at('familiar'),
    glued: at('glued'),
    strangeRest: at('strangeRest'),
    strangeRestOfLong: at('strangeRestOfLong'),
    cut: at('cut'),
    cutLost: at('cutLost'),
    billedBySoftware: at('billedBySoftware'),
    billedByOther: at('billedByOther'),
    billedByOwn: at('billedByOwn'),
    typo: at('typo'),
    typoOfShort: at('typoOfShort'),
    other: at('other'),
    everyday: at('everyday'),
    before: at('before'),
    besideLoose: at('besideLoose'),
    codeBefore: at('codeBefore'),
    starred: at('starred'),
    trade: at('trade'),
    foreignDomain: at('foreignDomain'),
    otherSite: at('otherSite'),
    softwareWord: at('softwareWord'),
    planWord: at('planWord'),
    reference: at('reference'),
    branch: at('branch'),
    legalForm: at('legalForm'),
    town: at('town'),
    ownWord: at('ownWord'),
    softwareBilling: at('softwareBilling'),
    otherBilling: at('otherBilling'),
    soldThere: at('soldThere'),
    mccSoftware: at('mccSoftware'),
    mccDigital: at('mccDigital'),
    mccOtherTrade: at('mccOtherTrade'),
    comesBack: at('comesBack'),
  }
}

const UNITS = PARAMETERS.map((_, unit) => weightsOf(PARAMETERS.map((__, at) => (at === unit ? 1 : 0))))

/** How often each weight counts in the log-odds of these features: the sum is linear, so that one weight alone tells. */
export function countsOf(features: Features): readonly number[] {
  return UNITS.map((unit) => logOdds(features, unit))
}
