import type {LabelledPlan} from '../input/labelled-plan.ts'
import {isAboutBody, judgeBodies} from './bodies.ts'
import {isJudged, judgeFaults} from './faults.ts'
import type {LintedPlan, PlacedFinding} from './linted-plan.ts'
import type {Verdict} from './verdict.ts'

export interface JudgedPlan extends LabelledPlan {
  /** None where the plan was not read. */
  faultVerdicts: readonly Verdict[]
  /** On bodies of functions, whether the plan was read or not. */
  bodyVerdicts: readonly Verdict[]
  presetVerdict: Verdict | null
  /** The rules of the findings that nothing could be held against, one for each. */
  unjudged: readonly string[]
}

/** Judges what plan-lint says of one plan; its functions only where there is an oracle. */
export function judgePlan(plan: LabelledPlan, linted: LintedPlan, hasOracle: boolean): JudgedPlan {
  const isHeld = (finding: PlacedFinding) =>
    isJudged(finding, linted.preset, plan.faults) || (hasOracle && isAboutBody(finding))
  return {
    ...plan,
    faultVerdicts: plan.isRead ? judgeFaults(plan, linted) : [],
    bodyVerdicts: hasOracle ? judgeBodies(plan, linted) : [],
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
