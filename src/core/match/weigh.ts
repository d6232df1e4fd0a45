import { calibrated } from './calibrate.ts'
import type { Features } from './compare.ts'
import type { Rarity } from './key.ts'

// Weights are natural log-odds that the product is meant, added up. They were set from what each observation says and checked on the
// labelled cases of fixtures/matching; how far their sum holds is fitted there (calibrate.ts).

// What the finding itself says, before anything around it is looked at.
const DOMAIN_NAMED = 5.5 // a registered name: only a link in somebody else's text speaks against it
const STEM_BEGINS = 5.2 // the merchant's own way of printing itself
const LONG_NAME = 0.3 // on top, from so many letters on: nobody else coins the same
const LONG_NAME_LETTERS = 8
const REMNANT = 3.3 // what its biller left of it, and a reference
const NAME_EXACT: Readonly<Record<Rarity, number>> = {
  rare: 4.6, // nobody else is called that
  fair: 3.6, // short or made of everyday words, but whole
  common: 3.2, // alone on the line it is just credible, anything unexplained undoes it
}
const VENDOR_NAME = -2 // the vendor may sell what the catalogue does not know: other words must support it
const GLUED: Readonly<Record<Rarity, number>> = { rare: -0.8, fair: -1.5, common: -4 } // the name has no end of its own
const STRANGE_REST = -4.5 // what is glued to it belongs to a longer name
const STRANGE_REST_OF_LONG = -0.7 // unless the name is so long that nothing else begins like it
const LONG_KEY = 9
const SHORT_REST = 5 // more letters are a word of their own: "quickbookstraining"
const CUT_FULL = -0.6 // a cut name, nearly whole
const CUT_PLAIN = -0.7 // a cut name of ordinary words
const CUT_LOST = -4 // for the whole name lost, in proportion
// Glued behind the prefix of who bills: the end of the line says that it is the whole name.
const BILLED: Readonly<Record<'software' | 'other' | 'own', number>> = { software: -0.8, other: -1.6, own: -0.6 }
const TYPING_ERROR = -4.8 // machines print descriptors, and near names are mostly other names
const TYPING_ERROR_OF_SHORT = -6

// What stands around the name and is not explained: each token, by how rare the name is.
const UNEXPLAINED: Readonly<Record<Rarity, number>> = {
  rare: -1.75, // one strange word may be an order number in letters
  fair: -2.6,
  common: -4, // "bear grylls": the word is part of another name
}
const UNEXPLAINED_EVERYDAY: Readonly<Record<Rarity, number>> = { rare: -2.2, fair: -3.2, common: -4.5 }
const UNEXPLAINED_BEFORE = -1.8 // on top: names stand first on a bill
const CODE_BEFORE: Readonly<Record<Rarity, number>> = { rare: -0.3, fair: -1, common: -1.8 } // numbers and filler of banks
const STARRED: Readonly<Record<Rarity, number>> = { rare: -0.5, fair: -1.2, common: -2.5 } // the merchant's own code behind its name
const TRADE_WORD: Readonly<Record<Rarity, number>> = { rare: -5.5, fair: -6, common: -7 } // another trade is named
const FOREIGN_DOMAIN: Readonly<Record<Rarity, number>> = { rare: -1.2, fair: -2.5, common: -3.5 } // somebody else's site: perhaps the customer's
const OTHER_SITE: Readonly<Record<Rarity, number>> = { rare: -1, fair: -2.5, common: -4 } // box.co.uk is not Box
const BESIDE_DOMAIN = 0.35 // share of these penalties that remains where the product's own domain is printed

// What speaks for software, or for this product.
const SOFTWARE_WORD: Readonly<Record<Rarity, number>> = { rare: 0.6, fair: 0.6, common: 0.3 }
const PLAN_WORD: Readonly<Record<Rarity, number>> = { rare: 0.3, fair: 0, common: -0.4 } // "pro", "team": shops are called so as well
const REFERENCE = 0.4 // subscriptions print account ids; shops print branch numbers
const BRANCH: Readonly<Record<Rarity, number>> = { rare: 0.3, fair: 0, common: -2 } // shops number their branches
const LEGAL_FORM: Readonly<Record<Rarity, number>> = { rare: 0.3, fair: 0, common: -0.2 } // somebody's whole name: perhaps another's
const TOWN: Readonly<Record<Rarity, number>> = { rare: 0, fair: 0, common: -0.5 } // shops print their town, software mostly the place it bills from
const OWN_WORD = 1.5 // a second word of the product or its vendor
const SOFTWARE_BILLING: Readonly<Record<Rarity, number>> = { rare: 0.5, fair: 1, common: 1.5 }
const OTHER_BILLING: Readonly<Record<Rarity, number>> = { rare: -0.2, fair: -0.8, common: -1.5 } // wallets bill for anybody
const SOLD_THERE: Readonly<Record<Rarity, number>> = { rare: 0.5, fair: 1, common: 2 } // it is known to sell through who bills
const MCC_SOFTWARE = 0.8
const MCC_DIGITAL = 0.2
const MCC_OTHER_TRADE: Readonly<Record<Rarity, number>> = { rare: -0.7, fair: -1.6, common: -3 }
const COMES_BACK = 0.4

