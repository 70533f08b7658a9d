import {oncePer} from '../once.ts'
import {nearest} from '../words.ts'
import type {Workspace} from '../workspace.ts'

/** More names than these, or longer ones, nobody has in mind. */
const mostNames = 2000
const longest = 100
/** So many names are compared for one plan; nobody reads what is offered for thousands of commands. */
const mostComparisons = 100_000

const comparisonsIn = oncePer((_workspace: Workspace) => ({left: mostComparisons}))

/** Names are told apart by few letters, so that only what is very near is likely to be meant. */
const allowed = (meant: string) => (meant.length <= 4 ? 1 : meant.length <= 16 ? 2 : 3)

/** The same parts in another order: `e2e:test` and `test:e2e`. */
function sortedParts(name: string): string {
  return name.toLowerCase().split(/[:_-]/).sort().join(' ')
}

/** The name of `known` that `name` is most likely a slip for; null where none is near. */
export function nearestName(workspace: Workspace, name: string, known: readonly string[]): string | null {
  const comparisons = comparisonsIn(workspace)
  if (known.length > Math.min(mostNames, comparisons.left) || name.length > longest) return null
  comparisons.left -= known.length
  const alike = known.filter(({length}) => Math.abs(length - name.length) <= 3)
  const parts = sortedParts(name)
  return nearest(name, alike, allowed) ?? alike.find(other => sortedParts(other) === parts) ?? null
}

/** The same for names with a scope before them, as in `@scope/name`, which is not compared. */
export function nearestScoped(workspace: Workspace, name: string, known: readonly string[]): string | null {
  const [, scope = '', own = name] = /^(@[^/]*\/)(.*)$/.exec(name) ?? []
  const alike = known.filter(other => other.startsWith(scope)).map(other => other.slice(scope.length))
  const found = nearestName(workspace, own, alike)
  return found === null ? null : scope + found
}
