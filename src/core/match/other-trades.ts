import { squeeze } from '../name.ts'

// Companies that own a product of the catalogue and are known for something else: banks, makers of devices, retailers, service
// firms, and houses of many other products. Squeezed as vendors are written in the catalogue.
const VENDORS = `affirm, afya, agilent, airbus, amplify, andritz, ant group, asendia, asics, baidu, bancolombia, bbva, blackberry, blackrock,
  bosch, bouygues telecom, bpce, bridgeline, bright horizons, bumble, bundesdruckerei, byjus, cai software, certara, coalition, cognizant, cornell university,
  cred, crisis24, dataminr, deluxe, deutsche post, deutsche telekom, digital.ai, dnb, ebay, emag, empower, enphase, epam, eppendorf, faro, fidelis security,
  fidelity, figaro classifieds, fireblocks, fitch solutions, flight centre, gmo globalsign, gmo globalsign holdings, hcltech, hms networks, ht media,
  huawei, hub24, impero, inetum, ingram, internet brands, ipsos, iqvia, johnson controls, kpn, kuka, kyndryl, labelmaster, landmark, learning technologies group,
  macmillan learning, mercer, metlife, mntn, moodys, motorola solutions, mozilla, nasdaq, netgear, network international, ntt communications, one97, patterson, patterson dental,
  pethealth, phonepe, qiagen, quess, ramboll, rambøll, rb global, recruit, revalize, rittal, rockwell automation, rocket companies, roper, sabre, schibsted, schneider electric,
  searchlight cyber, silverchair, sony biz networks, stewart, stratasys, stryker, svea, symbio, t-systems, telia, telus, ticketmaster, times internet,
  tobii dynavox, ubisoft, ul solutions, videndum, viewsonic, volaris, wealthsimple, weir, well health, worldline, xerox, xponential, xurrent, yandex,
  yatra, yell, yunex, zeiss, zipline`

const SQUEEZED: ReadonlySet<string> = new Set(VENDORS.split(',').map(squeeze))

/** True for a vendor whose bare name, squeezed, says nothing of the one product of it that the catalogue knows. */
export function isKnownForOtherThings(vendor: string): boolean {
  return SQUEEZED.has(vendor)
}
