import { squeeze } from '../name.ts'
import { Beginnings } from './beginnings.ts'
import type { Token } from './token.ts'

// Merchants that sell no software and that cards of companies meet every day; each as it begins a descriptor.
const MERCHANTS = `tesco, asda, sainsbury, sainsburys, waitrose, morrisons, aldi, lidl, costco, walmart, wal mart, target, kroger, safeway, publix, whole foods, trader joe,
  marks spencer, john lewis, argos, currys, ikea, home depot, the home depot, lowes, menards, ace hardware, screwfix, toolstation, wickes, canadian tire, home hardware, staples, office depot, officemax, ryman, best buy,
  starbucks, costa coffee, pret a manger, mcdonald, mcdonalds, kfc, burger king, subway, dominos, pizza hut, papa johns, greggs, tim hortons, dunkin, chipotle, wendys, nandos, panera, five guys,
  uber trip, uber eats, uber, lyft, bolt eu, free now, deliveroo, just eat, doordash, grubhub, taskrabbit, shell, esso, texaco, chevron, exxon, exxonmobil, petro canada, total energies, circle k,
  hilton, marriott, sheraton, hyatt, holiday inn, premier inn, travelodge, ibis, novotel, radisson, best western, hampton inn, airbnb, expedia, trainline, eurostar, deutsche bahn, sncf, amtrak, national express, tfl, transport for london,
  british airways, easyjet, ryanair, lufthansa, klm, air france, air canada, air can, westjet, delta air, united airlines, american airlines, southwest air, jetblue, emirates, enterprise rent, hertz, avis, europcar, sixt, national car,
  royal mail, fedex, ups, dhl, usps, post office, hermes, dpd, boots, superdrug, walgreens, cvs, shoppers drug mart, rexall, wilko, poundland, primark, hm, zara, next retail, decathlon, halfords, kwik fit, b q, dunelm, wayfair, etsy, ebay, aliexpress, temu, shein,
  wh smith, waterstones, barnes noble, indigo, michaels, hobbycraft, joann, dollar tree, dollarama, dollar general, giant tiger, metro, loblaws, sobeys, no frills, farm boy, princess auto, tractor supply, grainger, fastenal, uline, mcmaster carr, rs components, farnell, digikey,
  viking direct, lyreco, banner, bunzl, brakes, booker, ticketmaster, odeon, cineworld, vue cinemas, amc theatres, netflix, sky digital, british gas, edf energy, eon, octopus energy, scottish power, thames water, bt group, vodafone, o2, ee limited, t mobile, verizon, rogers, bell canada, telus, comcast, xfinity,
  nike, adidas, puma, zappos, asos, boohoo, uniqlo, gap, old navy, nordstrom, macys, kohls, sephora, ulta, bath body works, victorias secret, lululemon, patagonia, rei, cabelas, dicks sporting, gamestop,
  booking, hotels, agoda, trivago, kayak, priceline, lastminute, opodo, edreams, skyscanner, vrbo, hostelworld, flixbus, megabus, greyhound, blablacar, getyourguide, viator, opentable, stubhub, seatgeek, viagogo,
  bol, coolblue, mediamarkt, saturn, otto, zalando, fnac, darty, cdiscount, el corte ingles, carrefour, auchan, leclerc, rewe, edeka, rossmann, kaufland, netto, migros, coop, albert heijn, jumbo, hema, delhaize, colruyt,
  netflix, hulu, hbo, max, disney, disneyplus, paramount, peacock, siriusxm, sirius, twitch, crunchyroll, dazn, espn, playstation, xbox, nintendo, steam, steamgames, blizzard, roblox, riot games, epic games store,
  abebooks, book depository, bookdepository, barnesandnoble, bloom wild, interflora, moonpig, funky pigeon, not on the high street, lovehoney, gousto, hellofresh, blue apron, instacart, gopuff, postmates, glovo, wolt, takeaway,
  just giving, justgiving, gofundme, jd sports, sports direct, footlocker, foot locker, chewy, petsmart, petco, autozone, advance auto, oreilly auto, napa auto, jiffy lube, public storage, u haul, uhaul, zipcar, turo,
  bet365, william hill, ladbrokes, draftkings, fanduel, tinder, bumble, match com, hinge, western union, moneygram, sparkasse, santander, barclays, hsbc, lloyds, natwest, chase, wells fargo, citibank, bank of america,
  air new zealand, air china, air india, airasia, air asia, air transat, air europa, alaska air, spirit airl, frontier air, qantas, virgin australia, virgin atlantic, jetstar, singapore airlines, cathay pacific, qatar airways, turkish airlines, iberia, vueling, tap air, wizz air, norwegian air, finnair, sas scandinavian, aer lingus, aeromexico, avianca, latam airlines, gol linhas,
  bunnings, officeworks, coles, woolworths, kmart, big w, jb hi fi, harvey norman, dan murphys, chemist warehouse, priceline pharmacy, australia post, telstra, optus, agl energy, origin energy, countdown, the warehouse, checkers sixty60, takealot, noon com,
  swiggy, zomato, bigbasket, blinkit, flipkart, myntra, irctc, makemytrip, indigo airlines, airtel, reliance, ola cabs, ola money, rapido, grab, gojek, foodpanda, didi rides, cabify, bolt food,  rappi, ifood, ifd, 99app, careem, talabat, noon food,
  lenovo, dell, hp store, hp hp, hp instant ink, pitney bowes, canon, ricoh, xerox, konica minolta, kyocera, brother, epson, logitech, garmin, gopro, dji, samsung, newegg, micro center, b h photo, monoprice, apple store, google store, google fi, google fiber,
  sherwin williams, harbor freight, northern tool, true value, ferguson, wesco, graybar, hd supply, msc industrial, global industrial, zoro, galls, bound tree, henry schein, fisher sci, fisher scientific, thermo fisher, vwr, sigma aldrich, agilent, qiagen, new england biolabs, idexx,
  aramark, cintas, unifirst, iron mountain, stericycle, shred it, terminix, orkin, rentokil, roto rooter, republic services, waste management, waste mgmt, wm supercenter, wm ezpay, sams club, samsclub, bjs wholesale, meijer, heb, winn dixie, food lion, giant eagle, stop shop, wegmans, albertsons, vons, ralphs, hyvee, aldi sud, family dollar, five below, hobby lobby, party city, big lots,
  pilot travel, pilot flying, loves travel, flying j, speedway, wawa, sheetz, quiktrip, racetrac, caseys, kwik trip, 7 eleven, seven eleven, sunoco, marathon petro, valero, phillips 66, arco, citgo, mobil,
  chick fil a, taco bell, arbys, sonic drive, popeyes, jimmy johns, jersey mikes, little caesars, wingstop, panda express, applebees, olive garden, chilis, dennys, ihop, waffle house, cracker barrel, outback, red lobster, buffalo wild, sweetgreen, shake shack, caffe nero, itsu, wetherspoon,
  united air, american air, southwes, amer air, enterprise rentacar, national car, budget rent, alamo rent, thrifty, dollar rent, spothero, parkmobile, parkwhiz, laz parking, sp parking, ncp, ringgo, paybyphone, easypark, ezpass, e zpass, fastrak, sunpass, linkt, toll by mail,
  oxford university press, cambridge university press, harvard business, pearson education, mcgraw hill, houghton mifflin, penguin random, wall street journal, wsj, nytimes, new york times, washington post, la times, financial times, the economist, the guardian, the times, bloomberg businessweek, consumer reports, national geographic,
  geico, progressive ins, allstate, liberty mutual, state farm, farmers ins, nationwide ins, delta dental, blue cross, aetna, cigna, humana, kaiser perm, metlife, aflac, northwestern mutual, principal financial,
  centurylink, spectrum, cox comm, att bill, att bus, verizon wireless, vzwrlss, tmobile, frontier comm, directv, dish network, duke energy, dominion energy, georgia power, fpl, pge, con edison, national grid, spark energy, enbridge, hydro quebec, scottishpower, severn trent, anglian water, edf, engie, enel, endesa, iberdrola, naturgy, movistar, orange sa, free mobile, bouygues, bouygues telecom, burlington stores, sfr, ziggo, kpn, proximus, telenet, swisscom, sunrise, salt mobile, a1 telekom, telia, telenor, tele2, elisa, tdc`

const KEYS: ReadonlySet<string> = new Set(MERCHANTS.split(',').map(squeeze))
const BEGINNINGS = new Beginnings(KEYS)
const LONGEST_WORDS = 3

/** How many words from `start` on name a merchant that is known to sell no software; 0 for none. */
export function knownMerchantWords(tokens: readonly Token[], start: number): number {
  let joined = tokens[start]?.text ?? ''
  if (!BEGINNINGS.mayBegin(joined)) return 0
  for (let at = start + 1; ; at += 1) {
    if (KEYS.has(joined)) return at - start
    const next = tokens[at]
    if (next === undefined || at === start + LONGEST_WORDS) return 0
    joined += next.text
  }
}
