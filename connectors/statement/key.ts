import { hash } from 'node:crypto'
import { fold } from './fold.ts'

/** What makes a row the same row when its file, or one that overlaps it, is uploaded again. */
export type RowIdentity = {
  readonly account: string
  readonly date: string
  readonly minor: number
  readonly currency: string
  readonly descriptor: string
  readonly reference: string | null
}

/**
 * Gives rows their stable keys. Equal rows are numbered in file order: two equal coffees of a day stay two, and the
 * same file again makes the same keys. One instance a file.
 */
export class RowKeys {
  // 48 bits of each row's hash: a million rows are some 40 MB, and a collision needs far more.
  readonly #counts = new Map<number, number>()

  next(row: RowIdentity): string {
    const identity = [row.account, row.date, row.minor, row.currency, fold(row.descriptor), row.reference ?? '']
    const digest = hash('sha256', JSON.stringify(identity), 'hex')
    const counter = Number.parseInt(digest.slice(0, 12), 16)
    const nth = (this.#counts.get(counter) ?? 0) + 1
    this.#counts.set(counter, nth)
    return `charge:${digest.slice(0, 32)}:${nth}`
  }
}
