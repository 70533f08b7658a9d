import {dirname, join} from 'node:path'
import type {FileSystem} from '../../config/file-system.ts'

/** What is there in the folder that is set up, and around it. */
export interface Surroundings {
  fs: FileSystem
  /** The folder, absolute. */
  root: string
  /** Whether git's repository begins in the folder, or there is no repository. */
  isRepositoryRoot: boolean
  /** The nearest folder with a `package.json`, from the folder up to the root of the repository; absolute. */
  packageFolder: string | null
  manifest: Manifest
}

/** What counts of `package.json`, here an empty object where there is none, or one that nobody can read. */
export interface Manifest {
  dependencies?: Readonly<Record<string, string>>
  devDependencies?: Readonly<Record<string, string>>
  [tool: string]: unknown
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
    manifest: packageFolder === null ? {} : manifestIn(fs, packageFolder),
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

function manifestIn(fs: FileSystem, folder: string): Manifest {
  try {
    const manifest: unknown = JSON.parse(fs.readFileSync(join(folder, 'package.json'), 'utf8'))
    return typeof manifest === 'object' && manifest !== null ? (manifest as Manifest) : {}
  } catch {
    return {}
  }
}

/** The first of `names` that is there, relative to the folder. */
export function firstOf({fs, root}: Surroundings, names: readonly string[]): string | null {
  return names.find(name => fs.existsSync(join(root, name))) ?? null
}

export function dependsOn({manifest}: Surroundings, name: string): boolean {
  return [manifest.dependencies, manifest.devDependencies].some(list => list !== undefined && Object.hasOwn(list, name))
}
