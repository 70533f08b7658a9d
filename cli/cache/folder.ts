import {join} from 'node:path'
import type {FileSystem} from '../../config/file-system.ts'
import {upToRepository} from '../../config/repository.ts'

/**
 * Where the cache of the project at `root` lies: in the nearest `node_modules`, where tools for Node keep theirs, else at
 * the root of the repository, else at `root`.
 */
export function usualFolder(fs: FileSystem, root: string): string {
  const folders = upToRepository(fs, root)
  const modules = folders.map(folder => join(folder, 'node_modules')).find(folder => fs.existsSync(folder))
  return modules ? join(modules, '.cache/plan-lint') : join(folders.at(-1) ?? root, '.plan-lint-cache')
}
