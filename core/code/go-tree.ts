import type {SyntaxNode} from '@lezer/common'
import type {Grammar} from './grammar.ts'
import {grammarOf} from './grammars.ts'
import {type Parsed, read} from './read.ts'

/** A piece of Go, read as `functionsIn` reads it: dots for things left out are blanked, offsets are those of the code. */
export interface GoTree extends Parsed {
  grammar: Grammar
}

/**
 * Parses Go, whole file or fragment; null where no sense can be made of it.
 * @throws {Error} when the grammar was not loaded before (see `loadGrammars`)
 */
export function goTree(code: string): GoTree | null {
  const grammar = grammarOf('go')
  const parsed = grammar && code.trim() ? read(code, grammar) : null
  return grammar && parsed ? {...parsed, grammar} : null
}

export function* childrenOf(node: SyntaxNode): Generator<SyntaxNode> {
  for (let child = node.firstChild; child; child = child.nextSibling) yield child
}

/** Whether the parser had to skip or make up something inside `node`. */
export function isBroken(node: SyntaxNode): boolean {
  let broken = false
  node.cursor().iterate(({type}) => {
    broken ||= type.isError
    return !broken
  })
  return broken
}
