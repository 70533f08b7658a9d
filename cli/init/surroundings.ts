import {dirname, join} from 'node:path'
import type {FileSystem} from '../../config/file-system.ts'
import {type Manifest, manifestIn} from '../packages.ts'

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
  const folders = upToRepository(fs, root)
  const repository = folders.at(-1)
  const packageFolder = folders.find(folder => fs.existsSync(join(folder, 'package.json'))) ?? null
  return {
    fs,
    root,
    isRepositoryRoot: repository === root || !fs.existsSync(join(repository ?? root, '.git')),
    packageFolder,
    manifest: (packageFolder === null ? null : manifestIn(fs, packageFolder)) ?? {},
  }
}

/** `root` and the folders above it up to the root of the repository, or of the disk, innermost first. */
function upToRepository(fs: FileSystem, root: string): string[] {
  const folders = [root]
  for (let folder = root; !fs.existsSync(join(folder, '.git')) && folder !== dirname(folder); ) {
    folder = dirname(folder)
    folders.push(folder)
  }
  return folders
}

/** The first of `names` that is there, relative to the folder. */
export function firstOf({fs, root}: Surroundings, names: readonly string[]): string | null {
  return names.find(name => fs.existsSync(join(root, name))) ?? null
}
