import type {FileSystem} from '../config/file-system.ts'
import {folderOf, nameOf} from '../core/workspace-paths.ts'
import {below, slashed, within} from './slashed.ts'

export type Kind = 'file' | 'folder'

/** Something that lies in a repository. */
export interface Found {
  kind: Kind
  /** Where it lies once all links are followed; absolute. */
  place: string
}

interface Folder {
  place: string
  /** What lies in it, by name; null where it cannot be listed. */
  entries: ReadonlyMap<string, Kind | 'link' | 'other'> | null
}

/**
 * What lies below a root on the disk once all links are followed. Each folder is read once, when something in it is
 * asked for first: many plans name many files of few folders.
 */
export class Folders {
  readonly #fs: FileSystem
  readonly #root: string
  /** The root once all links are followed; null where it cannot be had. */
  readonly #place: string | null
  readonly #folders = new Map<string, Folder | null>()
  /** What a list does not tell, and had to be looked at by itself. */
  readonly #lookedAt = new Map<string, Found | null>()

  /** `root` is absolute, with slashes. */
  constructor(fs: FileSystem, root: string) {
    this.#fs = fs
    this.#root = root
    this.#place = this.#realPathOf(root)
  }

  /** What is at `path`, which is plain; null where that is nothing. */
  find(path: string): Found | null {
    if (path === '') return this.#place === null ? null : {kind: 'folder', place: this.#place}
    if (this.#fs.isObserved) return this.#look(path, below(this.#root, path))
    const folder = this.#folder(folderOf(path))
    if (!folder) return null
    const {place, entries} = folder
    const name = nameOf(path)
    const kind = entries?.get(name)
    if (kind === 'file' || kind === 'folder') return {kind, place: below(place, name)}
    // Disks may take a name for another one that has its accents written otherwise.
    const isTold = kind === 'other' || (kind === undefined && entries !== null && !/[^\0-\x7f]/.test(name))
    return isTold ? null : this.#look(path, below(place, name))
  }

  /** The names in the folder at `path`, which is plain; none where there is no such folder. */
  namesIn(path: string): string[] {
    return [...(this.#folder(path)?.entries?.keys() ?? [])]
  }

  #folder(path: string): Folder | null {
    let folder = this.#folders.get(path)
    if (folder === undefined) {
      const found = this.find(path)
      folder = found?.kind === 'folder' ? {place: found.place, entries: this.#entriesOf(found.place)} : null
      this.#folders.set(path, folder)
    }
    return folder
  }

  #entriesOf(place: string): Folder['entries'] {
    try {
      return new Map(this.#fs.readdirSync(place, {withFileTypes: true}).map(entry => [entry.name, kindOf(entry)]))
    } catch {
      return null
    }
  }

  #look(path: string, file: string): Found | null {
    let found = this.#lookedAt.get(path)
    if (found === undefined) {
      found = this.#lookAnew(path, file)
      this.#lookedAt.set(path, found)
    }
    return found
  }

  #lookAnew(path: string, file: string): Found | null {
    try {
      if (this.#place === null || !this.#fs.lstatSync(file, {throwIfNoEntry: false})) return null
      const place = this.#realPathOf(file)
      const inside = place === null ? null : within(this.#place, place)
      if (place === null || inside === null || isOtherCase(path, inside)) return null
      const stats = this.#fs.statSync(place)
      const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : null
      return kind && {kind, place}
    } catch {
      // What nobody may look at is not there, either.
      return null
    }
  }

  #realPathOf(file: string): string | null {
    const {realpathSync} = this.#fs
    try {
      return slashed((realpathSync.native ?? realpathSync)(file))
    } catch {
      return null
    }
  }
}

/** What a list of a folder tells of something in it. */
interface Entry {
  isFile(): boolean
  isDirectory(): boolean
  isSymbolicLink(): boolean
}

function kindOf(entry: Entry): Kind | 'link' | 'other' {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  return entry.isSymbolicLink() ? 'link' : 'other'
}

/** Whether a disk that takes both for one has found another case than the one asked for; git tells them apart. */
function isOtherCase(asked: string, found: string): boolean {
  const [one, other] = [asked.normalize(), found.normalize()]
  return one !== other && one.toLowerCase() === other.toLowerCase()
}
