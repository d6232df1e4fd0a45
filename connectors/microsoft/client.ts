import type { Client, PageCollection } from '@microsoft/microsoft-graph-client'
import { createListingHandler } from './handler.ts'
import type { ListingHandler, Wire } from './handler.ts'
import { GraphRefusal, troubleOf } from './trouble.ts'
import type { Asked, Trouble } from './trouble.ts'

export type Listing = Asked & {
  /** Below the version: `users`, `servicePrincipals/<id>/appRoleAssignedTo`. */
  readonly path: string
  /** Properties asked for; empty for those that Graph gives anyway. */
  readonly select: readonly string[]
  /** Properties that not every cloud or version knows: left out if Graph refuses the question with them. */
  readonly optional: readonly string[]
  /** Rows a page; Graph's own size where absent, as it takes `$top` of some listings for all that is wanted. */
  readonly pageRows?: number
}

export type Listed =
  | { readonly kind: 'rows'; readonly rows: readonly unknown[] }
  /** The last of a listing that did not reach its end. */
  | ({ readonly kind: 'trouble' } & Trouble)

export interface GraphClient {
  readonly clientId: string
  /** Streams a listing, at most a page in memory. Throws only when the signal is aborted. */
  list(listing: Listing): AsyncGenerator<Listed, void>
  /** One request for one row: null when it is answered. */
  knock(listing: Listing): Promise<Trouble | null>
}

// Rows held before they are handed on; a page of the listings that tell their size.
const BATCH_ROWS = 999

export function createGraphClient(wire: Wire, clientId: string): GraphClient {
  return {
    clientId,
    async *list(listing) {
      const opened = await openWithFallback(wire, listing)
      if ('trouble' in opened) {
        yield { kind: 'trouble', ...opened.trouble }
        return
      }
      const { client, handler, first } = opened
      const rows: unknown[] = []
      const { PageIterator } = await import('@microsoft/microsoft-graph-client')
      // `false` from the callback pauses the iterator, so that rows are handed on before the next page is fetched.
      const pages = new PageIterator(client, first, (row) => rows.push(row) < BATCH_ROWS)
      while (!pages.isComplete()) {
        const trouble = await troubleIn(wire, handler, () => pages.iterate())
        if (rows.length > 0) yield { kind: 'rows', rows: rows.splice(0) }
        if (trouble === null) continue
        yield { kind: 'trouble', ...trouble }
        return
      }
      const unfollowed = handler.unfollowed()
      if (unfollowed !== null) yield { kind: 'trouble', ...unfollowed }
    },
    async knock(listing) {
      const opened = await open(wire, { ...listing, pageRows: 1 }, listing.select)
      return 'trouble' in opened ? opened.trouble : null
    },
  }
}

type Opened =
  | { readonly client: Client; readonly handler: ListingHandler; readonly first: PageCollection }
  | { readonly trouble: Trouble; readonly status: number | null }

async function openWithFallback(wire: Wire, listing: Listing): Promise<Opened> {
  const wide = await open(wire, listing, [...listing.select, ...listing.optional])
  const notUnderstood = 'trouble' in wide && wide.status === 400
  return notUnderstood && listing.optional.length > 0 ? open(wire, listing, listing.select) : wide
}

async function open(wire: Wire, listing: Listing, select: readonly string[]): Promise<Opened> {
  const sdk = await import('@microsoft/microsoft-graph-client')
  const handler = createListingHandler(wire, listing)
  const client = sdk.Client.initWithMiddleware({ middleware: handler })
  const request = client.api(`/${listing.path}`)
  if (listing.pageRows !== undefined) request.top(listing.pageRows)
  if (select.length > 0) request.select([...select])
  let first: PageCollection = { value: [] }
  const trouble = await troubleIn(wire, handler, async () => {
    first = await request.get()
  })
  if (trouble === null) return { client, handler, first }
  const failure = handler.failure()
  return { trouble, status: failure instanceof GraphRefusal ? failure.status : null }
}

/** Runs a step of the SDK; what the handler remembers counts, since the SDK wraps it. Our own bugs go on up. */
async function troubleIn(wire: Wire, handler: ListingHandler, step: () => Promise<unknown>): Promise<Trouble | null> {
  try {
    await step()
    return null
  } catch (thrown) {
    if (wire.signal.aborted) throw wire.signal.reason
    const failure = handler.failure() ?? thrown
    const trouble = troubleOf(failure)
    if (trouble === null) throw failure
    return trouble
  }
}
