import {resolve} from 'node:path'
import picomatch from 'picomatch'
import {globSync, isDynamicPattern} from 'tinyglobby'
import type {FileSystem} from '../config/file-system.ts'
import {withoutIgnored} from './ignored.ts'

export interface Walk {
  /** Absolute paths. */
  files: string[]
  /** Folders that could not be read. */
  unread: {folder: string; error: unknown}[]
}

/** Whether `pattern` is more than a plain path. */
export const isGlob = (pattern: string) => isDynamicPattern(pattern)

/** The folders and files that `globs` look into, for people: `plans/`, `PLAN.md`. */
export function placesIn(globs: readonly string[]): string[] {
  const places = globs
    .filter(glob => !glob.startsWith('!'))
    .map(glob => {
      const {base, isGlob} = picomatch.scan(glob)
      return isGlob && base ? `${base}/` : glob
    })
  return [...new Set(places)]
}

/** The Markdown files that `globs`, relative to `root`, match; without what `.gitignore` files leave out. */
export function markdownFiles(fs: FileSystem, root: string, globs: readonly string[]): Walk {
  const unread: Walk['unread'] = []
  const bases = globs.filter(glob => !glob.startsWith('!')).map(glob => resolve(root, picomatch.scan(glob).base))
  const start = bases.length === 1 && bases[0] !== undefined ? bases[0] : root
  const found = globSync(globs, {
    cwd: root,
    absolute: true,
    dot: true,
    followSymbolicLinks: false,
    fs: withoutIgnored(fs, start, (folder, error) => unread.push({folder, error})),
  })
  return {files: found.filter(file => /\.(?:md|markdown)$/i.test(file)).map(file => resolve(file)), unread}
}
