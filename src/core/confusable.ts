import { fold, nameWords } from './name.ts'

// Letters of other scripts and digits that look like Latin ones, after lower-casing. From the letters that Unicode TR 39
// lists for a-z (https://www.unicode.org/reports/tr39/), kept to those that common fonts draw alike.
const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(
  `aа aɑ aα bв bь cс cϲ dԁ eе eҽ eε gɡ hһ hн lі lı lι jј kк kκ lӏ lⅼ mм nп nո nη oо oο oօ oσ pр pρ qԛ rг sѕ tт tτ uυ uս vν
   vѵ wѡ wԝ wω xх xχ yу yγ yʏ zᴢ o0 l1 e3 s5 l| s$ a@ l! li`
    .split(/\s+/)
    .map((pair) => [pair.slice(1), pair.slice(0, 1)]),
)

// Greek capitals look like Latin ones although their small letters do not: Ν is no ν.
const GREEK = 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'
const GREEK_AS = 'ABEZHIKMNOPTYX'
const GREEK_CAPITALS = new RegExp(`[${GREEK}]`, 'g')

/**
 * What a name looks like at a glance: letters of other scripts, digits and letter pairs that are easily taken for Latin
 * letters become those. Two names with one skeleton can be mistaken for each other; a skeleton is no spelling.
 */
export function skeleton(text: string): string {
  const capitals = text.replace(GREEK_CAPITALS, (glyph) => GREEK_AS.charAt(GREEK.indexOf(glyph)))
  const glyphs = Array.from(fold(capitals), (glyph) => LOOKS_LIKE.get(glyph) ?? glyph).join('')
  return nameWords(glyphs).join('').replace(/rn/g, 'm').replace(/vv/g, 'w')
}
