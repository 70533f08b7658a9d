import type {LabelledPlan} from '../input/labelled-plan.ts'
import {bodies} from '../kinds.ts'
import {judgeBodies} from './bodies.ts'
import {isJudged, judgeFaults} from './faults.ts'
import type {LintedPlan, PlacedFinding} from './linted-plan.ts'
import type {Verdict} from './verdict.ts'

export interface JudgedPlan extends LabelledPlan {
  /** On faults, where the plan was read, and on bodies of functions, where it was read or not. */
  verdicts: readonly Verdict[]
  /** Those on bodies of functions alone. */
  bodyVerdicts: readonly Verdict[]
  presetVerdict: Verdict | null
  /** The rules of the findings that nothing could be held against, one for each. */
  unjudged: readonly string[]
}

/** Judges what plan-lint says of one plan; its functions only where there is an oracle. */
export function judgePlan(plan: LabelledPlan, linted: LintedPlan, hasOracle: boolean): JudgedPlan {
  const bodyVerdicts = hasOracle ? judgeBodies(plan, linted) : []
  const isHeld = (finding: PlacedFinding) =>
    isJudged(finding, linted.preset, plan.faults) || (hasOracle && finding.rule === bodies.rule)
  return {
    ...plan,
    verdicts: [...(plan.isRead ? judgeFaults(plan, linted) : []), ...bodyVerdicts],
    bodyVerdicts,
    presetVerdict: judgePreset(plan, linted),
    unjudged: plan.isRead ? linted.findings.filter(finding => !isHeld(finding)).map(({rule}) => rule) : [],
  }
}

/**
 * Whether the preset is one of those that the plan is said to follow; null where no reader was sure. Its subject is the
 * first of these.
 */
function judgePreset({presets}: LabelledPlan, {preset}: LintedPlan): Verdict | null {
  const expected = presets.find(({isSure}) => isSure)?.text
  if (expected === undefined) return null
  const isRight = presets.some(({text}) => text === preset.id)
  return {outcome: isRight ? 'right' : 'wrong', subject: expected, line: 0, words: `taken for ${preset.id}`}
}
