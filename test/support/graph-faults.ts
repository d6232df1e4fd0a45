import type { FakeRequest, Fault } from './fake-graph.ts'

/** A fault on the request that is the `count`-th of a listing, counted from 1. */
export function onPage(resource: string, count: number, fault: Fault) {
  return (request: FakeRequest) => (request.resource === resource && request.count === count ? fault : null)
}
