import type {Setup} from '../part.ts'
import type {Left} from '../step.ts'

/** What is told of a file that is read only where the repository begins, where that is not the folder at hand. */
export function onlyAtRepositoryRoot({around}: Setup, path: string): Left | null {
  if (around.isRepositoryRoot) return null
  return {kind: 'left', path, why: 'is read at the root of the repository only; run plan-lint init there'}
}