/** The probability, 0..1, that the hit names the product meant, by its features alone. */
export function weigh(features: Features): number {
  return calibrated(logOdds(features))
}

/** The log-odds of that before they are calibrated. */
export function logOdds(features: Features): number {
  return found(features) + around(features) + setting(features)
}

function found(features: Features): number {
  return naming(features) + (features.vendorName ? VENDOR_NAME : 0)
}

function naming({ how, rarity, share, strangeRest, letters, restLetters, billing }: Features): number {
  const strange = letters >= LONG_KEY && restLetters <= SHORT_REST ? STRANGE_REST_OF_LONG : STRANGE_REST
  switch (how) {
    case 'domain':
      return DOMAIN_NAMED
    case 'stem':
      return STEM_BEGINS
    case 'remnant':
      return REMNANT
    case 'exact':
      return NAME_EXACT[rarity] + (rarity === 'rare' && letters >= LONG_NAME_LETTERS ? LONG_NAME : 0)
    case 'billed':
      return NAME_EXACT[rarity] + BILLED[billing ?? 'other']
    case 'glued':
      return NAME_EXACT[rarity] + GLUED[rarity] + (strangeRest ? strange : 0)
    case 'cut':
      return NAME_EXACT[rarity] + CUT_FULL + (rarity === 'rare' ? 0 : CUT_PLAIN) + CUT_LOST * (1 - share)
    case 'typo':
      return NAME_EXACT[rarity] + (letters >= LONG_NAME_LETTERS ? TYPING_ERROR : TYPING_ERROR_OF_SHORT)
    default:
      return how satisfies never
  }
}

function around(features: Features): number {
  const { rarity, other, everyday, trade, before, foreignDomains, how } = features
  const against =
    other * UNEXPLAINED[rarity] +
    everyday * UNEXPLAINED_EVERYDAY[rarity] +
    trade * TRADE_WORD[rarity] +
    before * UNEXPLAINED_BEFORE +
    features.codesBefore * CODE_BEFORE[rarity] +
    features.starred * STARRED[rarity] +
    foreignDomains * FOREIGN_DOMAIN[rarity] +
    (features.otherSite ? OTHER_SITE[rarity] : 0)
  const favour =
    (features.softwareWord ? SOFTWARE_WORD[rarity] : 0) +
    (features.planWord ? PLAN_WORD[rarity] : 0) +
    (features.reference ? REFERENCE : 0) +
    (features.branch ? BRANCH[rarity] : 0) +
    (features.legalForm ? LEGAL_FORM[rarity] : 0) +
    (features.ownWord ? OWN_WORD : 0) +
    (features.town && features.billing !== 'software' ? TOWN[rarity] : 0)
  return against * (how === 'domain' ? BESIDE_DOMAIN : 1) + favour
}

function setting({ rarity, billing, soldThere, mcc, recurring }: Features): number {
  return (
    biller(billing, rarity) +
    (soldThere ? SOLD_THERE[rarity] : 0) +
    leaning(mcc, rarity) +
    (recurring === true ? COMES_BACK : 0)
  )
}

function biller(billing: Features['billing'], rarity: Rarity): number {
  if (billing === 'software') return SOFTWARE_BILLING[rarity]
  return billing === 'other' ? OTHER_BILLING[rarity] : 0
}

function leaning(mcc: Features['mcc'], rarity: Rarity): number {
  switch (mcc) {
    case 'software':
      return MCC_SOFTWARE
    case 'digital':
      return MCC_DIGITAL
    case 'other-trade':
      return MCC_OTHER_TRADE[rarity]
    case 'neutral':
      return 0
    default:
      return mcc satisfies never
  }
}
