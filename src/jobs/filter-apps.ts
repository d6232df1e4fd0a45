import type { App } from '#core/app.ts'

export type AppFilter = {
  readonly standing?: string | undefined
  readonly kind?: string | undefined
  readonly source?: string | undefined
  readonly capability?: string | undefined
  /** Part of name, vendor, domain or id, case ignored. */
  readonly q?: string | undefined
}

/** The apps of a filter, in the order given; what is not asked for does not narrow. Pages, API and exports share it. */
export function filterApps(apps: readonly App[], filter: AppFilter): App[] {
  const text = filter.q?.trim().toLowerCase() ?? ''
  return apps.filter(
    (app) =>
      (!filter.standing || app.standing === filter.standing) &&
      (!filter.kind || app.kind === filter.kind) &&
      (!filter.source || sourcesOf(app).includes(filter.source)) &&
      (!filter.capability || app.capabilities.includes(filter.capability)) &&
      (text === '' || [app.name, app.vendor, app.domain, app.id].some((part) => part?.toLowerCase().includes(text))),
  )
}

function sourcesOf(app: App): string[] {
  return [...Object.keys(app.sources), ...(app.statement === null ? [] : ['statement'])]
}
