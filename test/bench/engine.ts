/** What an engine answers to a text: its best product with a score of its own scale, higher is better; null for nothing. */
export type Found = { readonly app: string; readonly score: number } | null

export type Engine = {
  readonly name: string
  /** Whether it is given the text as printed, or cleaned words whose making is not timed. */
  readonly reads: 'raw' | 'cleaned'
  /** Lays the names out and returns the search; both are timed by the caller. */
  build(): (text: string) => Found
}
