import type {Workspace} from '../core/workspace.ts'
import {Addresses} from '../repository/address.ts'
import {Workspaces} from '../repository/workspaces.ts'

/** So long what was found out of repositories is taken for true, in milliseconds: hosts in editors run for days. */
const longestTrust = 2000

let workspaces: Workspaces | undefined
let since = 0

/**
 * The git repository around the file at `path`, which is relative to `folder`; undefined where there is none, where a
 * host has called a text by something else than its path, and in a browser.
 */
export function workspaceAround(path: string | undefined, folder?: string): Workspace | undefined {
  if (path === undefined || typeof process === 'undefined' || !process.getBuiltinModule) return undefined
  // Imported by statements, modules of Node could not be bundled for a browser.
  const fs = process.getBuiltinModule('node:fs')
  const file = process.getBuiltinModule('node:path').resolve(folder ?? process.cwd(), path)
  if (!fs.existsSync(file)) return undefined
  const address = new Addresses(fs, null).of(file)
  if (!address) return undefined
  if (!workspaces || Date.now() - since > longestTrust) {
    workspaces = new Workspaces(fs)
    since = Date.now()
  }
  return workspaces.at(address)
}
