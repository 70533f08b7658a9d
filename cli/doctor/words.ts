import {shownPath} from '../../config/paths.ts'
import {list} from '../reporters/words.ts'
import type {Surroundings} from './surroundings.ts'

/**
 * The plans at `paths`, such as `2 of 3 plans (a.md, b.md)`; where there are no plans yet, `a plan`. All of them are
 * `all 3 plans`, behind a negation `any of 3 plans`.
 */
export function plansAt(
  paths: readonly string[],
  {plans: {files}}: Pick<Surroundings, 'plans'>,
  every: 'all' | 'any of' = 'all',
): string {
  if (files.length === 0) return 'a plan'
  if (files.length === 1) return list(paths)
  if (paths.length === files.length) return `${every} ${files.length} plans`
  return `${paths.length} of ${files.length} plans (${list(paths)})`
}

/** What a host shows that has shown something in `count` plans; `isAsked` is whether it was meant to. */
export function shownIn(count: number, isAsked: boolean, {plans: {files}}: Pick<Surroundings, 'plans'>): string {
  if (count === 0) return isAsked ? "shows none of plan-lint's findings" : "without plan-lint's rules"
  const which = count === files.length ? `all ${count}` : `${count} of ${files.length}`
  return `shows plan-lint's findings${files.length > 1 ? ` in ${which} plans` : ''}`
}

/** `a`, `a and b`, `a, b and c`. */
export function joined(items: readonly string[]): string {
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** What hosts that run in `root` call files: relative to it, with forward slashes. */
export function relativeTo(root: string, files: readonly string[]): string[] {
  return files.map(file => shownPath(root, file))
}
