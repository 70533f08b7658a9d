import {matchesIn} from '../patterns.ts'
import {numberPattern, titleKey} from '../titles.ts'
import {idKey, type Stage, type Stages, stringIn} from './stages.ts'

const widestRange = 100

/** Finds stages by whatever a plan calls them: id, `Stage 2`, number, name. */
export class StageNames {
  readonly #byId = new Map<string, Stage>()
  readonly #byNumber = new Map<string, Stage>()
  readonly #byName = new Map<string, Stage>()
  readonly #numbered: RegExp
  readonly #mention: RegExp
  readonly #range: RegExp

  constructor({all: stages, noun, isUnset}: Stages) {
    const add = (map: Map<string, Stage>, key: string, stage: Stage) => {
      if (key !== '' && !map.has(key)) map.set(key, stage)
    }
    for (const stage of stages) add(this.#byId, idKey(stringIn(stage.entry, 'id', isUnset)?.text ?? ''), stage)
    for (const stage of stages) {
      // The id of a section out of step with the metadata is still one by which others may call the stage.
      add(this.#byId, idKey(stage.section?.values.get('id')?.text ?? ''), stage)
      add(this.#byNumber, stage.section?.phase.number.toLowerCase() ?? '', stage)
      add(this.#byName, titleKey(stage.section?.values.get('name')?.text ?? ''), stage)
      add(this.#byName, titleKey(stringIn(stage.entry, 'name', isUnset)?.text ?? ''), stage)
    }
    this.#numbered = new RegExp(`^(?:${noun}s?[\\s#_-]*)?(${numberPattern})$`, 'iu')
    this.#mention = new RegExp(`\\b${noun}[\\s#_-]*\\d+(?:\\.\\d+)*[a-z]?(?![-\\w])`, 'gi')
    this.#range = new RegExp(
      `^(?:${noun}s?[\\s#_-]*)(\\d+)\\s*(?:-|–|—|to|through)\\s*(?:${noun}[\\s#_-]*)?(\\d+)$`,
      'i',
    )
  }

  byId(id: string): Stage | undefined {
    return this.#byId.get(idKey(id))
  }

  /** The stage that `words` as a whole call by one of its names. */
  named(words: string): Stage | undefined {
    const plain = words.replace(/[`*_~]+(?=\S)|(?<=\S)[`*_~]+/g, '').trim()
    return this.byId(plain) ?? this.#byName.get(titleKey(plain)) ?? this.#numberedAs(plain)
  }

  #numberedAs(words: string): Stage | undefined {
    const [, number] = this.#numbered.exec(words) ?? []
    return number === undefined ? undefined : this.#byNumber.get(number.toLowerCase())
  }

  /** The stages that a sentence names as `Stage 2`. */
  mentioned(words: string): Stage[] {
    return matchesIn(words, this.#mention).flatMap(([mention]) => this.named(mention) ?? [])
  }

  /** The stages from one number to another; null where `words` are no range. */
  range(words: string): Stage[] | 'all' | null {
    const [, from, to] = this.#range.exec(words) ?? []
    if (from === undefined || to === undefined) return null
    const stages: Stage[] = []
    if (Number(to) - Number(from) > widestRange) return 'all'
    for (let number = Number(from); number <= Number(to); number++) {
      const stage = this.#byNumber.get(String(number))
      if (stage) stages.push(stage)
    }
    return stages
  }
}
