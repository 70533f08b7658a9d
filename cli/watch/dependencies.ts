import type {Dirent} from 'node:fs'
import {join} from 'node:path'
import type {FileSystem} from '../../config/file-system.ts'

/** What is asked of a path: whether it is there, what it holds, or what lies in it. */
export type Interest = 'presence' | 'content' | 'entries'

/**
 * All that a run asks the disk for, and so all that its report depends on: plans and the folders they were looked for
 * in, configuration and the places where one could have been, what is absent as well as what is there.
 */
export class Dependencies {
  /** The disk, for the run; what is asked of it is noted first. Paths are absolute. */
  readonly fs: FileSystem
  readonly #disk: FileSystem
  readonly #states = new Map<string, Map<Interest, string>>()
  readonly #onInterest: (path: string, interest: Interest) => void

  /** `onInterest` hears of a path before it is looked at, so that whoever watches it misses no change. */
  constructor(disk: FileSystem, onInterest: (path: string, interest: Interest) => void) {
    this.#disk = disk
    this.#onInterest = onInterest
    const noted = (interest: Interest, read: (...args: never[]) => unknown) => {
      return (...args: never[]) => {
        this.#note(String(args[0]), interest)
        return read(...args)
      }
    }
    this.fs = {
      ...disk,
      isObserved: true,
      existsSync: noted('presence', disk.existsSync) as FileSystem['existsSync'],
      lstatSync: noted('presence', disk.lstatSync) as FileSystem['lstatSync'],
      statSync: noted('presence', disk.statSync) as FileSystem['statSync'],
      openSync: noted('content', disk.openSync) as FileSystem['openSync'],
      readFileSync: noted('content', disk.readFileSync) as FileSystem['readFileSync'],
      readdirSync: noted('entries', disk.readdirSync) as FileSystem['readdirSync'],
    }
  }

  /** A mark of what `file` holds, which is noted. */
  stateOf(file: string): string {
    this.#note(file, 'content')
    return this.#stateOf(file, 'content')
  }

  /** The paths that are no longer as they were when the run asked for them; of a folder what has come or gone in it. */
  changed(): string[] {
    return [...this.#states].flatMap(([path, states]) =>
      [...states].flatMap(([interest, before]) => {
        const after = this.#stateOf(path, interest)
        if (after === before) return []
        return interest === 'entries' ? differing(before, after).map(name => join(path, name)) : [path]
      }),
    )
  }

  /** Takes `path` as it is by now. */
  accept(path: string): void {
    const states = this.#states.get(path)
    for (const interest of states?.keys() ?? []) states?.set(interest, this.#stateOf(path, interest))
  }

  #note(path: string, interest: Interest): void {
    const states = this.#states.get(path) ?? new Map<Interest, string>()
    if (states.has(interest)) return
    this.#onInterest(path, interest)
    states.set(interest, this.#stateOf(path, interest))
    this.#states.set(path, states)
  }

  #stateOf(path: string, interest: Interest): string {
    try {
      if (interest === 'entries') return entriesOf(this.#disk.readdirSync(path, {withFileTypes: true}))
      const stats = this.#disk.statSync(path)
      if (interest === 'presence') return stats.isDirectory() ? 'folder' : 'file'
      return stats.isFile() ? `${stats.ino} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.size}` : 'no file'
    } catch {
      return interest === 'entries' ? '' : 'absent'
    }
  }
}

/** Whether what lies in a folder may be a plan or hold one; editors put other files beside plans all the time. */
export function leadsToPlans(entry: Dirent): boolean {
  return !entry.isFile() || /\.(?:md|markdown)$/i.test(entry.name)
}

function entriesOf(entries: readonly Dirent[]): string {
  const names = entries.filter(leadsToPlans).map(({name}) => name)
  return names.sort().join('/')
}

/** The names that are in one of two lists of entries. */
function differing(before: string, after: string): string[] {
  const [old, fresh] = [before.split('/'), after.split('/')]
  return [...old.filter(name => !fresh.includes(name)), ...fresh.filter(name => !old.includes(name))].filter(Boolean)
}
