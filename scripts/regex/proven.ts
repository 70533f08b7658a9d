import {createHash} from 'node:crypto'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {check, type Parameters} from 'recheck'
import {type Expression, written} from './expression.ts'

const file = join(import.meta.dirname, 'proven.txt')

/** Limits in steps where there are such: those in time would make verdicts depend on what else the machine does. */
const parameters: Parameters = {
  timeout: 60_000,
  seedingTimeout: null,
  incubationTimeout: null,
  attackTimeout: null,
  // For 2,400 characters: what looks at each of them 25 times is linear all the same.
  incubationLimit: 100_000,
  attackLimit: 100_000_000,
}

/** The expressions that have been found to take linear time at most, by their hashes in `proven.txt`. */
export class Proven {
  readonly #known = new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean))
  readonly #used = new Set<string>()

  has(expression: Expression): boolean {
    const hash = hashOf(expression)
    if (!this.#known.has(hash)) return false
    this.#used.add(hash)
    return true
  }

  /** Asks recheck of an expression. Returns null where it takes linear time at most, else what is known of it. */
  async prove(expression: Expression): Promise<string | null> {
    const result = await check(expression.source, expression.flags, parameters)
    if (result.status === 'vulnerable') return `${result.complexity.summary}, as with ${result.attack.pattern}`
    if (result.status === 'unknown') return `not known: ${result.error.kind}`
    this.#used.add(hashOf(expression))
    return null
  }

  /** Writes down what has been proven, without what was not asked for. */
  write(): void {
    writeFileSync(file, `${[...this.#used].sort().join('\n')}\n`)
  }

  /** Whether the file says just what has been asked for. */
  get isUpToDate(): boolean {
    return this.#known.size === this.#used.size
  }
}

function hashOf(expression: Expression): string {
  return createHash('sha256').update(written(expression)).digest('hex').slice(0, 16)
}
