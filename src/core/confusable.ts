import { fold, nameWords } from './name.ts'

// Letters of other scripts and digits that look like Latin ones, after lower-casing. From the letters that Unicode TR 39
// lists for a-z (https://www.unicode.org/reports/tr39/), kept to those that common fonts draw alike.
const SCRIPTS = `aа aα bв bь cс cϲ dԁ eе eҽ eε gԍ hһ hн lі lι lј jј kк kκ lӏ mм nп nո nη nν oо oο oօ oσ pр pρ qԛ rг sѕ tт tτ uυ uս vν
   vѵ wѡ wԝ xх xχ yу yγ`
// Latin letters that no product's name has: small capitals, letters with strokes and hooks.
const LATIN = `aɑ aᴀ bʙ bƀ cᴄ cƈ dᴅ dɖ eᴇ eɛ fꜰ gɡ gɢ hʜ hħ lɪ lı lɩ jᴊ jȷ kᴋ kƙ lʟ lƚ lɫ mᴍ nɴ nɲ oᴏ oɵ pᴘ pƥ qʠ rʀ sꜱ sʂ tᴛ tŧ uᴜ vᴠ
   wᴡ wω yʏ yƴ zᴢ zƶ zʐ`
// Letters whose capitals alone look Latin, by their capitals: Ν is no ν.
const CAPITALS = `AΑ BΒ EΕ ZΖ HΗ IΙ KΚ MΜ NΝ OΟ PΡ TΤ YΥ XΧ HН BВ KК MМ TТ OՕ SՏ LԼ UՍ AᎪ BᏴ CᏟ DᎠ EᎬ GᏀ HᎻ JᎫ KᏦ LᏞ MᎷ PᏢ RᎡ SᏚ TᎢ VᏙ WᎳ ZᏃ
   AꓮBꓐ CꓚDꓓ EꓰFꓝ GꓖHꓧ IꓲJꓙ KꓗLꓡ MꓟNꓠ OꓳPꓑ RꓣSꓢ TꓔUꓴ VꓦWꓪ XꓫYꓬ ZꓜSЅ JЈ`
const DIGITS = 'o0 l1 e3 a4 s5 l| s$ a@ l! li'

const LOOKS_LIKE = pairs(`${SCRIPTS} ${LATIN} ${DIGITS}`)
const CAPITAL_LOOKS_LIKE = pairs(CAPITALS)
const ASCII = /^[\x20-\x7e]*$/
const ODD_LATIN = new Set(pairs(LATIN).keys())

const LATIN_LETTER = /\p{Script=Latin}/u
const ALIKE_SCRIPTS =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Lisu}\p{Script=Coptic}]/u
// Letters that are drawn as decoration, and that normalising makes plain: 𝐒𝐥𝐚𝐜𝐤, Ⓢⓛⓐⓒⓚ, ⅼ. Emoji of countries are none.
const DRAWN =
  /[\u2102-\u2115\u2119-\u211d\u2124\u212a-\u2138\u2145-\u2149\u2160-\u217f\u24b6-\u24e9\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f189}]/u

/**
 * What a name looks like at a glance: letters of other scripts, digits and letter pairs that are easily taken for Latin
 * letters become those. Two names with one skeleton can be mistaken for each other; a skeleton is no spelling.
 */
export function skeleton(text: string): string {
  const glyphs = Array.from(fold(plainCapitals(text)), (glyph) => LOOKS_LIKE.get(glyph) ?? glyph).join('')
  return nameWords(glyphs).join('').replace(/rn/g, 'm').replace(/vv/g, 'w')
}

/** The text with capitals of other scripts as the Latin ones they look like; their small letters look like others. */
export function plainCapitals(text: string): string {
  return Array.from(text, (glyph) => CAPITAL_LOOKS_LIKE.get(glyph) ?? glyph).join('')
}

/**
 * True where a text is written with letters that only look like the plain ones: of another script beside Latin or in place of it,
 * drawn, or with strokes that no name has.
 */
export function hasOddGlyphs(text: string): boolean {
  if (ASCII.test(text)) return false
  if (DRAWN.test(text)) return true
  if (Array.from(text.toLowerCase()).some((glyph) => ODD_LATIN.has(glyph))) return true
  return ALIKE_SCRIPTS.test(text) && (LATIN_LETTER.test(text) || /^[a-z]+$/.test(skeleton(text)))
}

function pairs(list: string): ReadonlyMap<string, string> {
  const glyphs = Array.from(list.replace(/\s+/g, ''))
  return new Map(glyphs.flatMap((glyph, at) => (at % 2 === 1 ? [[glyph, glyphs[at - 1] ?? ''] as const] : [])))
}
