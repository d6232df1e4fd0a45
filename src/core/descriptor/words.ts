import { MERCHANT_WORDS } from './merchant-words.ts'
import { PLACES } from './places.ts'

/**
 * What a word of a descriptor is good for. `legal`: form or filler of any company; `software`: what follows a product's
 * name on a software bill; `merchant`: says that something else is sold; `noise`: says nothing; `place`.
 */
export type WordClass = 'legal' | 'software' | 'merchant' | 'place' | 'noise'

const LEGAL = `inc incorporated llc ltd limited gmbh ag bv nv sa sas sarl srl pty plc co corp corporation company oy ab as aps
  kg ug se pte lp llp sl slu kk ltda lda doo sro pvt private technologies technology tech labs lab holdings holding group
  international intl sales global worldwide europe emea americas usa eu systems system solutions networks network communications ventures
  interactive publishing sdn bhd oyj asa ulc sapi cv eirl ou ooo uab kft ireland opco`

const SOFTWARE = `software softwares saas subscription subscriptions subscr subscrip subs sub monthly month mth mo annual annually
  yearly year yr quarterly plan plans pro premium plus basic business team teams enterprise starter standard advanced licence
  licences license licenses licensing seat seats user users cloud online app apps web website hosting domain domains server
  servers api platform digital internet host renewal renew invoice inv billing bill bills charge charges payment payments
  pay service services storage download downloads upgrade membership usage credits credit trial account mobile desktop suite
  products product personal unlimited individual professional prof edu education workspace purchase paid fee fees helppay
  ai gpt saver deluxe essentials growth ultimate portal sw sys subscribe recurring`

const NOISE = `the and of for by to from at in on de la le les el das der die und et y a an no www http https com net org
  ref trx txn tx id nr num number pos ecom ecommerce intl tel ph phone via visa mastercard debit card jan feb mar apr may jun jul aug sep sept oct nov dec`

const CLASSES: ReadonlyMap<string, WordClass> = new Map([
  ...words(PLACES, 'place'),
  ...words(MERCHANT_WORDS, 'merchant'),
  ...words(SOFTWARE, 'software'),
  ...words(LEGAL, 'legal'),
  ...words(NOISE, 'noise'),
])

function words(list: string, kind: WordClass): (readonly [string, WordClass])[] {
  return list.split(/\s+/).map((word) => [word, kind] as const)
}

/** The class of a folded word, null for a word of which nothing is known. */
export function wordClass(word: string): WordClass | null {
  return CLASSES.get(word) ?? null
}

// Beginnings of at least three letters of the words that may follow a product's name: descriptors are cut anywhere.
const CUT: ReadonlySet<string> = new Set(
  [...CLASSES]
    .filter(([word, kind]) => kind !== 'merchant' && kind !== 'noise' && word.length > 3)
    .flatMap(([word]) => Array.from({ length: word.length - 3 }, (_, i) => word.slice(0, i + 3))),
)

/** True for the beginning (three letters or more) of a legal, software or place word: `subscr`, `limi`. */
export function isCutWord(text: string): boolean {
  return CUT.has(text)
}

// Words that make software likely by themselves, and words that only help. Weak ones are on bills of many trades.
const STRONG = new Set('software softwares saas hosting webhosting antivirus vpn plugin plugins crm'.split(' '))
const WEAK = new Set(
  'subscription subscriptions subscr subscrip licence license licensing cloud app apps domain domains server servers api platform ai gpt digital internet web online labs technologies tech download downloads workspace storage'.split(
    ' ',
  ),
)

/** How much a folded word speaks for software: 2 strongly, 1 a little, 0 not. */
export function softwareWeight(word: string): 0 | 1 | 2 {
  if (STRONG.has(word)) return 2
  return WEAK.has(word) ? 1 : 0
}
