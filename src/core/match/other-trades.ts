import { squeeze } from '../name.ts'

// Companies that own a product of the catalogue and are known for something else: banks, makers of devices, retailers, service
// firms, and houses of many other products. Squeezed as vendors are written in the catalogue.
const VENDORS = `accenture, affirm, afya, agilent, airbus, american express, american express gbt, amplify, andritz, ant group, applovin, asendia, asics, autozone,
  baidu, bancolombia, bbva, berkshire hathaway, blackberry, blackrock, bosch, bouygues telecom, bpce, bridgeline, bridgestone, bright horizons,
  britannica, bumble, bundesdruckerei, byjus, cai software, certara, cinven, coalition, cognizant, cornell university, cred, crisis24, currys,
  dataminr, deluxe, deutsche bank, deutsche post, deutsche telekom, digital.ai, disney, dnb, doordash, ebay, edenred, elavon, emag, emerson, empower,
  enphase, epam, eppendorf, faro, fidelis security, fidelity, fidelity national, figaro classifieds, fireblocks, fiserv, fitch solutions,
  flight centre, fluke, flywire, francotyp-postalia, frontline, gannett, gmo globalsign, gmo globalsign holdings, gofundme, hcltech, hilti,
  hms networks, ht media, huawei, hub24, identity digital, iheartmedia, iliad, impero, inetum, ingram, internet brands, ipsos, iqvia, johnson controls,
  keywords studios, kirkbi, klett, kobo, kpn, kroll, kuka, kyndryl, labelmaster, landmark, learning technologies group, lenovo, logitech,
  macmillan learning, mercer, metlife, mntn, moodys, morgan stanley, motorola solutions, mozilla, nasdaq, nelnet, netgear, network international,
  nokia, ntt communications, oaknorth, one97, patterson, patterson dental, pethealth, phonepe, pitney bowes, prosus, qiagen, quess, rakuten, ramboll,
  rambøll, rb global, recruit, renesas, revalize, revvity, ricoh, rittal, rocket companies, rockwell automation, rokt, roper, sabre, samsung, sanoma,
  schibsted, schneider electric, schwarz, searchlight cyber, silverchair, siriusxm, snap-on, sony biz networks, stewart, stratasys, stryker, svea,
  swiss post, symbio, t-systems, telia, telus, thoma bravo, ticketmaster, times internet, tobii dynavox, uber, ubisoft, ul solutions, verifone,
  videndum, viewsonic, visa, volaris, wealthsimple, webmd, weir, well health, wiley photo, worldline, xerox, xponential, xurrent, yandex, yatra, yell,
  yunex, zeiss, zipline`

const SQUEEZED: ReadonlySet<string> = new Set(VENDORS.split(',').map(squeeze))

/** True for a vendor whose bare name, squeezed, says nothing of the one product of it that the catalogue knows. */
export function isKnownForOtherThings(vendor: string): boolean {
  return SQUEEZED.has(vendor)
}
