// Enough of HTML to hold our own pages to: they are written with every tag closed and every attribute quoted.
const VOID = new Set(['meta', 'link', 'img', 'input', 'br', 'hr', 'path', 'circle', 'rect'])
// In these a `<` opens no tag.
const TEXT_ONLY = new Set(['title', 'textarea'])
const ATTRIBUTE = /\s+([a-zA-Z][\w:-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/y

type Element = { readonly name: string; readonly attributes: ReadonlyMap<string, string> }
export type CheckedHtml = { readonly problems: readonly string[]; readonly elements: readonly Element[] }

/** Reads a page as a browser would and says what is wrong with it; empty when all is well. */
export function checkHtml(page: string): CheckedHtml {
  const problems: string[] = []
  const elements: Element[] = []
  const open: string[] = []
  let at = page.indexOf('>') + 1
  if (!/^<!doctype html>/i.test(page)) problems.push('no doctype')
  while (at < page.length) {
    const start = page.indexOf('<', at)
    if (start < 0) break
    const end = endOfTag(page, start)
    const tag = page.slice(start, end)
    at = end
    const closing = /^<\/([a-z0-9]+)\s*>$/i.exec(tag)
    if (closing !== null) {
      const name = closing[1] ?? ''
      if (open.pop() !== name) problems.push(`</${name}> closes something else`)
      continue
    }
    const opening = /^<([a-z][a-z0-9]*)/i.exec(tag)
    if (opening === null) {
      problems.push(`stray < before ${JSON.stringify(page.slice(start, start + 30))}`)
      at = start + 1
      continue
    }
    const name = opening[1] ?? ''
    const attributes = attributesOf(tag, name, problems)
    elements.push({ name, attributes })
    if (VOID.has(name)) continue
    if (TEXT_ONLY.has(name)) {
      at = page.indexOf(`</${name}`, end)
      at = page.indexOf('>', at) + 1
      continue
    }
    open.push(name)
  }
  if (open.length > 0) problems.push(`not closed: ${open.join(' ')}`)
  return { problems: [...problems, ...elements.flatMap(dangers), ...structure(elements)], elements }
}

function endOfTag(page: string, start: number): number {
  let quote = ''
  for (let at = start; at < page.length; at += 1) {
    const character = page.charAt(at)
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at + 1
  }
  return page.length
}

function attributesOf(tag: string, name: string, problems: string[]): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  ATTRIBUTE.lastIndex = name.length + 1
  let end = ATTRIBUTE.lastIndex
  for (let match = ATTRIBUTE.exec(tag); match !== null; match = ATTRIBUTE.exec(tag)) {
    const [, key = '', value = '""'] = match
    end = ATTRIBUTE.lastIndex
    if (!value.startsWith('"')) problems.push(`<${name} ${key}> is not in double quotes`)
    if (attributes.has(key)) problems.push(`<${name}> has ${key} twice`)
    attributes.set(key, value.slice(1, -1))
  }
  if (!/^\s*\/?>$/.test(tag.slice(end))) problems.push(`<${name}> ends in ${JSON.stringify(tag.slice(end))}`)
  return attributes
}

function dangers({ name, attributes }: Element): string[] {
  const found = ['script', 'style', 'iframe', 'object', 'embed', 'base'].includes(name) ? [`<${name}> is there`] : []
  for (const [key, value] of attributes) {
    if (key === 'style' || key.startsWith('on')) found.push(`<${name} ${key}> is inline`)
    if (!['href', 'src', 'action', 'formaction'].includes(key)) continue
    if (!/^(?:\/(?!\/)|#|https:\/\/)/.test(value)) found.push(`<${name} ${key}="${value}"> leads elsewhere`)
  }
  return found
}

function structure(elements: readonly Element[]): string[] {
  const problems: string[] = []
  const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? [])
  for (const id of new Set(ids))
    if (ids.filter((other) => other === id).length > 1) problems.push(`id ${id} is there twice`)
  const headings = elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name.slice(1))] : []))
  if (headings.filter((level) => level === 1).length !== 1) problems.push('there is not exactly one h1')
  headings.forEach((level, at) => {
    if (level > (headings[at - 1] ?? 0) + 1) problems.push(`h${level} comes after h${headings[at - 1] ?? 0}`)
  })
  const labelled = new Set(
    elements.flatMap(({ name, attributes }) => (name === 'label' ? (attributes.get('for') ?? []) : [])),
  )
  for (const { name, attributes } of elements) {
    if (!['input', 'select', 'textarea'].includes(name) || attributes.get('type') === 'hidden') continue
    if (!labelled.has(attributes.get('id') ?? '')) problems.push(`${name} ${attributes.get('name') ?? ''} has no label`)
  }
  for (const { attributes } of elements) {
    for (const id of (attributes.get('aria-labelledby') ?? '').split(' ').filter(Boolean))
      if (!ids.includes(id)) problems.push(`aria-labelledby ${id} names nothing`)
  }
  return problems
}
