import type {LazyConfig} from '../../config/load.ts'
import type {Catalogue} from '../../core/plugin.ts'
import type {LintedFile} from '../reporters/reporter.ts'
import type {Phase, Timer} from '../timer.ts'
import {timedRule} from './timed-rule.ts'

/** What one file took; times are in milliseconds. */
export interface FileStatistics {
  path: string
  /** As UTF-8. */
  bytes: number
  /** Whether its result was known. */
  isCached: boolean
  /** Whether a repository is around it, which rules can look at. */
  isInRepository: boolean
  milliseconds: number
}

/** What a run takes; times are in milliseconds. */
export class Statistics implements Timer {
  readonly phases = new Map<Phase, number>()
  /** By rule id. */
  readonly rules = new Map<string, number>()
  readonly files: FileStatistics[] = []
  readonly #now: () => number

  /** `now` gives milliseconds since some moment. */
  constructor(now: () => number) {
    this.#now = now
  }

  time<T>(phase: Phase, work: () => T): T {
    const started = this.#now()
    const add = () => addTo(this.phases, phase, this.#now() - started)
    let result: T
    try {
      result = work()
    } catch (error) {
      add()
      throw error
    }
    if (result instanceof Promise) return result.finally(add) as T
    add()
    return result
  }

  /** Does the work for one file, and notes what it takes to read and to lint it. */
  async timeFile<T extends {linted: LintedFile; isKnown: boolean; isInRepository: boolean}>(
    work: () => Promise<T>,
  ): Promise<T> {
    const before = this.#workOnFiles
    const result = await work()
    const {linted, isKnown, isInRepository} = result
    const {path, source} = linted
    const milliseconds = this.#workOnFiles - before
    this.files.push({
      path,
      bytes: Buffer.byteLength(source.text),
      isCached: isKnown,
      isInRepository,
      milliseconds,
    })
    return result
  }

  /** `config`, whose rules note what they take. */
  timed(config: LazyConfig): LazyConfig {
    const note = (id: string) => (milliseconds: number) => addTo(this.rules, id, milliseconds)
    let timed: Promise<Catalogue> | undefined
    return {
      ...config,
      catalogue: () => {
        timed ??= config.catalogue().then(({rules, presets}) => ({
          rules: rules.map(rule => timedRule(rule, this.#now, note(rule.id))),
          presets,
        }))
        return timed
      },
    }
  }

  get #workOnFiles(): number {
    return (this.phases.get('read') ?? 0) + (this.phases.get('lint') ?? 0)
  }
}

function addTo<K>(times: Map<K, number>, key: K, time: number): void {
  times.set(key, (times.get(key) ?? 0) + time)
}
