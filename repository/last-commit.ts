import {FileList} from './file-list.ts'
import {askGit} from './git.ts'

/** For so many paths git is asked one by one; to ask for more takes longer than to list them all. */
const few = 16

/** What the last commit of the repository at a root (absolute) holds; nothing where git cannot tell. */
export class LastCommit {
  readonly #root: string
  readonly #known = new Map<string, boolean>()
  #all: FileList | undefined

  constructor(root: string) {
    this.#root = root
  }

  /** Whether there is a file or a folder at `path`. */
  has(path: string): boolean {
    const known = this.#all ? this.#all.has(path) : this.#known.get(path)
    if (known !== undefined) return known
    if (this.#known.size < few) {
      const isThere = askGit(this.#root, ['cat-file', '-e', `HEAD:${path}`]) !== null
      this.#known.set(path, isThere)
      return isThere
    }
    this.#all = new FileList(
      askGit(this.#root, ['ls-tree', '-r', '-t', '-z', '--full-tree', '--name-only', 'HEAD']) ?? '',
    )
    return this.#all.has(path)
  }
}
