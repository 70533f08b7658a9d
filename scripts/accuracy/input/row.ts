import {posix} from 'node:path'
import {memberOf} from '../../../cli/arguments.ts'
import {didYouMean} from '../../../config/did-you-mean.ts'
import {Problem} from '../../../config/problem.ts'

/** One object of a file of JSON Lines, read key by key. Every method throws a `Problem` on a value of another form. */
export class Row {
  readonly #values: Readonly<Record<string, unknown>>
  /** The file and the number of the line, as messages call it. */
  readonly place: string

  constructor(values: Readonly<Record<string, unknown>>, place: string) {
    this.#values = values
    this.place = place
  }

  /** Assures that there are no other keys than `known`. */
  allowOnly(known: readonly string[]): void {
    const unknown = Object.keys(this.#values).find(key => !known.includes(key))
    if (unknown === undefined) return
    throw new Problem(`unknown key "${unknown}"${didYouMean(unknown, known) || `; keys are ${known.join(', ')}`}`)
  }

  /** Absent and empty are the same. */
  text(key: string): string {
    const value = this.#values[key] ?? ''
    if (typeof value !== 'string') throw new Problem(`"${key}" is ${JSON.stringify(value)}; write a string`)
    return value
  }

  flag(key: string): boolean {
    const value = this.#values[key]
    if (typeof value === 'boolean') return value
    throw new Problem(`"${key}" is ${JSON.stringify(value) ?? 'missing'}; write true or false`)
  }

  /** The number of a line, counted from `least`. */
  lineNumber(key: string, least = 1): number {
    const value = this.#values[key]
    if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value
    throw new Problem(
      `"${key}" is ${JSON.stringify(value) ?? 'missing'}; write the number of a line, counted from ${least}`,
    )
  }

  member<T extends string>(key: string, known: readonly T[]): T {
    const value = this.text(key)
    if (value === '') throw new Problem(`"${key}" is missing; write one of ${known.join(', ')}`)
    return memberOf(value, known, key)
  }

  /** A relative path with forward slashes. */
  path(key: string): string {
    const value = this.text(key)
    if (value === '') throw new Problem(`"${key}" is missing; write the path or the name of a plan`)
    return posix.normalize(value.replaceAll('\\', '/'))
  }
}
