import {Worker} from 'node:worker_threads'
import type {Preset} from '../../core/preset.ts'
import type {Answer, Question} from '../known-results.ts'
import type {Wants} from '../lint-text.ts'

/** What a worker is asked. */
export interface Task extends Question, Wants {
  id: number
}

/** What a worker knows from its start. */
export interface WorkerData {
  presets: readonly Preset[]
}

/** What it says; without an answer where it could not find one. */
export interface Reply {
  id: number
  answer?: Answer
}

type Settle = (answer: Answer | undefined) => void

/** One worker, with what it has been asked and has not yet answered. */
class Member {
  readonly #worker: Worker
  readonly #open = new Map<number, Settle>()
  isAlive = true

  constructor(module: URL, presets: readonly Preset[]) {
    this.#worker = new Worker(module, {workerData: {presets} satisfies WorkerData})
    // Nobody waits for a worker who does not wait for an answer of it.
    this.#worker.unref()
    this.#worker.on('message', ({id, answer}: Reply) => {
      this.#open.get(id)?.(answer)
      this.#open.delete(id)
    })
    this.#worker.on('error', () => this.#end())
    this.#worker.on('exit', () => this.#end())
  }

  get load(): number {
    return this.#open.size
  }

  ask(task: Task): Promise<Answer | undefined> {
    return new Promise(settle => {
      this.#open.set(task.id, settle)
      this.#worker.ref()
      try {
        this.#worker.postMessage(task)
      } catch {
        // Options that a thread cannot hand to another.
        this.#open.delete(task.id)
        settle(undefined)
      }
    })
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }

  #end(): void {
    this.isAlive = false
    for (const settle of this.#open.values()) settle(undefined)
    this.#open.clear()
  }
}

/** Workers that lint texts, each in a thread of its own. */
export class LintPool {
  readonly #members: readonly Member[]
  #lastId = 0

  /** `module` is what a worker runs; `presets` are those besides plan-lint's own. */
  constructor(module: URL, size: number, presets: readonly Preset[]) {
    this.#members = Array.from({length: size}, () => new Member(module, presets))
  }

  get size(): number {
    return this.#members.length
  }

  /** Undefined where a rule breaks down or the worker dies: who asks then has to lint it, and sees what is wrong. */
  async lint(question: Question, wants: Wants): Promise<Answer | undefined> {
    const [member] = this.#members.filter(({isAlive}) => isAlive).sort((a, b) => a.load - b.load)
    return member?.ask({...question, ...wants, id: ++this.#lastId})
  }

  async close(): Promise<void> {
    await Promise.all(this.#members.map(member => member.close()))
  }
}
