/** What a merchant category code says of software: weak evidence, for real software bills under almost any code. */
export type MccLeaning = 'software' | 'digital' | 'neutral' | 'other-trade'

// Computer software stores, programming, network and information services, digital applications.
const SOFTWARE = new Set(['4816', '5734', '5817', '5818', '7372', '7375', '7379'])
// Digital goods, continuity subscriptions, advertising and the general business codes that software often hides under.
const DIGITAL = new Set(
  '4814 4821 4899 5045 5192 5732 5735 5815 5816 5964 5965 5966 5967 5968 5969 5994 6051 7221 7299 7311 7321 7333 7338 7339 7361 7392 7393 7394 7399 8241 8244 8249 8299 8398 8699 8999'.split(
    ' ',
  ),
)
// Ranges of trades at whose tills software is practically never sold: farms and contractors, carriers, wholesale goods, shops for
// goods, food, cars, clothing, homes, restaurants, pharmacies, hotels, personal care, repairs, leisure, doctors, schools for children.
const OTHER_TRADES: readonly (readonly [from: number, to: number])[] = [
  [742, 1799],
  [3000, 3999],
  [4011, 4789],
  [4900, 4900],
  [5013, 5039],
  [5046, 5051],
  [5065, 5131],
  [5137, 5172],
  [5193, 5731],
  [5811, 5814],
  [5832, 5941],
  [5943, 5963],
  [5970, 5993],
  [5995, 5999],
  [6010, 6012],
  [7011, 7033],
  [7210, 7217],
  [7230, 7298],
  [7342, 7349],
  [7512, 7549],
  [7622, 7699],
  [7800, 7911],
  [7929, 7999],
  [8011, 8099],
  [8211, 8220],
  [8351, 8351],
  [8651, 8675],
  [9211, 9405],
]

/** Reads a merchant category code; `neutral` for null and for what is no four-digit code. */
export function mccLeaning(mcc: string | null): MccLeaning {
  if (mcc === null) return 'neutral'
  const code = mcc.trim()
  if (SOFTWARE.has(code)) return 'software'
  if (DIGITAL.has(code)) return 'digital'
  if (!/^\d{4}$/.test(code)) return 'neutral'
  const number = Number(code)
  return OTHER_TRADES.some(([from, to]) => number >= from && number <= to) ? 'other-trade' : 'neutral'
}
