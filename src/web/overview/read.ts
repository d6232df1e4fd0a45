import type { App, Totals } from '#core/app.ts'
import type { StatementAccount } from '#core/charge.ts'
import type { Finding } from '#core/finding.ts'
import { sumByCurrency } from '#core/money.ts'
import { chooseNeedsYou } from '#core/needs-you.ts'
import { SOURCES } from '#core/observation.ts'
import type { Source } from '#core/observation.ts'
import type { ScanRecord, SourceState } from '#core/store.ts'
import { listFindings } from '#jobs/read-findings.ts'
import type { Backend, Workspace } from '#src/api/backend.ts'

export type NeedsYouItem = {
  readonly finding: Finding
  readonly app: string | null
  readonly reasons: readonly string[]
}

export type News = {
  /** There was no scan before: everything is new, and nothing of it is news. */
  readonly isFirst: boolean
  /** Found since then and still open, the gravest first. */
  readonly opened: readonly Finding[]
  readonly resolved: number
  readonly newApps: readonly App[]
}

export type Overview = {
  readonly now: Date
  readonly currency: string | null
  readonly needsYou: readonly NeedsYouItem[]
  /** Open findings that are not among those. */
  readonly otherOpen: number
  readonly apps: { readonly used: number; readonly approved: number; readonly platform: number }
  readonly unapproved: { readonly apps: number; readonly unreviewed: number }
  readonly annualMinor: Totals
  /** Apps of whose charges no annual spend can be told. */
  readonly unknownSpend: number
  readonly sources: readonly { readonly source: Source; readonly state: SourceState | null }[]
  readonly accounts: readonly StatementAccount[]
  readonly lastScan: ScanRecord | null
  readonly news: News | null
}

/** All that the overview shows; null while nothing was ever detected. */
export async function readOverview({ store, clock }: Workspace, backend: Backend): Promise<Overview | null> {
  const [company, appDocuments, findingDocuments, sourceDocuments, scanDocuments] = await Promise.all([
    store.get('company', 'company'),
    store.list('apps'),
    listFindings(store),
    store.list('sources'),
    store.list('scans'),
  ])
  if (company === null || sourceDocuments.length === 0) return null
  const now = clock()
  const apps = appDocuments.map(({ value }) => value)
  const findings = findingDocuments.map(({ value }) => value)
  const open = findings.filter(({ status }) => status === 'open')
  const used = apps.filter(isUsed)
  const scans = scanDocuments.map(({ value }) => value)
  const lastScan = newest(scans)
  const ruleCount = (rule: Finding['rule']): number =>
    new Set(open.filter((one) => one.rule === rule).map(({ app }) => app)).size
  return {
    now,
    currency: backend.currency,
    needsYou: rank(findings, apps, backend, now),
    otherOpen: open.filter(({ needsYou }) => !needsYou).length,
    apps: {
      used: used.length,
      approved: used.filter(({ standing }) => ['approved', 'restricted', 'trial'].includes(standing)).length,
      platform: apps.filter(({ kind }) => kind !== 'third-party').length,
    },
    unapproved: { apps: ruleCount('unapproved-tool'), unreviewed: ruleCount('unreviewed-tool') },
    annualMinor: sumByCurrency(
      used.flatMap(({ statement }) =>
        Object.entries(statement?.annualMinor ?? {}).map(([currency, minor]) => ({ minor, currency })),
      ),
    ),
    unknownSpend: used.filter(({ statement }) => statement !== null && Object.keys(statement.annualMinor).length === 0)
      .length,
    sources: SOURCES.map((source) => ({
      source,
      state: sourceDocuments.find(({ id }) => id === source)?.value ?? null,
    })),
    accounts: company.value.statements,
    lastScan,
    news: lastScan === null ? null : newsSince(lastScan.startedAt, findings, used, scans.length === 1),
  }
}

function isUsed({ kind, users, statement, sources }: App): boolean {
  return kind === 'third-party' && (users > 0 || statement !== null || Object.keys(sources).length > 0)
}

function rank(findings: readonly Finding[], apps: readonly App[], backend: Backend, now: Date): NeedsYouItem[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]))
  const names = new Map(apps.map(({ id, name }) => [id, name]))
  return chooseNeedsYou(findings, backend.knowledge.policy, now.toISOString()).flatMap(({ id, reasons }) => {
    const finding = byId.get(id)
    return finding === undefined ? [] : [{ finding, app: names.get(finding.app ?? '') ?? null, reasons }]
  })
}

function newest(scans: readonly ScanRecord[]): ScanRecord | null {
  return scans.toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))[0] ?? null
}

const GRAVITY = ['critical', 'high', 'medium', 'low']

function newsSince(since: string, findings: readonly Finding[], apps: readonly App[], isFirst: boolean): News {
  return {
    isFirst,
    opened: findings
      .filter((finding) => finding.status === 'open' && finding.since >= since)
      .toSorted((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity) || (a.id < b.id ? -1 : 1)),
    resolved: findings.filter(({ resolvedAt }) => resolvedAt !== null && resolvedAt >= since).length,
    newApps: apps.filter(({ firstSeen }) => firstSeen !== null && firstSeen >= since),
  }
}
