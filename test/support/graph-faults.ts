import type { FakeRequest, Fault } from './fake-graph.ts'

export const DENIED: Fault = { kind: 'status', status: 403, code: 'Authorization_RequestDenied' }

/** A fault on the request that is the `count`-th of a listing, counted from 1. */
export function onPage(resource: string, count: number, fault: Fault) {
  return (request: FakeRequest) => (request.resource === resource && request.count === count ? fault : null)
}

/** A fault on every request of the listings. */
export function onListings(resources: readonly string[], fault: Fault) {
  return ({ resource }: FakeRequest) => (resources.includes(resource) ? fault : null)
}
