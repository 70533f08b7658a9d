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
  /** Files that were there once; null where the history does not go back to the plan. */
  gone?: readonly string[] | null
  /** Whether no work was committed since the plan was. */
  isNew?: boolean
  /** How many lines more than now files once had; null where the history does not tell. */
  shrunk?: Readonly<Record<string, number>> | null
  /** Files that came after the plan; null where there is no history. */
  young?: readonly string[] | null
  /** Files that were changed, came or went since the plan came; null where the history does not go back so far. */
  changed?: readonly string[] | null
}

/** A repository that is nowhere but here: its files by path, with what they hold. A path with `/` at its end is an empty folder. */
export function workspaceOf(
  files: Readonly<Record<string, string>>,
  {
    planPath = 'plans/plan.md',
    ignored = [],
    moved = {},
    gone = [],
    isNew = false,
    shrunk = {},
    ...history
  }: WorkspaceOptions = {},
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
  const {young = [], changed = []} = history
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
    wasThere: tail => (gone ? gone.some(path => path === tail || path.endsWith(`/${tail}`)) : null),
    isNew: () => isNew,
    shrunkBy: path => shrunk && (shrunk[path] ?? 0),
    wasBeforePlan: path => young && !young.includes(path),
    changedSincePlan: path => (changed ? changed.includes(path) : null),
  }
}
