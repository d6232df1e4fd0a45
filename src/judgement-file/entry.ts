/** An entry of a file as it stands there, and where. */
export type FileEntry = {
  /** `line 4` of text, `entry 2` of a JSON list. */
  readonly place: string
  readonly value: unknown
}

/** A part of a file that cannot be taken as a judgement. */
export type FileProblem = { readonly place: string; readonly reason: string }

/** The entries of a file of one dialect, or why it is none. */
export type FileEntries =
  | { readonly refused: string }
  | { readonly refused: null; readonly entries: readonly FileEntry[]; readonly problems: readonly FileProblem[] }

/** Problems in the order of the file. */
export function inFileOrder(problems: readonly FileProblem[]): readonly FileProblem[] {
  return problems.toSorted((a, b) => numberIn(a.place) - numberIn(b.place))
}

function numberIn(place: string): number {
  return Number(/\d+/.exec(place)?.[0] ?? 0)
}
