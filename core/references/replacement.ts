import type {Suggestion} from '../finding.ts'
import type {Reference} from './written.ts'

/** The change that puts `target` in place of the path of `reference` in the plan at `planPath`; the lines stay. */
export function replacement({pathRange, isLink}: Reference, target: string, planPath: string): Suggestion {
  return {
    title: `Put ${target} in its place`,
    edits: [{...pathRange, text: isLink ? relativePath(planPath, target) : target}],
  }
}

/** The way from the folder of the file `from` to the file `to`, both from the root. */
function relativePath(from: string, to: string): string {
  const [folders, names] = [from.split('/').slice(0, -1), to.split('/')]
  let shared = 0
  while (shared < folders.length && shared < names.length - 1 && folders[shared] === names[shared]) shared++
  return [...folders.slice(shared).map(() => '..'), ...names.slice(shared)].join('/')
}
