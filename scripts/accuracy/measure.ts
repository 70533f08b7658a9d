import {resolve} from 'node:path'
import type {LoadedWorld} from '../../cli/commands/command.ts'
import {functionOf} from './input/go-function.ts'
import {jsonLines} from './input/json-lines.ts'
import {labelOf} from './input/label.ts'
import {labelledPlans} from './input/labelled-plan.ts'
import {PlanFolder} from './input/plan-folder.ts'
import {refuse} from './input/refuse.ts'
import {type JudgedPlan, judgePlan} from './judge/judged-plan.ts'
import {lintPlan} from './judge/linted-plan.ts'
import {misplacedLabels} from './judge/misplaced-labels.ts'

/** Paths as the user gave them, relative to the working folder. */
export interface Material {
  /** The folder of plans. */
  docs: string
  labels: readonly string[]
  /** What an oracle says of the functions in the plans; absent where none was asked. */
  go: string | undefined
}

/**
 * Lints and judges every plan that labels or oracle speak of.
 * @throws {Problem} when something cannot be read, or does not fit the plans
 */
export function measure({fs, cwd}: LoadedWorld, {docs, labels, go}: Material): {plans: JudgedPlan[]; inFolder: number} {
  const root = resolve(cwd, docs)
  const folder = new PlanFolder(fs, root, docs)
  const allLabels = labels.flatMap(file => jsonLines(fs, resolve(cwd, file), file, labelOf))
  const functions = go === undefined ? [] : jsonLines(fs, resolve(cwd, go), go, functionOf)
  const pairs = labelledPlans(folder, allLabels, functions).map(plan => ({plan, linted: lintPlan(fs, root, plan.path)}))
  const hasOracle = go !== undefined
  refuse(pairs.flatMap(({plan, linted}) => misplacedLabels(plan, linted, hasOracle)))
  return {
    plans: pairs.map(({plan, linted}) => judgePlan(plan, linted, hasOracle)),
    inFolder: folder.size,
  }
}
