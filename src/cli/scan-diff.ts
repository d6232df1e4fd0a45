import type { StoreReader } from '#core/store.ts'
import { listFindings } from '#jobs/read-findings.ts'

type Stock = { readonly apps: ReadonlyMap<string, string>; readonly open: ReadonlyMap<string, string> }

export type ScanDiff = {
  readonly appsNew: readonly string[]
  readonly appsGone: readonly string[]
  readonly findingsOpened: readonly string[]
  readonly findingsClosed: readonly string[]
}

/** What is known at a moment: apps by name, open findings by title. */
export async function takeStock(store: StoreReader): Promise<Stock> {
  const [apps, findings] = await Promise.all([store.list('apps'), listFindings(store)])
  const open = findings.filter(({ value }) => value.status === 'open' || value.status === 'acknowledged')
  return {
    apps: new Map(apps.map(({ id, value }) => [id, value.name])),
    open: new Map(open.map(({ id, value }) => [id, value.title])),
  }
}

/** What is new and what is gone between two moments, sorted. */
export function diffOf(before: Stock, after: Stock): ScanDiff {
  return {
    appsNew: only(after.apps, before.apps),
    appsGone: only(before.apps, after.apps),
    findingsOpened: only(after.open, before.open),
    findingsClosed: only(before.open, after.open),
  }
}

function only(these: ReadonlyMap<string, string>, those: ReadonlyMap<string, string>): string[] {
  return [...these].flatMap(([id, text]) => (those.has(id) ? [] : [text])).toSorted()
}
