/** The id of an app that is known by its domain alone: `acmenotes.io` -> `app-acmenotes-io`. */
export function domainAppId(domain: string): string {
  return `app-${slug(domain)}`
}

const ASCII = /^[\x20-\x7e]*$/

/** Kebab-case of letters and digits, at most 40 characters. */
export function slug(text: string): string {
  const plain = (ASCII.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase()
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
}
