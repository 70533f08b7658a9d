import {type FSWatcher, realpathSync, statSync, watch} from 'node:fs'
import {dirname} from 'node:path'
import {isWithin} from '../../config/paths.ts'
import type {Interest} from './dependencies.ts'

interface Watched {
  watcher: FSWatcher
  /** Tells a folder from another that takes its place. */
  identity: string
}

/**
 * Hears of changes in folders, not in what lies deeper. Files are watched by their folders, as editors put another file
 * in the place of the one they save. Some disks, as those of a network, tell of no changes, and a system lets only so
 * many folders be watched: whoever must not miss one looks from time to time as well.
 */
export class FolderWatch {
  readonly #watched = new Map<string, Watched>()
  readonly #project: string
  readonly #onChange: () => void

  /** `project` is the folder in which nothing must be missed; absolute, as all paths. */
  constructor(project: string, onChange: () => void) {
    this.#project = project
    this.#onChange = onChange
  }

  /** Watches what `interest` in `path` is about. */
  add(path: string, interest: Interest): void {
    if (interest === 'entries') this.#addFolder(path)
    // Above a project lie folders like that for temporary files, where much happens and hardly ever something for us.
    else if (interest === 'content' || isWithin(path, this.#project)) this.#addFile(path)
  }

  /** Watches `folder`, or where there is none the nearest above it. */
  #addFolder(folder: string): void {
    const identity = identityOf(folder)
    if (identity === null) {
      if (dirname(folder) !== folder) this.#addFolder(dirname(folder))
      return
    }
    const known = this.#watched.get(folder)
    if (known?.identity === identity) return
    known?.watcher.close()
    this.#watched.delete(folder)
    try {
      const watcher = watch(folder, this.#onChange)
      watcher.on('error', () => watcher.close())
      this.#watched.set(folder, {watcher, identity})
    } catch {
      // There are too many, or it is a disk that cannot tell.
    }
  }

  /** Watches `file`, and where it is a link also what it leads to. */
  #addFile(file: string): void {
    this.#addFolder(dirname(file))
    try {
      const real = realpathSync(file)
      if (real !== file) this.#addFolder(dirname(real))
    } catch {
      // Its folder tells once it comes.
    }
  }

  close(): void {
    for (const {watcher} of this.#watched.values()) watcher.close()
    this.#watched.clear()
  }
}

function identityOf(folder: string): string | null {
  try {
    const stats = statSync(folder)
    // Numbers of what is gone are given to what comes.
    return stats.isDirectory() ? `${stats.ino} ${stats.birthtimeMs}` : null
  } catch {
    return null
  }
}
