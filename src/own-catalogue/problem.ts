import { closest } from '#core/nearest.ts'

/** Why the company's own catalogue cannot be taken as it is. */
export type OwnProblem = {
  /** The file, and the line and entry in it where there is one. */
  readonly where: string
  /** What is wrong and what to do about it, in one clause. */
  readonly problem: string
  /** Ids of the products with which it collides; empty where it does with none. */
  readonly with: readonly string[]
}

/** The problem as one sentence. */
export function problemText({ where, problem }: OwnProblem): string {
  return `${where}: ${problem}`
}

/** What may have been meant, as the end of a sentence; empty where nothing is near. */
export function proposal(name: string, known: Iterable<string>): string {
  const near = closest(name, [...known])
  return near === null ? '' : `; did you mean "${near}"?`
}
