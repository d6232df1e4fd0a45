import type { Rule } from '#core/rule.ts'
import { duplicateSubscription } from './duplicate-subscription.ts'
import { highRiskGrant } from './high-risk-grant.ts'
import { lookalikeApp } from './lookalike-app.ts'
import { orphanedGrant } from './orphaned-grant.ts'
import { overlappingTools } from './overlapping-tools.ts'
import { ownerMissing } from './owner-missing.ts'
import { renewalDue } from './renewal-due.ts'
import { sourceBlindSpot } from './source-blind-spot.ts'
import { tenantWideGrant } from './tenant-wide-grant.ts'
import { unapprovedTool } from './unapproved-tool.ts'
import { unrecognisedCharge } from './unrecognised-charge.ts'
import { unreviewedTool } from './unreviewed-tool.ts'

/** All rules, sorted by id. */
export const RULES: readonly Rule[] = [
  duplicateSubscription,
  highRiskGrant,
  lookalikeApp,
  orphanedGrant,
  overlappingTools,
  ownerMissing,
  renewalDue,
  sourceBlindSpot,
  tenantWideGrant,
  unapprovedTool,
  unrecognisedCharge,
  unreviewedTool,
]
