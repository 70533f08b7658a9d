import type {Plugin} from '../../core/plugin.ts'
import {type Answer, type KnownResults, type Question, whyUnreliable} from '../known-results.ts'

interface Known {
  text: string
  /** Preset and settings. */
  judgedBy: string
  answer: Answer
}

/** The results of the last run, for the next one in the same process. */
export class MemoryResults implements KnownResults {
  readonly #known = new Map<string, Known>()
  readonly #plugins: unknown[] = []
  #isReliable = true
  /** The files whose results the run at hand has used. */
  #used = new Set<string>()

  /** Begins a run with these plugins: what the one before did not use is forgotten. */
  begin(plugins: readonly Plugin[]): void {
    const parts = plugins.flatMap(({rules = [], presets = []}) => [...rules, ...presets])
    const isSame = parts.length === this.#plugins.length && parts.every((part, index) => part === this.#plugins[index])
    for (const file of this.#known.keys()) if (!isSame || !this.#used.has(file)) this.#known.delete(file)
    this.#plugins.splice(0, this.#plugins.length, ...parts)
    this.#used = new Set()
    this.#isReliable = whyUnreliable(plugins) === null
  }

  find(file: string, {text, ...judgedBy}: Question): Answer | undefined {
    const known = this.#known.get(file)
    if (!this.#isReliable || known?.text !== text || known.judgedBy !== JSON.stringify(judgedBy)) return undefined
    this.#used.add(file)
    return known.answer
  }

  keep(file: string, {text, ...judgedBy}: Question, answer: Answer): void {
    this.#known.set(file, {text, judgedBy: JSON.stringify(judgedBy), answer})
    this.#used.add(file)
  }

  /** Whether the last run told of `file` with this text. */
  hasTold(file: string, text: string | null): boolean {
    return this.#used.has(file) && this.#known.get(file)?.text === text
  }
}
