import type {PartialParse} from '@lezer/common'
import {blockParser} from './block-parser.ts'

/** A block that the parser has open while it reads what the block holds. */
interface OpenBlock {
  /** Of the blocks around, so that a node is taken over into the same place only; null gives what it holds none. */
  hash: number | null
  hashProp: readonly never[]
}

/** What the types of the parser do not tell of a parse. */
interface Parse extends PartialParse {
  block: OpenBlock
  startContext(type: number, start: number, value?: number): void
}

function dropHash(block: OpenBlock): void {
  block.hash = null
  block.hashProp = []
}

function withoutHashes(inner: PartialParse): PartialParse {
  const parse = inner as Parse
  dropHash(parse.block)
  const start = parse.startContext
  parse.startContext = (...block) => {
    start.apply(parse, block)
    dropHash(parse.block)
  }
  return parse
}

/**
 * As `blockParser`, for a text that is not parsed again. Its trees cannot be taken over into others: for that the parser
 * copies each node and adds an object to it, which is more than half of the time and memory that a tree takes.
 */
export const oneTimeParser = blockParser.configure({wrap: withoutHashes})
