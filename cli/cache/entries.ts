import {createHash} from 'node:crypto'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {FileSystem} from '../../config/file-system.ts'
import {shownPath} from '../../config/paths.ts'
import {causeOf} from '../../config/problem.ts'
import {makeFoldersFor} from '../make-folders.ts'
import {entryNameOf} from './entry-names.ts'
import {sweep} from './sweep.ts'

/** The first line of an entry; what is kept follows on the second. */
export interface EntryHead {
  /** Of the file it is about, relative to the folder of the cache. */
  path: string
  key: string
  /** Of the second line: what was cut short or written over is no entry. */
  seal: string
}

/**
 * What a folder keeps about files (absolute paths): one entry each, in a file of its own that is replaced whole. Any
 * number of processes may use it at a time, and any may be killed: what they leave is an entry, or is none. Reading and
 * writing never fail; what cannot be read is not there.
 */
export class Entries {
  readonly folder: string
  readonly #fs: FileSystem
  readonly #used = new Set<string>()
  #hasGrown = false
  #fault: string | null = null

  constructor(fs: FileSystem, folder: string) {
    this.#fs = fs
    this.folder = folder
  }

  /** Why something could not be written, in words; null where all could. */
  get fault(): string | null {
    return this.#fault
  }

  /** What is kept about `file` under `key`; undefined where that is nothing. */
  read(file: string, key: string): unknown {
    const name = this.#nameFor(file)
    this.#used.add(name)
    try {
      const [first = '', second = ''] = this.#fs.readFileSync(join(this.folder, name), 'utf8').split('\n')
      const head: EntryHead = JSON.parse(first)
      return head.key === key && head.seal === hashOf(second) ? JSON.parse(second) : undefined
    } catch {
      return undefined
    }
  }

  /** Keeps `value`, as JSON holds it, in place of what was kept about `file`. */
  async write(file: string, key: string, value: unknown): Promise<void> {
    if (this.#fault !== null) return
    const name = this.#nameFor(file)
    const path = join(this.folder, name)
    this.#used.add(name)
    try {
      this.#makeFolderFor(path)
      this.#hasGrown ||= !this.#fs.existsSync(path)
      const body = JSON.stringify(value)
      const head: EntryHead = {path: shownPath(this.folder, file), key, seal: hashOf(body)}
      const {replaceFile} = await import('../replace-file.ts')
      // After a crash of the machine an entry may be empty, which the seal tells; waiting for the disk costs more.
      replaceFile(path, `${JSON.stringify(head)}\n${body}\n`, {survivesCrash: false})
    } catch (error) {
      this.#fault = causeOf(error)
    }
  }

  /** Drops what is kept about files that are there no more, once there are new ones. */
  close(): void {
    // A folder that has no new entries has not more of the old ones, either.
    if (this.#hasGrown && this.#fault === null) sweep(this.#fs, this.folder, this.#used)
  }

  #makeFolderFor(path: string): void {
    if (this.#fs.existsSync(this.folder)) return
    const obstacle = makeFoldersFor(path)
    if (obstacle !== null) throw new Error(obstacle)
    // A folder that somebody else has made may hold files that belong to a repository.
    writeFileSync(join(this.folder, '.gitignore'), '*\n')
  }

  #nameFor(file: string): string {
    return entryNameOf(hashOf(shownPath(this.folder, file)))
  }
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
