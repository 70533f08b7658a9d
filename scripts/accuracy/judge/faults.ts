import type {Preset} from '../../../index.ts'
import type {FaultLabel} from '../input/label.ts'
import type {LabelledPlan} from '../input/labelled-plan.ts'
import {backing, kinds} from '../kinds.ts'
import type {LintedPlan, PlacedFinding} from './linted-plan.ts'
import type {Verdict} from './verdict.ts'

/** Holds the findings of a plan against its labels, and its labels against the findings. */
export function judgeFaults({faults}: LabelledPlan, {preset, findings}: LintedPlan): Verdict[] {
  const judged = findings.filter(finding => isJudged(finding, preset, faults))
  return [
    ...judged.map(finding => verdictOnFinding(finding, faults)),
    ...faultsOnce(faults, preset).map(label => verdictOnFault(label, findings)),
  ]
}

function verdictOnFinding(finding: PlacedFinding, faults: readonly FaultLabel[]): Verdict {
  const labels = faults.filter(label => backing[finding.rule]?.includes(label.kind) && isAbout(finding, label))
  const {rule: subject, line, message: words} = finding
  if (labels.length === 0) return {outcome: 'wrong', subject, line, words}
  return {outcome: 'right', subject, line, words, isDebatable: !labels.some(({isSure}) => isSure)}
}

function verdictOnFault(label: FaultLabel, findings: readonly PlacedFinding[]): Verdict {
  const {kind, line, text: words} = label
  const rules: readonly string[] = kinds[kind].rules
  const isFound = findings.some(finding => rules.includes(finding.rule) && isAbout(finding, label))
  return {outcome: isFound ? 'found' : 'missed', subject: kind, line, words}
}

/**
 * Whether every such finding needs a label. An `info` claims no fault. Readers label the sections that the template
 * requires of the plan as a whole, not the parts of these, nor what is only expected.
 */
export function isJudged(
  {rule, severity, data}: PlacedFinding,
  {sections, phases}: Preset,
  faults: readonly FaultLabel[],
) {
  if (severity === 'info' || backing[rule] === undefined) return false
  if (rule !== 'required-sections') return true
  const isOfPlan = data.parent === '' && [...sections, ...(phases ? [phases] : [])].some(({id}) => id === data.section)
  return isOfPlan && (severity === 'error' || faults.some(label => label.text === data.section && isMissing(label)))
}

/** The faults that have to be found: those their reader was sure of, a line and kind once, as one finding tells them. */
function faultsOnce(faults: readonly FaultLabel[], {phases}: Preset): FaultLabel[] {
  const asksForCommands = phases?.validation === 'command'
  const sure = faults.filter(({kind, isSure}) => isSure && (kind !== 'phase-without-command' || asksForCommands))
  const keys = sure.map(label => `${label.kind} ${isMissing(label) ? label.text : label.line}`)
  return sure.filter((_, index) => keys.indexOf(keys[index] as string) === index)
}

/** A label may be a line off: one reader marks a heading, another what stands below it. */
function isAbout({line, endLine, data}: PlacedFinding, label: FaultLabel): boolean {
  if (isMissing(label)) return data.section === label.text
  return Math.abs(line - label.line) <= 1 || (line <= label.line && label.line <= endLine)
}

/** What is missing stands on no line, and is known by the id of the section. */
function isMissing({kind}: FaultLabel): boolean {
  return kind === 'missing-section'
}
