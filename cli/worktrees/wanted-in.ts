import {Problem} from '../../config/problem.ts'
import type {ReadPlan} from '../read-plan.ts'
import {errorsIn} from '../stages/faults.ts'
import {type Selection, selected} from './wanted.ts'

/**
 * The worktrees that a staged plan names. Errors of its metadata, of what depends on what and of sections that say
 * something else are among the faults, whatever the configuration or a directive makes of them.
 * @throws {Problem} when it is no staged plan
 */
export async function wantedIn(read: ReadPlan, named: readonly string[] | undefined): Promise<Selection> {
  const {plan, path, result} = read
  const items = plan.preset.metadata?.keys.flatMap(({items: own = []}) => own.map(({key}) => key)) ?? []
  if (!items.includes('branch') || !items.includes('worktree_path')) {
    throw new Problem(
      `${path}: is read as ${result.preset}, a kind of plan that names no worktrees; staged plans do, in their metadata`,
    )
  }
  const rules = await Promise.all([
    import('../../rules/stage-metadata.ts'),
    import('../../rules/stage-graph.ts'),
    import('../../rules/stage-sync.ts'),
  ])
  const errors = errorsIn(
    read,
    rules.map(rule => rule.default),
  )
  if (errors.length > 0) return {wanted: [], done: [], faults: errors}
  if (plan.stages) return selected(read, plan.stages, named)
  throw new Problem(`${path}: has no stages that can be read in its metadata`)
}
