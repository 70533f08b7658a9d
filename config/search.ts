import {basename, dirname, join} from 'node:path'
import type {FileSystem} from './file-system.ts'

const names = ['ts', 'mts', 'js', 'mjs', 'json', 'jsonc'].map(extension => `plan-lint.config.${extension}`)

/**
 * The nearest configuration file from `folder` upwards. The search ends at the root of a git repository: what lies
 * above it belongs to somebody else.
 */
export function findConfigFile(fs: FileSystem, folder: string): string | undefined {
  const name = names.find(candidate => fs.existsSync(join(folder, candidate)))
  if (name) return join(folder, name)
  const manifest = join(folder, 'package.json')
  if (isConfigured(fs, manifest)) return manifest
  const parent = dirname(folder)
  if (parent === folder || fs.existsSync(join(folder, '.git'))) return undefined
  return findConfigFile(fs, parent)
}

function isConfigured(fs: FileSystem, manifest: string): boolean {
  try {
    // A link to a terminal or a device could be read for ever.
    if (!fs.statSync(manifest, {throwIfNoEntry: false})?.isFile()) return false
    const text = fs.readFileSync(manifest, 'utf8')
    return text.includes('"plan-lint"') && Object.hasOwn(JSON.parse(text), 'plan-lint')
  } catch {
    // A manifest that is broken is not ours to complain about.
    return false
  }
}

/** Whether a file of that name can change what is configured. */
export function isConfigFile(path: string): boolean {
  return [...names, 'package.json'].includes(basename(path))
}
