import {oncePer} from '../once.ts'
import type {Workspace} from '../workspace.ts'

/** `make`, called at most once for each file of a workspace. */
export function perFile<T>(make: (workspace: Workspace, file: string) => T): (workspace: Workspace, file: string) => T {
  const knownIn = oncePer((_workspace: Workspace) => new Map<string, {made: T}>())
  return (workspace, file) => {
    const known = knownIn(workspace)
    let result = known.get(file)
    if (!result) {
      result = {made: make(workspace, file)}
      known.set(file, result)
    }
    return result.made
  }
}
