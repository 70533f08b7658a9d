import {firstLine, Problem} from '../config/problem.ts'
import {RuleFailure} from '../core/rule-failure.ts'
import {ownCatalogue} from './own-catalogue.ts'

/** What to tell of `error`: a rule of a plugin that breaks down is for its authors to mend, not for us. */
export async function faultOf(error: unknown, path: string): Promise<unknown> {
  if (!(error instanceof RuleFailure)) return error
  const {rule, cause} = error
  if ((await ownCatalogue()).rules.some(({id}) => id === rule.id)) return error
  const problem = new Problem(`${path}: rule "${rule.id}" failed: ${firstLine(cause)}; PLAN_LINT_DEBUG=1 prints where`)
  problem.cause = cause
  return problem
}
