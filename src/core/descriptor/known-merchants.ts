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
  netflix, hulu, hbo, max, disney, disneyplus, paramount, peacock, siriusxm, sirius, audible, twitch, crunchyroll, dazn, espn, playstation, xbox, nintendo, steam, steamgames, blizzard, roblox, riot games, epic games store,
  abebooks, book depository, bookdepository, barnesandnoble, bloom wild, interflora, moonpig, funky pigeon, not on the high street, lovehoney, gousto, hellofresh, blue apron, instacart, gopuff, postmates, glovo, wolt, takeaway,
  just giving, justgiving, gofundme, jd sports, sports direct, footlocker, foot locker, chewy, petsmart, petco, autozone, advance auto, oreilly auto, napa auto, jiffy lube, public storage, u haul, uhaul, zipcar, turo,
  bet365, william hill, ladbrokes, draftkings, fanduel, tinder, bumble, match com, hinge, western union, moneygram, sparkasse, santander, barclays, hsbc, lloyds, natwest, chase, wells fargo, citibank, bank of america`

const KEYS: ReadonlySet<string> = new Set(MERCHANTS.split(',').map(squeeze))
const BEGINNINGS = new Beginnings(KEYS)
const LONGEST_WORDS = 3

/** True where the words from `start` on name a merchant that is known to sell no software. */
export function isKnownMerchant(tokens: readonly Token[], start: number): boolean {
  let joined = tokens[start]?.text ?? ''
  if (!BEGINNINGS.mayBegin(joined)) return false
  for (let at = start + 1; ; at += 1) {
    if (KEYS.has(joined)) return true
    const next = tokens[at]
    if (next === undefined || at === start + LONGEST_WORDS) return false
    joined += next.text
  }
}
