/** What an experiment counted, and each breach of a promise that it saw, with the seed that repeats it. */
export type Outcome = {
  readonly counted: Readonly<Record<string, number>>
  readonly wrong: readonly string[]
}

export type Experiment = (how: { readonly seed: number; readonly times: number }) => Promise<Outcome>
