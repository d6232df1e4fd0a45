import { malformedBecause } from './failure.ts'
import type { Failure } from './failure.ts'
import type { PageAnswer } from './client.ts'

export type ListedPage = { readonly kind: 'page'; readonly number: number; readonly items: readonly unknown[] }

// Google sends empty pages before full ones; this many in a row lead nowhere.
const MAX_EMPTY_PAGES = 1000

/**
 * All pages of a listing, 1-based, an empty one with a next page included. Ends with a `Failure` as its last item where
 * a page could not be read, or where Google gives a page token a second time and would lead in a circle.
 */
export async function* pagesOf(
  list: (pageToken: string | null) => Promise<PageAnswer>,
): AsyncGenerator<ListedPage | Failure, void> {
  const seen = new Set<string>()
  let pageToken: string | null = null
  let empty = 0
  for (let number = 1; ; number += 1) {
    const answer: PageAnswer = await list(pageToken)
    if (answer.kind !== 'page') {
      if (answer.kind === 'failed') yield { ...answer, detail: atPage(answer, number) }
      return
    }
    yield { kind: 'page', number, items: answer.items }
    pageToken = answer.nextPageToken
    if (pageToken === null) return
    empty = answer.items.length === 0 ? empty + 1 : 0
    const circle = seen.has(pageToken) ? `the page token of page ${number} came a second time` : null
    const trouble = empty === MAX_EMPTY_PAGES ? `${MAX_EMPTY_PAGES} empty pages in a row` : circle
    if (trouble !== null) {
      yield malformedBecause(trouble)
      return
    }
    seen.add(pageToken)
  }
}

function atPage(failure: Failure, number: number): string {
  return failure.advised || number === 1 ? failure.detail : `page ${number}: ${failure.detail}`
}
