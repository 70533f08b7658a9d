import type {Parser, PartialParse, Tree} from '@lezer/common'

// What real code takes, whole source files and broken fragments included, is below half of each limit.
/** Symbols that are begun and not ended. */
const deepest = 400
/** An error costs a parse 100 to 300 points, ambiguous syntax a few. */
const lowestScore = (position: number) => -8_000 - Math.min(3 * position, 60_000) - position / 4
/** Tokens, times the readings that are open at each. */
const mostWork = (position: number) => 4_000 + 2 * position

/** A tokenizer may look ahead to the end of the line at each token. */
const longLine = /^.{20000}/m

/** What an LR parse knows of a reading it still holds open; the grammars' parsers show it, their types do not. */
interface Open {
  score: number
  stack: readonly number[]
}

/** A syntax tree; `complete` where it is one of the whole text. */
export interface ParsedText {
  tree: Tree
  complete: boolean
}

/**
 * Parses `text` as far as it can be code: error recovery costs time for each error and each level of nesting, which for
 * a megabyte of brackets comes to hours. The limits count work, not time, so that the same text has the same result
 * everywhere. Null where nothing can be made of it.
 */
export function parseCode(parser: Parser, text: string): ParsedText | null {
  if (longLine.test(text)) return null
  const parse = parser.startParse(text) as PartialParse & {stacks: readonly Open[]}
  let work = 0
  try {
    for (;;) {
      const tree = parse.advance()
      if (tree) return {tree, complete: parse.stoppedAt === null}
      work += parse.stacks.length
      const {parsedPos, stacks, stoppedAt} = parse
      const isTooMuch = work > mostWork(parsedPos) || stacks.some(each => isHopeless(each, parsedPos))
      if (isTooMuch && stoppedAt === null) parse.stopAt(parsedPos)
    }
  } catch (error) {
    // A chain of thousands of operators nests too deep for the tree to be built.
    if (error instanceof RangeError) return null
    throw error
  }
}

function isHopeless({score, stack}: Open, position: number): boolean {
  return score < lowestScore(position) || stack.length > 3 * deepest
}
