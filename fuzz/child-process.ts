import {type ChildProcess, fork} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Done, Order} from './messages.ts'

/** A case that the child was at when it came to its end. */
export interface Case {
  kind: string
  value: unknown
}

/** What came of an order: an answer, or the case at which the child fell silent or broke down, and how. */
export type Outcome = Done | (Case & {state: 'lost'; how: string})

const script = join(import.meta.dirname, 'child.ts')
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/** How often it is looked whether a case goes on too long; milliseconds. */
const patience = 500

/** A process that tries cases. It may hang or break down; then it is killed, and another takes its place. */
export class Child {
  readonly #module: string
  readonly #limit: number
  readonly #folder = mkdtempSync(join(tmpdir(), 'plan-lint-fuzz-'))
  #process: ChildProcess | null = null

  /** `module` is the address of the module with the kinds of cases, `limit` the seconds that one case may take. */
  constructor(module: string, limit: number) {
    this.#module = module
    this.#limit = limit
  }

  async ask(order: Order): Promise<Outcome> {
    this.#process ??= await this.#started()
    const child = this.#process
    const asked = Date.now()
    const closing = new AbortController()
    const {signal} = closing
    try {
      child.send(order)
      return await Promise.race([
        once(child, 'message', {signal}).then(([message]) => message as Done),
        once(child, 'exit', {signal}).then(([code, name]) => this.#lost(`the process ends with ${name ?? code}`)),
        this.#silence(asked, signal).then(() => this.#lost(`it goes on for more than ${this.#limit} seconds`)),
      ])
    } finally {
      closing.abort()
    }
  }

  close(): void {
    this.#kill()
    rmSync(this.#folder, {recursive: true, force: true})
  }

  get #lastCase(): string {
    return join(this.#folder, 'case.json')
  }

  async #started(): Promise<ChildProcess> {
    // What it prints, as at the end of its memory, would stand between the lines of the progress.
    const child = fork(script, [this.#module, this.#lastCase], {execArgv: ['--import', tsx], stdio: 'ignore'})
    const exited = once(child, 'exit').then(([code]) => {
      throw new Error(`the process that tries cases does not start: it ends with ${code}`)
    })
    await Promise.race([once(child, 'message'), exited])
    return child
  }

  /** Resolves when no case was begun for too long a time. */
  #silence(asked: number, signal: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      const timer = setInterval(() => {
        const begun = Math.max(asked, statSync(this.#lastCase, {throwIfNoEntry: false})?.mtimeMs ?? 0)
        if (Date.now() - begun > this.#limit * 1000) resolve()
      }, patience)
      signal.addEventListener('abort', () => clearInterval(timer))
    })
  }

  #lost(how: string): Outcome {
    this.#kill()
    return {state: 'lost', how, ...(JSON.parse(readFileSync(this.#lastCase, 'utf8')) as Case)}
  }

  #kill(): void {
    this.#process?.kill('SIGKILL')
    this.#process = null
  }
}
