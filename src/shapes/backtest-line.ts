import { z } from 'zod'
import { DANGERS } from '#core/backtest/backtest.ts'
import type { Backtest, Change } from '#core/backtest/backtest.ts'
import type { Proposal } from '#core/backtest/proposal.ts'
import { totalWeight } from '#core/backtest/weight.ts'
import type { Weight } from '#core/backtest/weight.ts'
import { VERDICTS } from '#core/match/match.ts'
import { SOURCES } from '#core/observation.ts'

const count = z.int().min(0)
const where = z.string().describe('file, line and name of the proposed entry')

const weight = {
  rows: count.describe('stored observations'),
  people: count.describe('distinct people who paid or hold a way in'),
  spendMinor: z.record(z.string(), z.int()).describe('purchases less refunds, by currency'),
  firstSeen: z.iso.date().nullable(),
  lastSeen: z.iso.date().nullable(),
}

const outcome = z.strictObject({
  verdict: z.enum(VERDICTS),
  app: z.string().nullable(),
  name: z.string().nullable(),
  confidence: z.number().min(0).max(1),
})

const collision = z.strictObject({
  kind: z.literal('collision'),
  where,
  problem: z.string(),
  with: z.array(z.string()).describe('products that claim the same'),
})

const change = z.strictObject({
  kind: z.literal('change'),
  entry: where.nullable().describe('the entry that does it; null where only several together do'),
  what: z.enum(['charge', 'app']),
  source: z.enum(SOURCES),
  text: z.string(),
  before: outcome,
  after: outcome,
  held: z.boolean().describe('a judgement keeps it as it is; `after` is what the entry alone would say'),
  dangers: z.array(z.enum(DANGERS)),
  ...weight,
})

const entry = z.strictObject({
  kind: z.literal('entry'),
  where,
  identities: count.describe('distinct identities that change by it; those held by a judgement are not counted'),
  ...weight,
  collisions: count,
  dangers: count.describe('changes that want a second look'),
  warnings: z.array(z.string()),
})

const summary = z.strictObject({
  kind: z.literal('summary'),
  identities: count.describe('distinct identities in the stored history'),
  changed: count,
  held: count,
  dangers: count,
  collisions: count,
  stored: z.literal(false).describe('a back-test stores nothing'),
})

/** What a proposed catalogue entry would change, a line each: collisions, changes, entries with totals, a summary last. */
export const backtestLine = z.discriminatedUnion('kind', [collision, change, entry, summary]).meta({
  id: 'BacktestLine',
  description: 'One line of `daylight rules backtest --json`',
})
export type BacktestLine = z.infer<typeof backtestLine>

/** The lines of a back-test: collisions, changes, entries in their order, then the summary. */
export function toBacktestLines(proposal: Proposal, { identities, changes }: Backtest): readonly BacktestLine[] {
  const { entries, collisions } = proposal
  const byEntry = Map.groupBy(changes, (each) => each.entry)
  return [
    ...collisions.map((each): BacktestLine => ({ kind: 'collision', ...each, with: [...each.with] })),
    ...changes.map(changeLine),
    ...entries.map((each): BacktestLine => {
      const its = byEntry.get(each.where) ?? []
      const changed = its.filter(({ held }) => !held)
      return {
        kind: 'entry',
        where: each.where,
        identities: changed.length,
        ...weightOf(totalWeight(changed.map((one) => one.weight))),
        collisions: collisions.filter((one) => one.where === each.where).length,
        dangers: its.filter(isDangerous).length,
        warnings: [...each.warnings],
      }
    }),
    {
      kind: 'summary',
      identities,
      changed: changes.filter(({ held }) => !held).length,
      held: changes.filter(({ held }) => held).length,
      dangers: changes.filter(isDangerous).length,
      collisions: collisions.length,
      stored: false,
    },
  ]
}

function changeLine({
  entry: by,
  what,
  source,
  text,
  before,
  after,
  held,
  dangers,
  weight: its,
}: Change): BacktestLine {
  return { kind: 'change', entry: by, what, source, text, before, after, held, dangers: [...dangers], ...weightOf(its) }
}

function isDangerous({ dangers }: Change): boolean {
  return dangers.length > 0
}

function weightOf({ rows, people, spendMinor, firstSeen, lastSeen }: Weight): z.infer<z.ZodObject<typeof weight>> {
  return { rows, people: people.length, spendMinor: { ...spendMinor }, firstSeen, lastSeen }
}
