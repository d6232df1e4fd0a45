import type { Product } from '#core/catalogue.ts'
import type { OwnProduct, Written } from './entry.ts'
import { proposal } from './problem.ts'
import type { OwnProblem } from './problem.ts'

type Kept = { readonly kept: readonly Product[]; readonly problems: readonly OwnProblem[] }

/** The known products without those that the company's own stand in for. */
export function withoutReplaced(products: readonly Product[], own: readonly Written<OwnProduct>[]): Kept {
  const ids = new Set(products.map(({ id }) => id))
  const replaced = new Set(own.flatMap(({ value }) => value.replaces))
  const families = new Set(own.flatMap(({ value }) => (value.family ? [value.id] : [])))
  const problems = own.flatMap(({ where, value }) =>
    value.replaces.flatMap((id) => {
      if (!ids.has(id)) {
        return [{ where, problem: `replaces "${id}", which is no product${proposal(id, ids)}`, with: [] }]
      }
      const orphans = products.filter((product) => product.memberOf === id && !replaced.has(product.id))
      return orphans.length === 0 || families.has(id) ? [] : [{ where, ...orphaned(id, orphans) }]
    }),
  )
  return { kept: products.filter(({ id }) => !replaced.has(id)), problems }
}

const NAMED = 3

function orphaned(id: string, members: readonly Product[]): Omit<OwnProblem, 'where'> {
  const named = members.slice(0, NAMED).map((member) => member.name)
  const more = members.length > NAMED ? ` and ${members.length - NAMED} more` : ''
  const problem = `replaces "${id}", the family of ${named.join(', ')}${more}; give this entry that id and "family": true, or replace its members too`
  return { problem, with: members.map((member) => member.id) }
}
