import type { Detection, RuleId } from '#core/finding.ts'
import type { Facts } from '#core/rule.ts'
import { facts } from '#rules/findings/example.ts'
import { RULES } from '#rules/findings/index.ts'

/** The one thing that a rule finds in these facts; throws when it finds none or several. */
export function find(rule: RuleId, given: Partial<Facts>): Detection {
  const [detection, ...others] = RULES.filter(({ id }) => id === rule).flatMap((each) => [...each.detect(facts(given))])
  if (detection === undefined || others.length > 0) throw new Error(`${rule} did not find exactly one thing`)
  return detection
}
