import type { WeightName, Weights } from '#core/match/weights.ts'
import { PARAMETERS } from './parameters.ts'

/**
 * What each observation was judged to say before any case was counted, in log-odds: set by hand, and where few cases speak, decisive.
 * The reasons stand beside the fitted weights.
 */
export const PRIOR: Weights = {
  domain: { rare: 5.5, fair: 5.5, common: 5.5 },
  stem: { rare: 5.2, fair: 5.2, common: 5.2 },
  remnant: { rare: 3.3, fair: 3.3, common: 3.3 },
  exact: { rare: 4.6, fair: 3.6, common: 2.2 },
  longName: { rare: 0.3, fair: 0, common: 0 },
  vendorName: { rare: -2.8, fair: -2.4, common: -2.4 },
  familiar: { rare: 0, fair: 0.3, common: 1 },
  glued: { rare: -0.8, fair: -1.5, common: -4 },
  strangeRest: { rare: -4.5, fair: -4.5, common: -4.5 },
  strangeRestOfLong: { rare: -0.7, fair: -0.7, common: -0.7 },
  cut: { rare: -0.6, fair: -1.3, common: -1.3 },
  cutLost: { rare: -4, fair: -4, common: -4 },
  billedBySoftware: { rare: -0.8, fair: -0.8, common: -0.8 },
  billedByOther: { rare: -1.6, fair: -1.6, common: -1.6 },
  billedByOwn: { rare: -0.6, fair: -0.6, common: -0.6 },
  typo: { rare: -4.8, fair: -4.8, common: -4.8 },
  typoOfShort: { rare: -6, fair: -6, common: -6 },
  other: { rare: -1.75, fair: -2.6, common: -4 },
  everyday: { rare: -2.2, fair: -3.2, common: -4.5 },
  before: { rare: -1.8, fair: -1.8, common: -1.8 },
  besideLoose: { rare: -1, fair: -1, common: -1 },
  codeBefore: { rare: -0.3, fair: -1, common: -1.8 },
  starred: { rare: -0.5, fair: -1.2, common: -2.5 },
  trade: { rare: -5.5, fair: -6, common: -7 },
  foreignDomain: { rare: -1.2, fair: -2.5, common: -3.5 },
  otherSite: { rare: -1, fair: -2.5, common: -4 },
  softwareWord: { rare: 0.6, fair: 0.6, common: 0.3 },
  planWord: { rare: 0.3, fair: 0, common: -0.4 },
  reference: { rare: 0.4, fair: 0.4, common: 0.4 },
  branch: { rare: 0.3, fair: 0, common: -2 },
  legalForm: { rare: 0.3, fair: 0, common: -0.2 },
  town: { rare: 0, fair: 0, common: -0.5 },
  ownWord: { rare: 1.5, fair: 1.5, common: 1.5 },
  softwareBilling: { rare: 0.5, fair: 1, common: 1.5 },
  otherBilling: { rare: -0.2, fair: -0.8, common: -1.5 },
  soldThere: { rare: 0.5, fair: 1, common: 2 },
  mccSoftware: { rare: 0.8, fair: 0.8, common: 0.8 },
  mccDigital: { rare: 0.2, fair: 0.2, common: 0.2 },
  mccOtherTrade: { rare: -0.7, fair: -1.6, common: -3 },
  comesBack: { rare: 0.4, fair: 0.4, common: 0.4 },
}

// Cases are written, not drawn: how often a name is right among them depends on how many of each sort somebody wrote. What the finding
// itself says is therefore held near what was judged; what stands around it is compared within the same findings, and may move.
const HELD: ReadonlySet<string> = new Set<WeightName>(['domain', 'stem', 'remnant', 'exact', 'longName', 'familiar'])
const SPREAD_OF_HELD = 0.1
const SPREAD = 0.5

/** How far each weight is expected to lie from what was judged, as a standard deviation in log-odds. */
export const PRIOR_SPREADS: readonly number[] = PARAMETERS.map(({ name }) => (HELD.has(name) ? SPREAD_OF_HELD : SPREAD))
