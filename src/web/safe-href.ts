/** An address from data as a link target: only `https:`, and null for everything else. */
export function safeHref(address: string): string | null {
  const url = URL.parse(address.trim())
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null
}
