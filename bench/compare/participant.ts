import {Problem} from '../../config/problem.ts'
import type {Case} from './cases.ts'
import type {Contender, Plans} from './contender.ts'
import {millisecondsOf, observe, type Resources} from './execute.ts'

/** A contender at work on some plans. */
export class Participant {
  readonly #contender: Contender
  readonly #plans: Plans
  readonly #runs: number
  readonly #mostSeconds: number
  readonly times: number[] = []
  /** Absent before its first run. */
  resources: Resources | undefined
  /** Why it cannot take part. */
  failure: string | undefined

  constructor(contender: Contender, plans: Plans, {runs, mostSeconds}: Pick<Case, 'runs' | 'mostSeconds'>) {
    this.#contender = contender
    this.#plans = plans
    this.#runs = runs
    this.#mostSeconds = mostSeconds
  }

  /**
   * Runs once; the milliseconds that it took, or undefined where it has failed. The first time it is watched besides:
   * who has not linted all the plans would be fast for nothing.
   * @throws {Problem} when it has not
   */
  async run(): Promise<number | undefined> {
    if (!this.resources && !this.failure) {
      const first = await this.#watched()
      if (first === undefined || this.#runs === 1) return first
    }
    if (this.failure) return undefined
    this.#contender.prepare?.(this.#plans)
    return this.#noted(millisecondsOf(this.#contender.command(this.#plans), this.#plans.folder))
  }

  async #watched(): Promise<number | undefined> {
    const {name, command, prepare, filesIn} = this.#contender
    const {folder, count} = this.#plans
    prepare?.(this.#plans)
    const observed = await observe(command(this.#plans), folder, this.#runs, this.#mostSeconds)
    if ('failure' in observed) {
      this.failure = observed.failure
      return undefined
    }
    const linted = filesIn?.(observed.output) ?? count
    if (linted !== count)
      throw new Problem(`${name} has linted ${linted} of ${count} plans: ${observed.output.slice(-300)}`)
    this.resources = observed.resources
    return this.#runs === 1 ? this.#noted(observed.milliseconds) : Number.NaN
  }

  #noted(milliseconds: number): number {
    this.times.push(milliseconds)
    return milliseconds
  }
}
