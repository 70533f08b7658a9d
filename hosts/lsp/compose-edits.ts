import type {Edit, Range} from '../../core/finding.ts'

/** A stretch of the first text that is still there, or text that was put in. */
type Piece = Range | string

/**
 * The edits that do to a text of `length` what `rounds` do one after the other; each round is said of the text that the
 * one before left. What no round touches is in no edit. They are in order and do not overlap.
 */
export function composeEdits(length: number, rounds: Iterable<readonly Edit[]>): Edit[] {
  let pieces: Piece[] = [{start: 0, end: length}]
  for (const edits of rounds) pieces = edited(pieces, edits)
  return editsBehind(pieces, length)
}

function edited(pieces: readonly Piece[], edits: readonly Edit[]): Piece[] {
  const reader = new PieceReader(pieces)
  const result: Piece[] = []
  for (const {start, end, text} of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result.push(...reader.takeTo(start))
    reader.takeTo(end)
    result.push(text)
  }
  return [...result, ...reader.takeTo(Number.POSITIVE_INFINITY)]
}

function editsBehind(pieces: readonly Piece[], length: number): Edit[] {
  const edits: Edit[] = []
  let done = 0
  let text = ''
  for (const piece of [...pieces, {start: length, end: length}]) {
    if (typeof piece === 'string') {
      text += piece
      continue
    }
    if (piece.start > done || text !== '') edits.push({start: done, end: piece.start, text})
    done = piece.end
    text = ''
  }
  return edits
}

class PieceReader {
  readonly #left: Piece[]
  #at = 0

  constructor(pieces: readonly Piece[]) {
    this.#left = pieces.toReversed()
  }

  /** The pieces up to `offset` of the text that they make up; they are not given again. */
  takeTo(offset: number): Piece[] {
    const taken: Piece[] = []
    for (let piece = this.#left.pop(); piece !== undefined; piece = this.#left.pop()) {
      const room = offset - this.#at
      const length = lengthOf(piece)
      if (length > room) {
        this.#left.push(part(piece, room, length))
        if (room > 0) taken.push(part(piece, 0, room))
        this.#at += room
        break
      }
      taken.push(piece)
      this.#at += length
    }
    return taken
  }
}

function lengthOf(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece.end - piece.start
}

function part(piece: Piece, from: number, to: number): Piece {
  return typeof piece === 'string' ? piece.slice(from, to) : {start: piece.start + from, end: piece.start + to}
}
