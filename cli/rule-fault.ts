import {firstLine, Problem} from '../config/problem.ts'
import {RuleFailure} from '../core/rule-failure.ts'
import {rules} from '../rules/index.ts'

/** What to tell of `error`: a rule of a plugin that breaks down is for its authors to mend, not for us. */
export function faultOf(error: unknown, path: string): unknown {
  if (!(error instanceof RuleFailure) || rules.includes(error.rule)) return error
  const cause = firstLine(error.cause)
  const problem = new Problem(`${path}: rule "${error.rule.id}" failed: ${cause}; PLAN_LINT_DEBUG=1 prints where`)
  problem.cause = error.cause
  return problem
}
