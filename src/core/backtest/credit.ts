import { intermediaryTable } from '../descriptor/intermediary.ts'
import { statedLine, statedTable } from '../match/stated.ts'
import type { Identified } from './identified.ts'
import type { Proposal } from './proposal.ts'

/** Says which entry makes a change: the line that states the text, else the one entry about a product that comes or goes. */
export function createCredit(proposal: Proposal): (was: Identified, will: Identified) => string | null {
  const { entries, descriptors, after } = proposal
  const index = { intermediaries: intermediaryTable(after.intermediaries) }
  const stated = statedTable(descriptors, index)
  const byProduct = new Map<string, string[]>()
  for (const { where, products } of entries) {
    for (const product of products) byProduct.set(product, [...(byProduct.get(product) ?? []), where])
  }
  const [only] = entries
  return (was, will) => {
    if (only !== undefined && entries.length === 1) return only.where
    const line = will.what === 'charge' ? statedLine(will.text, stated, index) : null
    if (line !== null && line.app === will.match.app) return line.where
    const { app, candidates } = will.match
    const concerned = [app, ...candidates.map((candidate) => candidate.app), was.match.app]
    const about = concerned.map((id) => (id === null ? [] : (byProduct.get(id) ?? []))).find(({ length }) => length > 0)
    return about?.length === 1 ? (about[0] ?? null) : null
  }
}
