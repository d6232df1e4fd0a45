/** Addresses of Daylight's own pages; ids come from data and are encoded. */
export const address = {
  app: (id: string): string => `/apps/${encodeURIComponent(id)}`,
  finding: (id: string): string => `/findings/${encodeURIComponent(id)}`,
  entry: (id: string): string => `/inventory/${encodeURIComponent(id)}`,
  judgement: (id: string): string => `/judgements/${encodeURIComponent(id)}`,
  request: (id: string): string => `/requests/${encodeURIComponent(id)}`,
  scan: (id: string): string => `/scans/${encodeURIComponent(id)}`,
  preview: (id: string): string => `/imports/preview/${encodeURIComponent(id)}`,
  check: (query: string): string => `/check?${new URLSearchParams({ q: query }).toString()}`,
}

/** A path with its query; parameters that are empty or null are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | null>>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== '') parameters.set(name, value)
  return parameters.size === 0 ? path : `${path}?${parameters.toString()}`
}
