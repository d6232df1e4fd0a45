import type { Rarity } from './key.ts'

/** What is weighed: how a product was found in a text, what stands around it, and where the text comes from. */
export const WEIGHT_NAMES = [
  'domain',
  'stem',
  'remnant',
  'exact',
  'longName',
  'vendorName',
  'familiar',
  'glued',
  'strangeRest',
  'strangeRestOfLong',
  'cut',
  'cutLost',
  'billedBySoftware',
  'billedByOther',
  'billedByOwn',
  'typo',
  'typoOfShort',
  'other',
  'everyday',
  'before',
  'besideLoose',
  'codeBefore',
  'starred',
  'trade',
  'foreignDomain',
  'otherSite',
  'softwareWord',
  'planWord',
  'reference',
  'branch',
  'legalForm',
  'town',
  'ownWord',
  'softwareBilling',
  'otherBilling',
  'soldThere',
  'mccSoftware',
  'mccDigital',
  'mccOtherTrade',
  'comesBack',
] as const
export type WeightName = (typeof WEIGHT_NAMES)[number]

/** Natural log-odds that the product is meant, added up, by how rare its name is. */
export type Weights = Readonly<Record<WeightName, Readonly<Record<Rarity, number>>>>

/**
 * Fitted by `npm run fit` on the labelled descriptors of `fixtures/matching` that are not held out, which prints each with its
 * cases and its error. Where no case speaks, a weight stays as it was judged beforehand (test/bench/fit/prior.ts).
 */
export const WEIGHTS: Weights = {
  domain: { rare: 5.51, fair: 5.5, common: 5.5 }, // a registered name: only a link in somebody else's text speaks against it
  stem: { rare: 5.21, fair: 5.2, common: 5.2 }, // the merchant's own way of printing itself
  remnant: { rare: 3.3, fair: 3.3, common: 3.3 }, // what its biller left of a stem, and a reference
  exact: { rare: 4.53, fair: 3.57, common: 2.12 }, // the whole name, which nobody else has, or others may have, or many have
  longName: { rare: 0.31, fair: 0.01, common: -0.01 }, // on top, from eight letters on: nobody else coins the same
  vendorName: { rare: -2.82, fair: -2.4, common: -2.4 }, // the vendor may sell what the catalogue does not know
  familiar: { rare: -0.02, fair: 0.3, common: 0.91 }, // the catalogue knows how its charges are printed: it is met on cards
  glued: { rare: -0.98, fair: -2.23, common: -3.73 }, // the name has no end of its own
  strangeRest: { rare: -4.82, fair: -4.51, common: -4.26 }, // what is glued to it belongs to a longer name
  strangeRestOfLong: { rare: -0.69, fair: -0.89, common: -0.7 }, // unless the name is so long that nothing else begins like it
  cut: { rare: -1.25, fair: -1.49, common: -1.3 }, // the name is cut, nearly whole
  cutLost: { rare: -4.39, fair: -4.08, common: -4 }, // for the whole of a cut name lost, in proportion
  billedBySoftware: { rare: -0.79, fair: -0.8, common: -0.8 }, // glued behind who bills: the end of the line says that it is the whole name
  billedByOther: { rare: -1.6, fair: -1.6, common: -1.6 }, // the same, behind who bills for anybody
  billedByOwn: { rare: -0.6, fair: -0.6, common: -0.6 }, // the same, behind the merchant's own code
  typo: { rare: -4.96, fair: -4.8, common: -4.8 }, // machines print descriptors, and near names are mostly other names
  typoOfShort: { rare: -6.6, fair: -6.03, common: -6.04 }, // short names have many neighbours
  other: { rare: -2.15, fair: -2.6, common: -4.5 }, // each word that nothing explains: part of another name, or an order number in letters
  everyday: { rare: -2.68, fair: -2.8, common: -4.4 }, // each everyday word: names of shops are made of them
  before: { rare: -1.85, fair: -1.8, common: -2.1 }, // on top, where it stands before: names stand first on a bill
  besideLoose: { rare: -1.5, fair: -1.03, common: -1 }, // on top, beside a name that is cut, glued, misspelt or the vendor's
  codeBefore: { rare: -0.33, fair: -1, common: -1.83 }, // banks put numbers and filler anywhere
  starred: { rare: -0.49, fair: -1.2, common: -2.5 }, // the merchant's own code behind its name and an asterisk
  trade: { rare: -6.17, fair: -6.18, common: -7.31 }, // another trade is named
  foreignDomain: { rare: -1.17, fair: -2.5, common: -3.37 }, // somebody else's site, perhaps the customer's
  otherSite: { rare: -1.3, fair: -2.5, common: -3.86 }, // box.co.uk is not Box
  softwareWord: { rare: 0.12, fair: 0.6, common: 0.54 }, // words of software bills
  planWord: { rare: 0.26, fair: 0.06, common: -0.57 }, // "pro", "team": shops are called so as well
  reference: { rare: 0.44, fair: 0.41, common: 0.33 }, // subscriptions print account ids
  branch: { rare: 0.18, fair: 0.01, common: -2.75 }, // shops number their branches
  legalForm: { rare: -0.11, fair: 0.01, common: -0.6 }, // with a common word, somebody's whole name
  town: { rare: 0.09, fair: -0.5, common: -1.03 }, // shops print their town, software mostly the place it bills from
  ownWord: { rare: 1.71, fair: 1.57, common: 1.66 }, // a second word of the product or its vendor
  softwareBilling: { rare: 0.23, fair: 0.82, common: 0.64 }, // who bills sells software
  otherBilling: { rare: -0.6, fair: -0.78, common: -1.78 }, // wallets bill for anybody
  soldThere: { rare: 0.58, fair: 1, common: 2 }, // it is known to be sold through who bills
  mccSoftware: { rare: 0.94, fair: 0.81, common: 0.78 }, // the merchant category is a software one
  mccDigital: { rare: 0.4, fair: 0.21, common: 0.11 }, // or one that software often hides under
  mccOtherTrade: { rare: -1.18, fair: -1.71, common: -3.11 }, // or another trade; categories are often wrong
  comesBack: { rare: 0.4, fair: 0.4, common: 0.4 }, // a plan is paid again and again
}
