import {basename} from 'node:path'
import type {Approvals} from '../../config/layers.ts'
import type {Plugin} from '../../core/plugin.ts'
import type {Answer, KnownResults, Question} from '../known-results.ts'
import {version} from '../package.ts'
import {type Entries, hashOf} from './entries.ts'

/** What all that is kept depends on: the code of plan-lint, and what Node knows of letters. */
export function makerOf(code: string): string {
  // Between two releases the version stays, but a built file has a name that follows from what it holds and leads to.
  return JSON.stringify([version, basename(code), process.version])
}

/** Results on the disk, which are good as long as text, settings and `maker` are the same. */
export class CachedResults implements KnownResults {
  readonly #entries: Entries
  readonly #maker: string

  /** `plugins` bring presets only; see `whyUnreliable`. */
  constructor(entries: Entries, maker: string, plugins: readonly Plugin[]) {
    this.#entries = entries
    this.#maker = JSON.stringify([maker, plugins.map(({presets = []}) => presets)])
  }

  find(file: string, question: Question): Answer | undefined {
    return this.#entries.read(file, this.#keyOf(question)) as Answer | undefined
  }

  async keep(file: string, question: Question, answer: Answer): Promise<void> {
    await this.#entries.write(file, this.#keyOf(question), answer)
  }

  #keyOf({text, preset, settings}: Question): string {
    return hashOf(`${this.#maker}\n${JSON.stringify([preset, settings])}\n${text}`)
  }
}

/** Remembers on the disk which configurations are good, to spare a run what it takes to check them. */
export function cachedApprovals(entries: Entries, maker: string): Approvals {
  const keyOf = (value: unknown) => hashOf(`${maker}\n${JSON.stringify(value)}`)
  return {
    has: (file, value) => entries.read(file, keyOf(value)) === true,
    add: (file, value) => entries.write(file, keyOf(value), true),
  }
}
