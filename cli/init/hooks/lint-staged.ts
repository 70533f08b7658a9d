import {callOf} from '../calling.ts'
import {holding} from '../holding.ts'
import type {JsonObject} from '../merge/additions.ts'
import type {Setup} from '../part.ts'
import type {Step} from '../step.ts'
import type {PlanPatterns} from './plan-patterns.ts'

/** A task for lint-staged, which passes the staged files that are plans. */
export function lintStagedStep(path: string, {included, excluded}: PlanPatterns, {around}: Setup): Promise<Step> {
  const leavesOutReadMe = excluded.includes('**/README.md')
  const globs = included.map(glob => (leavesOutReadMe ? glob.replace(/(?<=^|\/)\*\.md$/, '!(README).md') : glob))
  const task = {[globs.length === 1 ? (globs[0] as string) : `{${globs.join(',')}}`]: callOf(around)}
  const wanted = (config: JsonObject) => (JSON.stringify(config).includes('plan-lint') ? {} : task)
  return holding(around, path, value => {
    if (path !== 'package.json') return wanted(value)
    return {'lint-staged': wanted(value['lint-staged'] as JsonObject)}
  })
}
