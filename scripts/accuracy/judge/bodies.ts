import {severityIn} from '../../../core/severities.ts'
import {rules} from '../../../index.ts'
import type {FunctionFound} from '../input/go-function.ts'
import type {LabelledPlan} from '../input/labelled-plan.ts'
import {bodies} from '../kinds.ts'
import type {LintedPlan, PlacedFinding} from './linted-plan.ts'
import type {Verdict} from './verdict.ts'

const rule = rules.find(({id}) => id === bodies.rule)

/** Holds what plan-lint says of the Go functions of a plan against its oracle; nothing where its preset allows bodies. */
export function judgeBodies({functions, quotes}: LabelledPlan, {preset, findings}: LintedPlan): Verdict[] {
  if (!rule || severityIn(rule, preset) === 'off') return []
  const implemented = functions.filter(({isImplemented}) => isImplemented)
  const told = findings.filter(isAboutBody)
  const isQuoted = (found: FunctionFound) => quotes.some(quote => meet(found, {...quote, endLine: quote.line}))
  return [
    ...told.map((finding): Verdict => {
      const isRight = implemented.some(found => meet(found, finding))
      const {line, message: words} = finding
      return {outcome: isRight ? 'right' : 'wrong', subject: bodies.rule, line, words}
    }),
    ...implemented.map((found): Verdict => {
      const {name: words, line} = found
      return {outcome: isQuoted(found) ? 'exempt' : outcomeOf(found, told), subject: bodies.kind, line, words}
    }),
  ]
}

/** The oracle knows Go alone. */
export function isAboutBody({rule: id, data}: PlacedFinding): boolean {
  return id === bodies.rule && data.language === 'go'
}

function outcomeOf(found: FunctionFound, told: readonly PlacedFinding[]): Verdict['outcome'] {
  return told.some(finding => meet(finding, found)) ? 'found' : 'missed'
}

interface Lines {
  line: number
  endLine: number
}

function meet(a: Lines, b: Lines): boolean {
  return a.line <= b.endLine && b.line <= a.endLine
}
