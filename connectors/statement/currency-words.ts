import { isCurrency } from '#core/currency.ts'

// Signs and names that mean one currency only. `$`, `kr` and `¥` mean several and therefore none.
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    EUR: '€|euro|euros|eur.',
    GBP: '£|pound sterling|pounds sterling|british pound|british pounds|uk pound sterling|pound',
    USD: 'us$|usd$|us dollar|us dollars|u.s. dollar|united states dollar|united states dollars|american dollar',
    CAD: 'c$|ca$|cad$|canadian dollar|canadian dollars',
    AUD: 'a$|au$|aud$|australian dollar|australian dollars',
    NZD: 'nz$|new zealand dollar|new zealand dollars',
    SGD: 's$|sg$|singapore dollar|singapore dollars',
    HKD: 'hk$|hong kong dollar|hong kong dollars',
    BRL: 'r$|brazilian real',
    CHF: 'fr.|sfr.|swiss franc|swiss francs|schweizer franken',
    SEK: 'swedish krona|swedish kronor|svenska kronor',
    NOK: 'norwegian krone|norwegian kroner',
    DKK: 'danish krone|danish kroner|danske kroner',
    PLN: 'zł|zl|polish zloty|zloty|złoty',
    CZK: 'kč|kc|czech koruna',
    HUF: 'ft|forint|hungarian forint',
    RON: 'lei|romanian leu',
    JPY: '円|jp¥|japanese yen|yen',
    CNY: 'cn¥|元|chinese yuan|yuan renminbi|renminbi',
    INR: '₹|rs.|rs|indian rupee|indian rupees',
    ILS: '₪|new israeli sheqel|israeli shekel',
    KRW: '₩|korean won|south korean won',
    TRY: '₺|turkish lira',
    UAH: '₴|hryvnia',
    ZAR: 'south african rand|rand',
    MXN: 'mx$|mexican peso',
    AED: 'dirham|uae dirham',
  }).flatMap(([code, names]) => names.split('|').map((name) => [name, code] as const)),
)

/** The ISO 4217 code that a text names, alone: a code, an unambiguous sign, or a name as card statements print it. */
export function currencyOf(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed.length === 0 || trimmed.length > 30) return null
  const upper = trimmed.toUpperCase()
  if (upper.length === 3 && isCurrency(upper)) return upper
  return NAMES.get(trimmed.toLowerCase()) ?? null
}
