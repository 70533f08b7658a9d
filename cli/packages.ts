import {realpathSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {FileSystem} from '../config/file-system.ts'
import type {Ancestry} from '../config/repository.ts'

/** What is read of a `package.json`; nothing in it is sure to be there. */
export interface Manifest {
  name?: string
  version?: string
  engines?: {node?: string}
  bin?: string | Readonly<Record<string, string>>
  scripts?: Readonly<Record<string, string>>
  dependencies?: Readonly<Record<string, string>>
  devDependencies?: Readonly<Record<string, string>>
  optionalDependencies?: Readonly<Record<string, string>>
  peerDependencies?: Readonly<Record<string, string>>
  readonly [key: string]: unknown
}

export interface Package {
  version: string
  /** Absolute path without links, so that what the package itself depends on is found from it. */
  folder: string
  manifest: Manifest
}

/** The nearest folder with a `package.json`; null where none of `folders` has one. */
export function packageFolder(fs: FileSystem, {folders}: Ancestry): string | null {
  return folders.find(folder => fs.existsSync(join(folder, 'package.json'))) ?? null
}

/** The package in `folder`; null where there is none that can be read. */
export function packageIn(fs: FileSystem, folder: string): Package | null {
  const manifest = manifestIn(fs, folder)
  return manifest && {version: String(manifest.version), folder: realpathSync(folder), manifest}
}

/** The `package.json` in `folder`; null where there is none that can be read. */
export function manifestIn(fs: FileSystem, folder: string): Manifest | null {
  try {
    const manifest: unknown = JSON.parse(fs.readFileSync(join(folder, 'package.json'), 'utf8'))
    return typeof manifest === 'object' && manifest !== null ? (manifest as Manifest) : null
  } catch {
    return null
  }
}

/** The package of that name that a module in `folder` would get, whatever the package says of its own paths. */
export function installedPackage(fs: FileSystem, folder: string, name: string): Package | null {
  const found = packageIn(fs, join(folder, 'node_modules', name))
  const parent = dirname(folder)
  return found || parent === folder ? found : installedPackage(fs, parent, name)
}

/** Absolute path of what a package runs as the command `name`; null where it has no such command. */
export function commandOf({folder, manifest: {bin}}: Package, name: string): string | null {
  const path = typeof bin === 'string' ? bin : bin?.[name]
  return path === undefined ? null : join(folder, path)
}

/** Whether a project asks for a package itself; one that is there may have come with another. */
export function dependsOn(manifest: Manifest, name: string): boolean {
  const {dependencies, devDependencies, optionalDependencies} = manifest
  return [dependencies, devDependencies, optionalDependencies].some(list => list && Object.hasOwn(list, name))
}
