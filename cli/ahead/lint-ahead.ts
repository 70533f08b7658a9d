import {availableParallelism} from 'node:os'
import type {Answer, Question} from '../known-results.ts'
import type {Wants} from '../lint-text.ts'
import type {LintPool} from './pool.ts'

/** How many texts each worker has before it, so that none waits for the next. */
const queue = 4
/** More of them take more memory than they save time. */
const mostWorkers = 3

/**
 * How many workers help beside this thread. Each thread keeps a second processor half busy, as V8 compiles and collects
 * garbage in threads of its own: on two processors one worker costs more than it does.
 */
export function workersThatHelp(processors = availableParallelism()): number {
  return Math.min(Math.ceil(processors / 2) - 1, mostWorkers)
}

interface Early {
  text: string
  answer: Promise<Answer | undefined>
}

/** What has to be known of a file to lint it before its turn; undefined where that is not to be done. */
export type QuestionOf = (file: string) => Question | undefined

/**
 * Lints files before their turn, in other threads. Whoever handles the files goes through them one after the other as
 * ever, and finds most of the answers there; what is not there, or was found for another text, it finds for itself.
 */
export class LintAhead {
  readonly #pool: LintPool
  readonly #files: readonly string[]
  readonly #questionOf: QuestionOf
  readonly #wants: Wants
  readonly #early = new Map<string, Early>()
  /** How many share the work: the workers and this thread. */
  readonly #shares: number
  readonly #most: number
  #next = 0

  /** `files` in the order in which they are handled. */
  constructor(pool: LintPool, files: readonly string[], wants: Wants, questionOf: QuestionOf) {
    this.#pool = pool
    this.#shares = pool.size + 1
    this.#most = pool.size * queue
    this.#files = files
    this.#wants = wants
    this.#questionOf = questionOf
  }

  /** Tells that the file at `index` is next. */
  reach(index: number): void {
    const before = this.#files[index - 1]
    if (before !== undefined) this.#early.delete(before)
    if (this.#next < index) this.#next = index
    while (this.#early.size < this.#most && this.#next < this.#files.length) {
      const file = this.#files[this.#next] as string
      const isOwn = this.#next++ % this.#shares === 0
      const question = isOwn ? undefined : this.#questionOf(file)
      if (question) this.#early.set(file, {text: question.text, answer: this.#pool.lint(question, this.#wants)})
    }
  }

  /** What was found for `text`, if it was that which `file` held. */
  async answerFor(file: string, text: string): Promise<Answer | undefined> {
    const early = this.#early.get(file)
    return early?.text === text ? early.answer : undefined
  }

  close(): Promise<void> {
    return this.#pool.close()
  }
}
