import {join} from 'node:path'
import type {FileSystem} from '../../config/file-system.ts'
import {ancestryOf} from '../../config/repository.ts'
import {type Manifest, manifestIn, packageFolder} from '../packages.ts'

/** What is there in the folder that is set up, and around it. */
export interface Surroundings {
  fs: FileSystem
  /** The folder, absolute. */
  root: string
  /** Whether git's repository begins in the folder, or there is no repository. */
  isRepositoryRoot: boolean
  /** The nearest folder with a `package.json`, from the folder up to the root of the repository; absolute. */
  packageFolder: string | null
  /** Its `package.json`; empty where there is none that can be read. */
  manifest: Manifest
}

export function surroundingsOf(fs: FileSystem, root: string): Surroundings {
  const ancestry = ancestryOf(fs, root)
  const {repository} = ancestry
  const folder = packageFolder(fs, ancestry)
  return {
    fs,
    root,
    isRepositoryRoot: repository === root || repository === null,
    packageFolder: folder,
    manifest: (folder === null ? null : manifestIn(fs, folder)) ?? {},
  }
}

/** The first of `names` that is there, relative to the folder. */
export function firstOf({fs, root}: Surroundings, names: readonly string[]): string | null {
  return names.find(name => fs.existsSync(join(root, name))) ?? null
}
