import type { Catalogue, StatedDescriptor } from '#core/catalogue.ts'
import { createLabelReader } from '#core/evaluation/label.ts'
import { fold } from '#core/name.ts'
import { closest } from '#core/nearest.ts'
import type { StatedLine, Written } from './entry.ts'
import type { OwnProblem } from './problem.ts'

type Stated = { readonly lines: readonly StatedDescriptor[]; readonly problems: readonly OwnProblem[] }

/** Charge texts with the products that they name found in the catalogue. */
export function statedDescriptors(catalogue: Catalogue, written: readonly Written<StatedLine>[]): Stated {
  const productOf = createProductReader(catalogue)
  const lines = new Map<string, StatedDescriptor>()
  const problems: OwnProblem[] = []
  for (const line of catalogue.descriptors ?? []) lines.set(keyOf(line.text), line)
  for (const { where, value } of written) {
    const read = productOf(value.product)
    if ('problem' in read) {
      problems.push({ where, problem: read.problem, with: read.with })
      continue
    }
    const key = keyOf(value.text)
    const earlier = lines.get(key)
    if (earlier === undefined) lines.set(key, { text: value.text, app: read.app, where: value.from })
    else if (earlier.app !== read.app) {
      const other = `"${earlier.text}" is ${earlier.app ?? 'no software'} by ${earlier.where}; remove one`
      problems.push({ where, problem: other, with: earlier.app === null ? [] : [earlier.app] })
    }
  }
  const before = new Set(catalogue.descriptors)
  return { lines: [...lines.values()].filter((line) => !before.has(line)), problems }
}

type Read = { readonly app: string | null } | { readonly problem: string; readonly with: readonly string[] }

function createProductReader({ products }: Catalogue): (text: string) => Read {
  const readLabel = createLabelReader({ products })
  return (text) => {
    const label = readLabel(text)
    if (label.kind === 'none') return { app: null }
    const [id, ...others] = label.kind === 'product' ? label.ids : []
    if (id !== undefined && others.length === 0) return { app: id }
    if (id !== undefined) {
      return {
        problem: `"${text}" is the name of ${[id, ...others].join(' and ')}; write one id`,
        with: [id, ...others],
      }
    }
    const near = closest(
      text,
      products.flatMap((product) => [product.id, product.name]),
    )
    const meant = near === null ? 'write the id or name of a product, or NONE' : `did you mean "${near}"?`
    return { problem: `there is no product "${text}"; ${meant}`, with: [] }
  }
}

function keyOf(text: string): string {
  return fold(text).replace(/\s+/g, ' ')
}
