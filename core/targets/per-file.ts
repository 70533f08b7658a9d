import {oncePer, oncePerKey} from '../once.ts'
import type {Workspace} from '../workspace.ts'

/** `make`, called at most once for each file of a workspace. */
export function perFile<T>(make: (workspace: Workspace, file: string) => T): (workspace: Workspace, file: string) => T {
  const madeIn = oncePer((workspace: Workspace) => oncePerKey(file => make(workspace, file)))
  return (workspace, file) => madeIn(workspace)(file)
}
