import type { AppEvidence } from '#core/app.ts'
import { appDecisions } from '#core/judge/app-decisions.ts'
import { describe } from '#core/judge/describe.ts'
import type { Judgement } from '#core/judgement.ts'
import type { Finding } from '#core/finding.ts'
import type { Store, Stored } from '#core/store.ts'
import { readKnownApps } from '#jobs/judge.ts'
import { readStoredJudgements } from '#jobs/read-judgements.ts'
import { readUnrecognised } from '#jobs/read-unrecognised.ts'
import type { Backend } from '#src/api/backend.ts'
import type { AppJudging } from './app-panel.ts'
import type { ChargeJudging } from './charge-form.ts'
import type { Decided } from './decided-list.ts'
import { subjectsOf } from './subjects.ts'

/** Every decision in words, the latest first. */
export async function readDecided(store: Store, backend: Backend): Promise<readonly Decided[]> {
  const known = await readKnownApps(store, backend.knowledge)
  const stored = await readStoredJudgements(store)
  return stored.toReversed().map((one) => ({ stored: one, what: describe(one.value, known.nameOf) }))
}

/** What the page of an app needs so that people can decide on it; null when there is no such app. */
export async function readAppJudging(
  id: string,
  evidence: AppEvidence,
  store: Store,
  backend: Backend,
): Promise<AppJudging | null> {
  const app = await store.get('apps', id)
  if (app === null) return null
  const decided = await readDecided(store, backend)
  const { countsAs } = appDecisions(decided.map(({ stored }) => stored.value))
  const isAbout = (judgement: Judgement): boolean => {
    if (judgement.decision === 'merge') return judgement.app === id || countsAs(judgement.into) === id
    return judgement.app === id || (judgement.app !== null && countsAs(judgement.app) === id)
  }
  return {
    app: app.value,
    version: app.version,
    subjects: subjectsOf(evidence, backend.knowledge.catalogue),
    decided: decided.filter(({ stored }) => isAbout(stored.value)),
    others: await appNames(store, id),
  }
}

/** What the page of a finding needs so that people can say what its charge is; null where it is about none. */
export async function readChargeJudging(finding: Stored<Finding>, store: Store): Promise<ChargeJudging | null> {
  const { subject, resolvedAt } = finding.value
  if (subject.kind !== 'charge' || resolvedAt !== null) return null
  const charge = await readUnrecognised(store, subject.id)
  if (charge === null) return null
  return { finding: finding.id, version: finding.version, charge, apps: await appNames(store, null) }
}

/** Names of the company's apps, sorted, without one. */
async function appNames(store: Store, except: string | null): Promise<readonly string[]> {
  const apps = (await store.list('apps')).filter(({ id, value }) => id !== except && value.kind === 'third-party')
  return [...new Set(apps.map(({ value }) => value.name))].toSorted()
}
