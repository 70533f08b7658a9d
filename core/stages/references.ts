import type {Range} from '../finding.ts'
import {matchesIn} from '../patterns.ts'
import type {StageNames} from './names.ts'
import type {Value} from './section.ts'
import type {Stage} from './stages.ts'

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
  /^(?:[-*+]\s+|\[[ xX]\]\s+|(?:depends?\s+on|requires?|needs?|after|blocked\s+by|completion\s+of|the|on)[:\s]\s*)+/i
const opening = /^["'“”‘’[]+/
const closing = /(?<!["'“”‘’\]])["'“”‘’\]]+$/
const pictures = /\p{Extended_Pictographic}|\uFE0F/gu
const mostPieces = 4

function withoutParentheses(words: string): string {
  const bare = words.replace(/[(（][^()（）]*[)）]/g, ' ')
  return /\p{L}|\p{N}/u.test(bare) ? bare : words
}

/** Words in code and words with a hyphen may be ids; others in a sentence may be just words. */
const inCode = /^`[^`\s]+`$/
const hyphened = /^`?[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)+`?$/u

interface Piece extends Range {
  words: string
  /** Whether the words stand alone, with no "needs the" before them. */
  bare: boolean
}

function wordsOf(text: string): string {
  const words = text.trim().replace(lead, '').replace(/[.:]$/, '')
  return words.replace(opening, '').replace(closing, '').replace(pictures, '').trim()
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (const match of [...matchesIn(text, separator), null]) {
    const end = match?.index ?? text.length
    const words = wordsOf(text.slice(start, end))
    const bare = lead.exec(text.slice(start, end).trim()) === null
    if (words !== '') pieces.push({start, end, words, bare})
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
      const piece = pieces[index] as Piece
      const range = this.#names.range(piece.words)
      const taken = range ? 1 : this.#takeName(pieces, index)
      if (taken === 0) this.#takeWords(piece)
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
      const stage = this.#names.named(wordsOf(this.#text.slice(first.start, last.end)))
      if (stage) {
        this.stages.add(stage)
        return count
      }
    }
    return 0
  }

  /** Takes a name with something said of it, and what can only be a stage's name, out of a piece of prose. */
  #takeWords({words, bare}: Piece): void {
    const named = this.#names.named(words.split(/:\s|\s[-–—]\s/, 1)[0] ?? '')
    if (named) this.stages.add(named)
    for (const stage of this.#names.mentioned(words)) this.stages.add(stage)
    const tokens = (words.match(/`[^`\n]+`|[^\s`]+/g) ?? []).map(token => token.replace(/(?<![.:!?*])[.:!?*]+$/, ''))
    for (const token of tokens) {
      const stage = inCode.test(token) || hyphened.test(token) ? this.#names.named(token) : undefined
      if (stage) this.stages.add(stage)
      else if (bare && tokens.length === 1 && hyphened.test(token)) this.unknown.push(token.replaceAll('`', ''))
    }
  }
}

/** Whether words where dependencies stand say that there are none. */
export function saysNone(words: string): boolean {
  return none.test(words)
}

/** Reads the dependencies that a section writes: ids, `Stage 2`, `Stages 1-3`, names; `None` for none. */
export function dependenciesIn({text}: Value, names: StageNames): Dependencies {
  const words = withoutParentheses(text).trim()
  if (saysNone(words)) return {stages: new Set(), unknown: [], all: false}
  const reader = new DependencyReader(names, words)
  reader.read()
  return {stages: reader.stages, unknown: reader.unknown, all: reader.all || all.test(words.replace(lead, ''))}
}
