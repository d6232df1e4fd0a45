import type { GalleryEntry } from '#core/gallery.ts'

// Words that galleries, shops and people use for names alike, so that a careless matcher takes one for the other.
const FIRST = `alpine amber anchor apex arrow atlas aurora autumn beacon bear birch blue bold bright brook cedar central cherry city clear cloud
  coast coral corner crown crystal delta eagle early east echo ember evergreen falcon family fern fire first forest fresh garden golden grand
  green harbor harvest hawk high hill holly home honey horizon indigo island ivory jade jasper juniper king lake laurel liberty light lily lotus
  lucky lunar magnolia maple marina market meadow metro midnight milan modern moon mountain noble north oak ocean olive open orchid otter
  palm paper park pearl pine pioneer planet polar premier prime pure quartz quick rapid raven red ridge river robin rock rose royal ruby
  sage sand sapphire scarlet sea shadow silver simple sky smart snow solar south spark spring star stone storm summit sun sunny swift
  tiger timber town trail trinity true union urban valley velvet village violet vista water wave west white wild willow wind wing winter wolf`
const SECOND = `academy analytics book box bridge cafe care central class club coffee connect core crm desk direct edge express fit flow force
  forms fresh gate health hill home hub kitchen lab learn life line link loop manager mark market media network now office one pay people plan
  play plus point post pro pulse sense shop sign space spot stack studio suite supply sync tap team time track travel vault view wise works`
const THIRD = ['', 'hr', 'go', 'io', 'software', 'cloud']

/**
 * A gallery of about `size` made-up apps: single words, pairs, glued pairs and pairs with a software word behind, each
 * with a domain of its own or none. The same for the same size.
 */
export function syntheticGallery(size: number): readonly GalleryEntry[] {
  const firsts = FIRST.split(/\s+/)
  const seconds = SECOND.split(/\s+/)
  const names = new Set(firsts.map(capital))
  for (let at = 0; names.size < size; at += 1) {
    const first = firsts[(at * 7) % firsts.length] ?? ''
    const second = seconds[(at * 11 + Math.floor(at / firsts.length)) % seconds.length] ?? ''
    const third = THIRD[(at * 5) % THIRD.length] ?? ''
    const glue = at % 3 === 0 ? '' : ' '
    names.add(`${capital(first)}${glue}${glue === '' ? second : capital(second)} ${capital(third)}`.trim())
  }
  return [...names].map((name, at) => ({
    kind: 'gallery-entry',
    id: `eeeeeeee-0000-4000-8000-${String(at).padStart(12, '0')}`,
    name,
    publisher: at % 2 === 0 ? `${name}, Inc.` : null,
    domain: at % 4 === 3 ? null : `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}.com`,
  }))
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
