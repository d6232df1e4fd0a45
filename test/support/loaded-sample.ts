import type { App, AppEvidence } from '#core/app.ts'
import type { Finding, RuleId } from '#core/finding.ts'
import type { ChargeObservation, Observation } from '#core/observation.ts'
import type { Person } from '#core/person.ts'
import type { Store } from '#core/store.ts'
import type { Knowledge } from '#jobs/knowledge.ts'
import { fileReaders } from '#src/connectors.ts'
import { loadKnowledge } from '#src/knowledge.ts'
import { loadSample } from '#src/load-sample.ts'
import { openSampleCompany } from '#src/sample.ts'
import { openWriter } from '#src/store/open.ts'
import { all, temporaryFolder } from '#test/store/examples.ts'

type LoadedSample = AsyncDisposable & {
  readonly store: Store
  readonly knowledge: Knowledge
  readonly apps: ReadonlyMap<string, App>
  readonly evidence: ReadonlyMap<string, AppEvidence>
  readonly open: readonly Finding[]
  readonly people: readonly Person[]
  readonly charges: readonly ChargeObservation[]
  readonly found: (rule: RuleId, subject: string) => Finding | undefined
  /** The app whose charges hold this text. */
  readonly appCharged: (text: string) => string | undefined
  readonly kindsOf: (descriptor: string) => readonly string[]
}

/** What `npm start` shows: the sample company, read by the real connectors and jobs into a store of its own. */
export async function openLoadedSample(): Promise<LoadedSample> {
  const folder = await temporaryFolder()
  const store = await openWriter(folder.path)
  const knowledge = await loadKnowledge(folder.path)
  const readers = await fileReaders()
  let ids = 0
  const createId = (): string => `scan-${(ids += 1)}`
  const { signal } = new AbortController()
  await loadSample(await openSampleCompany(), { store, knowledge, readers, createId, signal })

  const company = (await store.get('company', 'company'))?.value
  if (company === undefined) throw new Error('nothing was detected')
  const apps = new Map((await store.list('apps')).map(({ id, value }) => [id, value]))
  const parts = await Promise.all(company.evidenceParts.map(({ segment }) => all(store.read('evidence', segment))))
  const evidence = new Map(parts.flat().map((each) => [each.app, each]))
  const open = (await store.list('findings')).map(({ value }) => value).filter(({ status }) => status === 'open')
  const people = await all(store.read('people', company.peopleSegment))
  const charges = (await observed(store)).flatMap((each) => (each.kind === 'charge' ? [each] : []))
  return {
    store,
    knowledge,
    apps,
    evidence,
    open,
    people,
    charges,
    found: (rule, subject) => open.find((finding) => finding.rule === rule && finding.subject.id === subject),
    appCharged: (text) =>
      [...evidence.values()].find((each) => each.charges.some(({ descriptor }) => descriptor.startsWith(text)))?.app,
    kindsOf: (descriptor) =>
      charges.filter((charge) => charge.descriptor.startsWith(descriptor)).map(({ chargeKind }) => chargeKind),
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

async function observed(store: Store): Promise<Observation[]> {
  const sources = (await store.list('sources')).map(({ value }) => value)
  const segments = sources.flatMap((source) => source.segments)
  return (await Promise.all(segments.map((segment) => all(store.read('observations', segment))))).flat()
}
