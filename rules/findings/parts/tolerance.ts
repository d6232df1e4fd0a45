import type { AppFacts } from '#core/app.ts'
import { formatMoney } from '#core/money.ts'
import type { Facts } from '#core/rule.ts'
import { RISKS } from '#core/scope.ts'
import { meanings, reachOf } from './reach.ts'
import { monthlySpend } from './spend.ts'
import { count, list } from './wording.ts'

/**
 * In what an app goes beyond the policy's tolerance, a phrase each; empty when it stays within all of it. Spend is
 * compared in the minor units of its own currency, because nothing is converted.
 */
export function excessOf(each: AppFacts, { policy, scopes }: Facts): string[] {
  const { tolerance } = policy
  const excess: string[] = []
  if (each.app.users > tolerance.people) {
    excess.push(`${count(each.app.users, 'person', 'people')} use it (${tolerance.people} tolerated)`)
  }
  for (const [currency, minor] of Object.entries(monthlySpend(each))) {
    if (minor <= tolerance.monthlySpendMinor) continue
    const tolerated = formatMoney({ minor: tolerance.monthlySpendMinor, currency })
    excess.push(`it costs ${formatMoney({ minor, currency })} a month (${tolerated} tolerated)`)
  }
  const beyond = reachOf(each.evidence.grants, scopes).filter(
    ({ risk }) => RISKS.indexOf(risk) > RISKS.indexOf(tolerance.scopes),
  )
  if (beyond.length > 0) excess.push(`it may ${list(meanings(beyond), 3)} (${tolerance.scopes} risk tolerated)`)
  return excess
}
