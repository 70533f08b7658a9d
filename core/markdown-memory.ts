import {type ChangedRange, type Tree, TreeFragment} from '@lezer/common'
import {blockParser} from './block-parser.ts'
import {oneTimeParser} from './one-time-parser.ts'
import {lineStartOf} from './text.ts'
import {changeBetween} from './text-change.ts'

/** The text parsed last and its tree, of which a parse of nearly the same text takes over what did not change. */
export class MarkdownMemory {
  readonly #isForOneText: boolean
  #text = ''
  #tree: Tree | null = null

  /** One `isForOneText` remembers nothing, so that the tree goes once it is read. */
  constructor({isForOneText = false} = {}) {
    this.#isForOneText = isForOneText
  }

  /**
   * The tree of `text`, as it is without this memory.
   * @internal the types of the package do not name the parser's
   */
  parse(text: string): Tree {
    if (this.#isForOneText) return oneTimeParser.parse(text)
    this.#tree = this.#tree
      ? blockParser.parse(text, fragmentsFor(text, this.#text, this.#tree))
      : blockParser.parse(text)
    this.#text = text
    return this.#tree
  }
}

function fragmentsFor(text: string, before: string, tree: Tree): readonly TreeFragment[] {
  const fragments = TreeFragment.addTree(tree)
  const change = changedLines(before, text)
  return change ? TreeFragment.applyChanges(fragments, [change], 0) : fragments
}

/**
 * The lines of `before` that stand otherwise in `after`, with one line before them; null where none does. Indentation
 * decides what a line is, so that a block is the same only where its lines are, from the line break before them on; and
 * a table ends the paragraph before it by its second line, where the parser allows for blocks that depend on one.
 */
function changedLines(before: string, after: string): ChangedRange | null {
  const change = changeBetween(before, after)
  if (!change) return null
  const lineBreak = after.indexOf('\n', change.endAfter)
  const rest = lineBreak < 0 ? 0 : after.length - lineBreak
  const from = lineBefore(after, change.start)
  return {fromA: from, toA: before.length - rest, fromB: from, toB: after.length - rest}
}

/** Start of the line before that of `offset`, or of the text. */
function lineBefore(text: string, offset: number): number {
  return lineStartOf(text, lineStartOf(text, offset) - 1)
}
