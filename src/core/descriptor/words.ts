import { EVERYDAY_WORDS, isEveryday } from './everyday-words.ts'
import { MERCHANT_WORDS } from './merchant-words.ts'
import { PLACES } from './places.ts'
import { hashOf, TextTable } from './text-table.ts'

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
  rechnung rechnungen abo abonnement abonnements factuur facture factura fattura faktura suscripcion assinatura lizenz lizenzen licenza licencia
  regnskab buchhaltung fakturierung lohn webhotel paid features svcs serv sub
  ai gpt saver deluxe essentials growth ultimate portal sw sys subscribe recurring corporate gold silver bronze platinum serverless hq helpdesk
  logiciel logiciels programa programvara programvare ohjelmisto oprogramowanie szoftver yazilim antivirus vpn plugin plugins crm saas analytics webinar webinars`

const NOISE = `the and of for by to from at in on de la le les el das der die und et y a an no www http https com net org
  ref trx txn tx id nr num number pos ecom ecommerce intl tel ph phone via visa mastercard debit card jan feb mar apr may jun jul aug sep sept oct nov dec mid temp temporary hold auth memo inkl incl info
  lastschrift rnr kdnr rgnr`

// How much words speak for software, whoever prints them. Few other trades print the first; the second are mostly of software
// vendors, but of laboratories and carriers too; the third only help.
const SOLE = `software softwares saas hosting webhosting antivirus vpn plugin plugins crm cloud gpt ai api helpdesk
  logiciel logiciels programvara programvare ohjelmisto oprogramowanie szoftver yazilim`
const MOSTLY = 'labs technologies app apps internet domain domains workspace webinar webinars analytics'
const HELPS = `subscription subscriptions subscr subscrip license licenses licensing licence licences server servers platform digital web online
  tech technology systems solutions download downloads storage data interactive`

/** What is known of a folded word. */
export type Word = {
  readonly kind: WordClass | null
  /** An everyday word, a given name or a place. */
  readonly everyday: boolean
  /** How much it speaks for software: 3 by itself, 2 mostly, 1 a little, 0 not. */
  readonly software: 0 | 1 | 2 | 3
  /** The beginning (three letters or more) of a legal, software or place word: `subscr`, `limi`. */
  readonly cut: boolean
}

const SHORTEST_CUT = 3
const STRANGE: Word = { kind: null, everyday: false, software: 0, cut: false }

const LEXICON = lexicon()
const TABLE = new TextTable([...LEXICON.keys()])
const MEANINGS = [...LEXICON.values()]

function lexicon(): ReadonlyMap<string, Word> {
  const kinds = new Map<string, WordClass>()
  for (const [list, kind] of [
    [PLACES, 'place'],
    [MERCHANT_WORDS, 'merchant'],
    [SOFTWARE, 'software'],
    [LEGAL, 'legal'],
    [NOISE, 'noise'],
  ] as const) {
    for (const word of list.split(/\s+/)) kinds.set(word, kind)
  }
  const weights = new Map<string, 1 | 2 | 3>()
  for (const word of HELPS.split(/\s+/)) weights.set(word, 1)
  for (const word of MOSTLY.split(' ')) weights.set(word, 2)
  for (const word of SOLE.split(/\s+/)) weights.set(word, 3)
  // Descriptors are cut anywhere; trades are never read into a beginning.
  const cuts = new Set(
    [...kinds]
      .filter(([word, kind]) => kind !== 'merchant' && kind !== 'noise' && word.length > SHORTEST_CUT)
      .flatMap(([word]) =>
        Array.from({ length: word.length - SHORTEST_CUT }, (_, i) => word.slice(0, i + SHORTEST_CUT)),
      ),
  )
  const plurals = [...EVERYDAY_WORDS].filter((word) => word.length > 2).map((word) => `${word}s`)
  const all = new Set([...kinds.keys(), ...weights.keys(), ...cuts, ...EVERYDAY_WORDS, ...plurals])
  // Few are different: those of one kind are one, which the processor keeps at hand.
  const shared = new Map<string, Word>()
  const known = new Map<string, Word>()
  for (const word of all) {
    const kind = kinds.get(word) ?? null
    const one: Word = { kind, everyday: isEveryday(word), software: weights.get(word) ?? 0, cut: cuts.has(word) }
    const id = `${kind} ${one.everyday} ${one.software} ${one.cut}`
    known.set(word, shared.get(id) ?? one)
    if (!shared.has(id)) shared.set(id, one)
  }
  return known
}

/** What is known of a folded word; of most words, nothing. */
export function wordOf(word: string): Word {
  return hashedWord(hashOf(word), word)
}

/** What is known of a folded word of which the caller has the hash already. */
export function hashedWord(hash: number, word: string): Word {
  return wordIn(word, 0, word.length, hash)
}

/** What is known of the word that stands at `begin` of a folded text with `length` letters hashing to `hash`. */
export function wordIn(text: string, begin: number, length: number, hash: number): Word {
  const id = TABLE.find(hash, text, begin, length)
  return id === -1 ? STRANGE : (MEANINGS[id] ?? STRANGE)
}

/** The class of a folded word, null for a word of which nothing is known. */
export function wordClass(word: string): WordClass | null {
  return wordOf(word).kind
}
