import {oncePer} from './once.ts'
import type {Workspace} from './workspace.ts'

/** Where the repositories are that git keeps within this one. Whether their files are at hand is up to who cloned it. */
const submodulesOf = oncePer((workspace: Workspace): readonly string[] => {
  const settings = workspace.read('.gitmodules') ?? ''
  return [...settings.matchAll(/^[ \t]*path[ \t]*=[ \t]*(\S+)[ \t]*\r?$/gm)].map(([, path = '']) => path)
})

/** Whether `path`, from the root, is or lies in a repository within this one. */
export function isInSubmodule(path: string, workspace: Workspace): boolean {
  return submodulesOf(workspace).some(submodule => `${path}/`.startsWith(`${submodule}/`))
}
