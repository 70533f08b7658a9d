import {oncePer} from '../once.ts'
import type {Workspace} from '../workspace.ts'
import {perFile} from './per-file.ts'
import {perText} from './per-text.ts'
import {filesNamed} from './search.ts'

/** What a `package.json` says of its package. */
export interface Manifest {
  /** Path of the file. */
  file: string
  name: string | null
  scripts: readonly string[]
  /** Packages that it needs, which may bring programs. */
  dependencies: ReadonlySet<string>
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function keysOf(value: unknown): string[] {
  return isObject(value) ? Object.keys(value) : []
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}

const contentOf = perText((text): Omit<Manifest, 'file'> | null => {
  const content = parsed(text)
  if (!isObject(content)) return null
  const {name, scripts} = content
  const groups = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'bin']
  return {
    name: typeof name === 'string' ? name : null,
    scripts: keysOf(scripts),
    dependencies: new Set(groups.flatMap(group => keysOf(content[group]))),
  }
})

/** Reads a `package.json`; null where it cannot be read. */
export const manifestAt = perFile((workspace, file): Manifest | null => {
  const content = contentOf(workspace.read(file) ?? '')
  return content && {file, ...content}
})

/** The packages of a repository. */
export interface Packages {
  readable: readonly Manifest[]
  /** Whether each of them can be read. */
  areAll: boolean
}

export const packagesOf = oncePer((workspace: Workspace): Packages => {
  const manifests = filesNamed(workspace, ['package.json']).map(file => manifestAt(workspace, file))
  return {readable: manifests.flatMap(manifest => manifest ?? []), areAll: !manifests.includes(null)}
})
