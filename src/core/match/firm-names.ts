import { isEveryday } from '../descriptor/everyday-words.ts'
import { LONGEST_TEXT, nameWords } from '../name.ts'

// What directories print where nobody stated a publisher.
const NOBODY = new Set(
  'activedirectoryapplicationregistry unverified unknown none na googleplay chromewebstore notavailable notverified null undefined'.split(
    ' ',
  ),
)
const FORMS = new Set(
  `inc incorporated llc ltd limited gmbh ag bv nv sa sas sarl srl spa pty plc co corp corporation company companies oy ab as aps kg ug se pte lp
   llp sl slu kk ltda doo sro pvt private sdn bhd oyj asa ulc eirl ou uab kft unlimited public the pbc lda cv holdings holding group dac mbh`.split(
    /\s+/,
  ),
)
const REGIONS = new Set(
  `us usa uk eu emea apac americas international intl global worldwide europe america north ireland germany deutschland france
   netherlands switzerland sweden denmark japan india australia canada singapore israel poland spain italy brazil technologiesireland`.split(
    /\s+/,
  ),
)
// What companies add to a brand to make a firm of it. Behind an everyday word it is another firm: "Linear Technology".
const FIRM_WORDS = new Set(
  `technologies technology tech labs lab software systems system networks network solutions communications interactive
   digital media services enterprises operations studios ventures cloud commerce distribution online data ai hq app apps io com`.split(
    /\s+/,
  ),
)
// "RealtimeBoard, Inc. dba Miro", "Splunk LLC, a Cisco company": each part names it.
const PARTS = /\b(?:d\/?b\/?a|doing business as|trading as|t\/a|formerly|now part of|part of|an?)\b|[()]/i

/**
 * Every name by which a stated publisher may be known, squeezed, without legal forms and regions: two publishers are one
 * firm where they share one. Empty where nobody is stated ("Unverified", "N/A").
 */
export function publisherNames(publisher: string): readonly string[] {
  const text = publisher.slice(0, LONGEST_TEXT).trim()
  if (NOBODY.has(nameWords(text).join(''))) return []
  return [...new Set([text, ...text.split(PARTS)].flatMap(firmNames))]
}

/** A firm's name squeezed: whole, without legal form and region, and without the usual words of firms where that leaves a brand. */
export function firmNames(text: string): readonly string[] {
  const words = nameWords(text)
  const plain = words.filter((word) => !FORMS.has(word) && !REGIONS.has(word))
  const brand = plain.filter((word, at) => at === 0 || !FIRM_WORDS.has(word))
  const names = [words.join(''), plain.join('')]
  const isBrand = brand.length > 0 && !(brand.length === 1 && isEveryday(brand[0] ?? ''))
  if (isBrand) names.push(brand.join(''))
  return [...new Set(names)].filter((name) => name !== '')
}
