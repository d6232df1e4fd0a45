import { hash } from 'node:crypto'
import { fold } from './fold.ts'
import { remember } from './remember.ts'
import { Tally } from './tally.ts'

const foldAgain = remember(fold)

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
  // 48 bits of each row's hash: among a million rows, two different ones meet in one file of six hundred, and then
  // only the number in their keys is off, the same at each upload.
  readonly #counts = new Tally()

  next(row: RowIdentity): string {
    const identity = [row.account, row.date, row.minor, row.currency, foldAgain(row.descriptor), row.reference ?? '']
    const digest = hash('sha256', JSON.stringify(identity), 'hex')
    const counter = Number.parseInt(digest.slice(0, 12), 16) + 1
    const nth = this.#counts.add(counter)
    return `charge:${digest.slice(0, 32)}:${nth}`
  }
}
