import {severityIn} from '../../../core/severities.ts'
import {rules} from '../../../index.ts'
import type {LabelledPlan} from '../input/labelled-plan.ts'
import {bodies} from '../kinds.ts'
import type {LintedPlan} from './linted-plan.ts'
import type {Verdict} from './verdict.ts'

const rule = rules.find(({id}) => id === bodies.rule)

/** Holds what plan-lint says of the Go functions of a plan against its oracle; nothing where its preset allows bodies. */
export function judgeBodies({functions}: LabelledPlan, {preset, findings}: LintedPlan): Verdict[] {
  if (!rule || severityIn(rule, preset) === 'off') return []
  const implemented = functions.filter(({isImplemented}) => isImplemented)
  const told = findings.filter(finding => finding.rule === bodies.rule && finding.data.language === 'go')
  const meet = (a: {line: number; endLine: number}, b: {line: number; endLine: number}) =>
    a.line <= b.endLine && b.line <= a.endLine
  return [
    ...told.map(({line, endLine, message: words}): Verdict => {
      const isRight = implemented.some(found => meet(found, {line, endLine}))
      return {outcome: isRight ? 'right' : 'wrong', subject: bodies.rule, line, words}
    }),
    ...implemented.map(({name, line, endLine}): Verdict => {
      const isFound = told.some(finding => meet(finding, {line, endLine}))
      return {outcome: isFound ? 'found' : 'missed', subject: bodies.kind, line, words: name}
    }),
  ]
}
