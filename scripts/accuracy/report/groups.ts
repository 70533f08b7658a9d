import {harmless} from '../../../cli/terminal.ts'
import {grouped} from '../grouped.ts'
import type {JudgedPlan} from '../judge/judged-plan.ts'
import type {Verdict} from '../judge/verdict.ts'

/** Verdicts of which the figures are told together. */
export interface Group {
  /** As Markdown. */
  name: string
  verdicts: readonly Verdict[]
  /** How many plans they are about; 0 where that is not told. */
  plans: number
}

/** Verdicts on findings by rule, on faults by kind, on presets by preset; in order of the names. */
export function bySubject(verdicts: readonly Verdict[]): Group[] {
  const groups = [...grouped(verdicts, ({subject}) => subject)]
  return inOrder(groups.map(([name, own]) => ({name: `\`${name}\``, verdicts: own, plans: 0})))
}

/** What `verdictsOf` takes from the plans of each family or repository, in order of the names; empty if none is known. */
export function byOrigin(
  plans: readonly JudgedPlan[],
  origin: 'family' | 'repository',
  verdictsOf: (plan: JudgedPlan) => readonly Verdict[],
): Group[] {
  if (plans.every(plan => plan[origin] === '')) return []
  const groups = [...grouped(plans, plan => plan[origin])]
  return inOrder(
    groups.map(([name, own]) => ({
      name: harmless(name) || 'not said',
      verdicts: own.flatMap(verdictsOf),
      plans: own.length,
    })),
  )
}

function inOrder(groups: readonly Group[]): Group[] {
  return [...groups].sort((a, b) => a.name.localeCompare(b.name, 'en'))
}
