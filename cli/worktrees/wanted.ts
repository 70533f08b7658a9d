import {Problem} from '../../config/problem.ts'
import {isStageDone} from '../../core/inspection/graph.ts'
import {StageNames} from '../../core/stages/names.ts'
import {labelOf, type Stage, type Stages, stringIn} from '../../core/stages/stages.ts'
import {didYouMean} from '../../core/words.ts'
import type {ReadPlan} from '../read-plan.ts'

/** What the metadata of a plan say of the worktree of a stage. */
export interface Wanted {
  id: string
  branch: string
  /** As the plan has it. */
  path: string
  /** What a new branch begins at. */
  base: string
}

export interface Selection {
  wanted: Wanted[]
  /** The ids of those that are done and that nobody named. */
  done: string[]
  /** What stages lack. */
  faults: string[]
}

/**
 * The stages of a plan that are to have worktrees: those that `named` names, else all that are not done.
 * @throws {Problem} when a name is that of no stage
 */
export function selected({plan, path}: ReadPlan, stages: Stages, named: readonly string[] | undefined): Selection {
  const chosen = named ? [...new Set(named.map(name => stageNamed(name, stages, path)))] : stages.all
  const isLeftOut = (stage: Stage) =>
    named === undefined && isStageDone(stringIn(stage.entry, 'status', stages.isUnset)?.text)
  const own = chosen.filter(stage => !isLeftOut(stage))
  const root = typeof plan.metadata !== 'string' && plan.metadata.value?.type === 'object' ? plan.metadata.value : null
  const commonBase = stringIn(root, 'base_branch', stages.isUnset)?.text.trim()
  const faults: string[] = []
  const wanted = own.flatMap((stage): Wanted[] => {
    const told = (key: string) => stringIn(stage.entry, key, stages.isUnset)?.text.trim()
    const id = labelOf(stage, stages)
    const [branch, folder] = [told('branch'), told('worktree_path')]
    for (const [key, value] of Object.entries({branch, worktree_path: folder})) {
      if (value === undefined) faults.push(`${path}: stage ${id} has no "${key}"; fill it in`)
    }
    return branch && folder ? [{id, branch, path: folder, base: told('base_branch') ?? commonBase ?? 'HEAD'}] : []
  })
  return {wanted, done: chosen.filter(isLeftOut).map(stage => labelOf(stage, stages)), faults}
}

function stageNamed(name: string, stages: Stages, path: string): Stage {
  const found = new StageNames(stages).named(name)
  if (found) return found
  const ids = stages.all.map(stage => labelOf(stage, stages))
  throw new Problem(`${path}: has no stage "${name}".${didYouMean(name, ids)} Stages: ${ids.join(', ')}`)
}
