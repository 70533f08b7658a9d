import type {LabelledPlan} from '../input/labelled-plan.ts'
import type {LintedPlan} from './linted-plan.ts'

/**
 * What is wrong with the places that labels and oracle name: they are not in the plan. It was edited after it was
 * labelled, and figures would mean nothing.
 */
export function misplacedLabels(plan: LabelledPlan, {lineCount}: LintedPlan, hasOracle: boolean): string[] {
  const {path, faults, functions, quotes} = plan
  const lines = [
    ...[...faults, ...quotes].map(({place, line}) => ({place, line})),
    ...functions.map(({place, endLine}) => ({place, line: endLine})),
  ]
  const behind = lines.filter(({line}) => line > lineCount)
  const strays = quotes.filter(({line}) => !functions.some(found => found.line <= line && line <= found.endLine))
  return [
    ...behind.map(
      ({place, line}) => `${place}: line ${line}, but ${path} has ${lineCount}; label the plan as it is now`,
    ),
    ...(hasOracle ? strays : []).map(
      ({place, line}) => `${place}: quoted-function, but --go has no function at line ${line} of ${path}`,
    ),
  ]
}
