import type { App } from '#core/app.ts'
import type { Facts } from '#core/rule.ts'
import { compare } from './order.ts'

/** A tool that people may use, with what it does. */
export type ApprovedTool = {
  readonly name: string
  readonly app: string | null
  readonly capabilities: ReadonlySet<string>
  readonly users: number
}

/** The approved tools of the inventory, each with the capabilities that its entry and its app name. */
export function approvedTools({ apps, inventory }: Facts): ApprovedTool[] {
  const byId = new Map(apps.map(({ app }) => [app.id, app]))
  return inventory
    .filter(({ status }) => status === 'approved')
    .map((entry) => {
      const app = entry.app === null ? undefined : byId.get(entry.app)
      const capabilities = new Set([...entry.capabilities, ...(app?.capabilities ?? [])])
      return { name: entry.tool, app: entry.app, capabilities, users: app?.users ?? 0 }
    })
}

/** The name of an approved tool that does most of the same things, the most used first; null when there is none. */
export function alternativeTo(app: App, tools: readonly ApprovedTool[]): string | null {
  const found = tools.flatMap((tool) => {
    const shared = app.capabilities.filter((capability) => tool.capabilities.has(capability)).length
    return shared === 0 || tool.app === app.id ? [] : [{ ...tool, shared }]
  })
  const [best] = found.toSorted((a, b) => b.shared - a.shared || b.users - a.users || compare(a.name, b.name))
  return best?.name ?? null
}
