import type {FileSystem} from '../config/file-system.ts'
import {below, folderAbove, slashed, within} from './slashed.ts'

/** Which repository a plan stands in, and where. */
export interface WorkspaceAddress {
  /** Absolute, with slashes. */
  root: string
  /** From the root. */
  planPath: string
}

/** Finds out in which repository files stand; asks the disk once for each folder. */
export class Addresses {
  readonly #fs: Pick<FileSystem, 'existsSync'>
  readonly #project: string | null
  readonly #repositories = new Map<string, string | null>()

  /** `project` is the folder of the configuration (absolute), for plans outside of any git repository; null where there is none. */
  constructor(fs: Pick<FileSystem, 'existsSync'>, project: string | null) {
    this.#fs = fs
    this.#project = project === null ? null : slashed(project)
  }

  /** The address of `file` (absolute); null where it stands in no repository and in no project. */
  of(file: string): WorkspaceAddress | null {
    const path = slashed(file)
    const root = this.#repositoryOf(folderAbove(path)) ?? this.#project
    const planPath = root === null ? null : within(root, path)
    return root === null || planPath === null ? null : {root, planPath}
  }

  #repositoryOf(folder: string | null): string | null {
    if (folder === null) return null
    let root = this.#repositories.get(folder)
    if (root === undefined) {
      root = this.#fs.existsSync(below(folder, '.git')) ? folder : this.#repositoryOf(folderAbove(folder))
      this.#repositories.set(folder, root)
    }
    return root
  }
}
