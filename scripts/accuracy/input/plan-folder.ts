import {relative, sep} from 'node:path'
import {globSync} from 'tinyglobby'
import type {FileSystem} from '../../../config/file-system.ts'
import {causeOf, Problem} from '../../../config/problem.ts'

/** The plans below a folder, known by their paths relative to it. */
export class PlanFolder {
  readonly #paths: readonly string[]
  /** What messages call the folder. */
  readonly shown: string

  /** @throws {Problem} when `root` (absolute) is no folder or holds no Markdown */
  constructor(fs: FileSystem, root: string, shown: string) {
    try {
      fs.readdirSync(root)
    } catch (error) {
      throw new Problem(`${shown}: cannot be read: ${causeOf(error)}`)
    }
    // Plans that a team labels may well be kept out of its repository, so what git ignores counts.
    const found = globSync('**/*.{md,markdown}', {
      cwd: root,
      absolute: true,
      dot: true,
      caseSensitiveMatch: false,
      ignore: ['**/node_modules/**', '**/.git/**'],
    })
    this.#paths = found.map(file => relative(root, file).split(sep).join('/')).sort()
    this.shown = shown
    if (found.length === 0) throw new Problem(`${shown}: no Markdown file in this folder; name one that holds plans`)
  }

  /** In order. */
  get paths(): readonly string[] {
    return this.#paths
  }

  get size(): number {
    return this.#paths.length
  }

  /**
   * The path of the plan that `name` means: the whole path, or the end of one.
   * @throws {Problem} when it is there not at all, or more than once
   */
  find(name: string): string {
    const exact = this.#paths.find(path => path === name)
    const ending = exact === undefined ? this.#paths.filter(path => path.endsWith(`/${name}`)) : [exact]
    const [first, second] = ending
    if (first === undefined) {
      throw new Problem(`no plan "${name}" in ${this.shown}; correct the name, or take its lines out`)
    }
    if (second === undefined) return first
    throw new Problem(`"${name}" may be ${first} or ${second} in ${this.shown}; write the path`)
  }
}
