import type {Workspace} from '../core/workspace.ts'
import {FileList} from '../repository/file-list.ts'
import {NearestFiles} from '../repository/nearest.ts'

export interface WorkspaceOptions {
  /** Where the plan stands in it. */
  planPath?: string
  /** The folders that it leaves out. */
  ignored?: readonly string[]
  /** Where files have gone that once were there, by their old path. */
  moved?: Readonly<Record<string, string>>
  /** Files that were there once. */
  gone?: readonly string[]
  /** Files that came after the plan; null where there is no history. */
  young?: readonly string[] | null
}

/** A repository that is nowhere but here: its files by path, with what they hold. A path with `/` at its end is an empty folder. */
export function workspaceOf(
  files: Readonly<Record<string, string>>,
  {planPath = 'plans/plan.md', ignored = [], moved = {}, gone = [], young = []}: WorkspaceOptions = {},
): Workspace {
  const held = new Map([[planPath, ''], ...Object.entries(files).filter(([path]) => !path.endsWith('/'))])
  const names = new Map<string, Set<string>>([['', new Set()]])
  for (const path of [...held.keys(), ...Object.keys(files)]) {
    let folder = ''
    for (const name of path.split('/').filter(Boolean)) {
      names.get(folder)?.add(name)
      folder += folder === '' ? name : `/${name}`
      if (!held.has(folder) && !names.has(folder)) names.set(folder, new Set())
    }
  }
  const list = FileList.of(held.keys())
  const nearest = new NearestFiles(list)
  const plain = (path: string) => path.replace(/\/$/, '')
  return {
    planPath,
    kindOf: path => (held.has(path) ? 'file' : names.has(plain(path)) ? 'folder' : null),
    read: path => held.get(path) ?? null,
    namesIn: folder => [...(names.get(plain(folder)) ?? [])].sort(),
    filesEndingIn: tail => list.endingIn(tail),
    isIgnored: path => ignored.some(folder => `${path}/`.startsWith(`${folder}/`)),
    nearestTo: path => nearest.to(path),
    movedTo: path => moved[path] ?? null,
    wasThere: tail => gone.some(path => path === tail || path.endsWith(`/${tail}`)),
    wasBeforePlan: path => young && !young.includes(path),
  }
}
