import type {Range} from '../finding.ts'
import {numberPattern, titleKey} from '../titles.ts'
import type {Value} from './section.ts'
import {idKey, type Stage, type Stages, stringIn} from './stages.ts'

/** What a section says that its stage depends on. */
export interface Dependencies {
  stages: ReadonlySet<Stage>
  /** Words in the shape of an id that no stage has. */
  unknown: readonly string[]
  /** "All of the above" and the like, or a range wider than anybody means, which names none. */
  all: boolean
}

const none =
  /^[`*_]*(?:none\b|nothing\b|no (?:stages?|dependenc|prerequisites?|other)|n\/a\b|nil\b|not applicable|independent\b|\[\]|[-–—]+$|없음|无|なし|keine\b)/i
const all = /^(?:all|every|each|any)\b|^(?:the )?(?:previous|preceding|earlier|above)\b/i
const separator = /[,;&+\n|·•]|\band\b|\bthen\b|\bplus\b/gi
const lead =
  /^(?:[-*+]\s+|\[[ xX]\]\s+|(?:depends?\s+on|requires?|needs?|after|blocked\s+by|completion\s+of|the|on)\s+)+/i
const mostPieces = 4
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
    this.#numbered = new RegExp(`^(?:${noun}s?[\\s#_-]*)?(${numberPattern})(?:\\s*[:–—-]\\s.*)?$`, 'iu')
    this.#mention = new RegExp(`\\b${noun}[\\s#_-]*\\d+(?:\\.\\d+)*[a-z]?\\b`, 'gi')
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
    return [...words.matchAll(this.#mention)].flatMap(([mention]) => this.named(mention) ?? [])
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

function withoutParentheses(words: string): string {
  const bare = words.replace(/[(（][^()（）]*[)）]/g, ' ')
  return /\p{L}|\p{N}/u.test(bare) ? bare : words
}

/** Words in code and words with a hyphen may be ids; others in a sentence may be just words. */
const inCode = /^`[^`\s]+`$/
const hyphened = /^`?[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)+`?$/u

interface Piece extends Range {
  words: string
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (const match of [...text.matchAll(separator), null]) {
    const end = match?.index ?? text.length
    const words = text.slice(start, end).trim().replace(lead, '').replace(/[.:]$/, '')
    if (words !== '') pieces.push({start, end, words})
    start = end + (match?.[0].length ?? 0)
  }
  return pieces
}

class DependencyReader {
  readonly stages = new Set<Stage>()
  readonly unknown: string[] = []
  all = false
  readonly #names: StageNames
  readonly #text: string

  constructor(names: StageNames, text: string) {
    this.#names = names
    this.#text = text
  }

  read(): void {
    const pieces = piecesOf(this.#text)
    for (let index = 0; index < pieces.length; ) {
      const {words} = pieces[index] as Piece
      const range = this.#names.range(words)
      const taken = range ? 1 : this.#takeName(pieces, index)
      if (taken === 0) this.#takeWords(words)
      if (range === 'all') this.all = true
      else for (const stage of range ?? []) this.stages.add(stage)
      index += taken || 1
    }
  }

  /** Takes a name from `pieces[from]` on, which may itself hold an "and"; returns of how many pieces. */
  #takeName(pieces: readonly Piece[], from: number): number {
    const first = pieces[from] as Piece
    for (let count = Math.min(mostPieces, pieces.length - from); count > 0; count--) {
      const last = pieces[from + count - 1] as Piece
      const words = count === 1 ? first.words : this.#text.slice(first.start, last.end).trim().replace(lead, '')
      const stage = this.#names.named(words)
      if (stage) {
        this.stages.add(stage)
        return count
      }
    }
    return 0
  }

  /** Takes what can only be a stage's name out of a piece of prose. */
  #takeWords(words: string): void {
    for (const stage of this.#names.mentioned(words)) this.stages.add(stage)
    const tokens = (words.match(/`[^`\n]+`|[^\s`]+/g) ?? []).map(token => token.replace(/[.:!?*]+$/, ''))
    for (const token of tokens) {
      const stage = inCode.test(token) || hyphened.test(token) ? this.#names.named(token) : undefined
      if (stage) this.stages.add(stage)
      else if (tokens.length === 1 && hyphened.test(token)) this.unknown.push(token.replaceAll('`', ''))
    }
  }
}

/** Reads the dependencies that a section writes: ids, `Stage 2`, `Stages 1-3`, names; `None` for none. */
export function dependenciesIn({text}: Value, names: StageNames): Dependencies {
  const words = withoutParentheses(text).trim()
  if (none.test(words)) return {stages: new Set(), unknown: [], all: false}
  const reader = new DependencyReader(names, words)
  reader.read()
  return {stages: reader.stages, unknown: reader.unknown, all: reader.all || all.test(words.replace(lead, ''))}
}
