import type {FileSystem} from '../config/file-system.ts'
import {FileList} from './file-list.ts'
import {History} from './history.ts'
import {ignoredIn} from './ignored.ts'
import {filesListed} from './listed.ts'
import {NearestFiles} from './nearest.ts'
import {below, plainPath, slashed, within} from './slashed.ts'

type Kind = 'file' | 'folder'

interface Found {
  kind: Kind
  /** Where it lies once all links are followed; absolute. */
  place: string
  /** In bytes. */
  size: number
}

/** Larger files are made by programs, or are no text; in bytes. */
const largest = 2 ** 21
/** So much text is kept for who asks again; in UTF-16 units. */
const mostKept = 2 ** 25

/**
 * The files of a repository on the disk, which answer as they are when they are asked for first. Only what lies below
 * the root once all links are followed is there, and nothing is looked at before somebody asks for it.
 */
export class DiskRepository {
  readonly #fs: FileSystem
  readonly #root: string
  /** The root once all links are followed; null where it cannot be had. */
  readonly #place: string | null
  readonly #found = new Map<string, Found | null>()
  readonly #texts = new Map<string, string | null>()
  readonly #nearest = new Map<string, string | null>()
  #kept = 0
  #list: FileList | undefined
  #nearestFiles: NearestFiles | undefined
  #knownHistory: History | undefined
  readonly isIgnored: (path: string) => boolean

  /** `root` is absolute, with slashes. */
  constructor(fs: FileSystem, root: string) {
    this.#fs = fs
    this.#root = root
    this.#place = this.#realPathOf(root)
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
    let text = this.#texts.get(path)
    if (text === undefined) {
      text = this.#readAnew(path)
      this.#kept += text?.length ?? 0
      if (this.#kept > mostKept) {
        this.#texts.clear()
        this.#kept = text?.length ?? 0
      }
      this.#texts.set(path, text)
    }
    return text
  }

  namesIn(folder: string): readonly string[] {
    const found = this.#find(folder)
    if (found?.kind !== 'folder') return []
    try {
      return this.#fs.readdirSync(found.place).sort()
    } catch {
      return []
    }
  }

  filesEndingIn(tail: string): readonly string[] {
    return this.#files.endingIn(tail).filter(path => this.kindOf(path) === 'file')
  }

  nearestTo(path: string): string | null {
    const plain = plainPath(path)
    if (plain === null || plain === '') return null
    let nearest = this.#nearest.get(plain)
    if (nearest === undefined) {
      this.#nearestFiles ??= new NearestFiles(this.#files)
      nearest = this.#nearestFiles.to(plain)
      this.#nearest.set(plain, nearest)
    }
    return nearest !== null && this.kindOf(nearest) === 'file' ? nearest : null
  }

  movedTo(path: string): string | null {
    const plain = plainPath(path)
    if (plain === null) return null
    const target = this.#history.whereTo(plain)
    return target !== null && this.kindOf(target) === 'file' ? target : null
  }

  wasThere(path: string): boolean {
    const plain = plainPath(path)
    return plain !== null && this.#history.wasThere(plain)
  }

  wasBefore(path: string, other: string): boolean | null {
    const [plain, plainOther] = [plainPath(path), plainPath(other)]
    return plain === null || plainOther === null ? null : this.#history.wasBefore(plain, plainOther)
  }

  get #history(): History {
    this.#knownHistory ??= new History(this.#root)
    return this.#knownHistory
  }

  get #files(): FileList {
    this.#list ??= new FileList(filesListed(this.#fs, this.#root))
    return this.#list
  }

  #find(path: string): Found | null {
    let found = this.#found.get(path)
    if (found === undefined) {
      found = this.#findAnew(path)
      this.#found.set(path, found)
    }
    return found
  }

  #findAnew(path: string): Found | null {
    const plain = plainPath(path)
    if (plain === null || this.#place === null) return null
    const file = below(this.#root, plain)
    try {
      if (!this.#fs.lstatSync(file, {throwIfNoEntry: false})) return null
      const place = this.#realPathOf(file)
      const inside = place === null ? null : within(this.#place, place)
      if (place === null || inside === null || isOtherCase(plain, inside)) return null
      const stats = this.#fs.statSync(place)
      const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : null
      return kind && {kind, place, size: stats.size}
    } catch {
      // What nobody may look at is not there, either.
      return null
    }
  }

  #readAnew(path: string): string | null {
    const found = this.#find(path)
    if (found?.kind !== 'file' || found.size > largest) return null
    try {
      const bytes = this.#fs.readFileSync(found.place)
      return bytes.includes(0) ? null : bytes.toString('utf8')
    } catch {
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

/** Whether a disk that takes both for one has found another case than the one asked for; git tells them apart. */
function isOtherCase(asked: string, found: string): boolean {
  const [one, other] = [asked.normalize(), found.normalize()]
  return one !== other && one.toLowerCase() === other.toLowerCase()
}
