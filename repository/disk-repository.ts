import type {FileSystem} from '../config/file-system.ts'
import {oncePerKey} from '../core/once.ts'
import type {FileList} from './file-list.ts'
import {Folders, type Found, type Kind} from './folders.ts'
import {History} from './history.ts'
import {ignoredIn} from './ignored.ts'
import {filesListed} from './listed.ts'
import {NearestFiles} from './nearest.ts'
import {readText} from './read-text.ts'
import {RecentTexts} from './recent-texts.ts'
import {plainPath} from './slashed.ts'

/**
 * The files of a repository on the disk, which answer as they are when they are asked for first. Only what lies below
 * the root once all links are followed is there, and nothing is looked at before somebody asks for it.
 */
export class DiskRepository {
  readonly #fs: FileSystem
  readonly #root: string
  readonly #folders: Folders
  readonly #texts = new RecentTexts()
  readonly #ending = oncePerKey((tail): readonly string[] =>
    this.#files.endingIn(tail).filter(path => this.kindOf(path) === 'file'),
  )
  readonly #nearest = oncePerKey((path): string | null => {
    this.#nearestFiles ??= new NearestFiles(this.#files)
    return this.#nearestFiles.to(path)
  })
  #list: FileList | undefined
  #nearestFiles: NearestFiles | undefined
  #knownHistory: History | undefined
  readonly isIgnored: (path: string) => boolean

  /** `root` is absolute, with slashes. */
  constructor(fs: FileSystem, root: string) {
    this.#fs = fs
    this.#root = root
    this.#folders = new Folders(fs, root)
    const isIgnored = ignoredIn(path => this.read(path))
    this.isIgnored = path => {
      const plain = plainPath(path)
      return plain !== null && plain !== '' && isIgnored(plain)
    }
  }

  kindOf(path: string): Kind | null {
    return this.#find(path)?.kind ?? null
  }

  read(path: string): string | null {
    return this.#texts.at(path, () => this.#readAnew(path))
  }

  namesIn(folder: string): readonly string[] {
    const plain = plainPath(folder)
    return plain === null ? [] : this.#folders.namesIn(plain).sort()
  }

  filesEndingIn(tail: string): readonly string[] {
    return this.#ending(tail)
  }

  nearestTo(path: string): string | null {
    const plain = plainPath(path)
    if (plain === null || plain === '') return null
    const nearest = this.#nearest(plain)
    return nearest !== null && this.kindOf(nearest) === 'file' ? nearest : null
  }

  movedTo(path: string): string | null {
    const plain = plainPath(path)
    if (plain === null) return null
    const target = this.#history.whereTo(plain)
    return target !== null && this.kindOf(target) === 'file' ? target : null
  }

  wasThere(path: string, other: string): boolean | null {
    const [plain, plainOther] = [plainPath(path), plainPath(other)]
    return plain !== null && plainOther !== null && this.#history.wasThere(plain, plainOther)
  }

  isNew(path: string): boolean {
    const plain = plainPath(path)
    return plain !== null && this.#history.isNew(plain)
  }

  shrunkBy(path: string): number | null {
    const plain = plainPath(path)
    return plain === null ? null : this.#history.shrunkBy(plain)
  }

  wasBefore(path: string, other: string): boolean | null {
    const [plain, plainOther] = [plainPath(path), plainPath(other)]
    return plain === null || plainOther === null ? null : this.#history.wasBefore(plain, plainOther)
  }

  hasChangedSince(path: string, other: string): boolean | null {
    const [plain, plainOther] = [plainPath(path), plainPath(other)]
    return plain === null || plainOther === null ? null : this.#history.hasChangedSince(plain, plainOther)
  }

  get #history(): History {
    this.#knownHistory ??= new History(this.#root)
    return this.#knownHistory
  }

  get #files(): FileList {
    this.#list ??= filesListed(this.#fs, this.#root)
    return this.#list
  }

  #find(path: string): Found | null {
    const plain = plainPath(path)
    return plain === null ? null : this.#folders.find(plain)
  }

  #readAnew(path: string): string | null {
    const found = this.#find(path)
    try {
      return found?.kind === 'file' ? readText(this.#fs, found.place) : null
    } catch {
      return null
    }
  }
}
