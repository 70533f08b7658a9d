import type {Tree} from '@lezer/common'
import type {Grammar, Reading} from './grammar.ts'
import {parseCode} from './parse.ts'

/** A syntax tree with the text it was made from: `shift` units that make a fragment whole, then the code. */
export interface Parsed {
  tree: Tree
  text: string
  shift: number
  grammar: Grammar
}

/** One of the ways to read a piece of code. */
interface Attempt {
  parsed: Parsed
  errors: number
}

/** Parses `code` in the way that leaves the fewest errors; null where no way makes sense of it. */
export function read(code: string, grammar: Grammar): Parsed | null {
  const clean = grammar.clean(code)
  const [first, ...others] = grammar.readings
  const plain = parse(clean, first, grammar)
  let best = plain
  for (const reading of others) {
    if (best?.errors === 0) break
    const fragment = plain && reading.without ? blankStatements(clean, plain.parsed.tree, reading.without) : clean
    const attempt = parse(fragment, reading, grammar)
    if (attempt && (!best || attempt.errors < best.errors)) best = attempt
  }
  return best?.parsed ?? null
}

function parse(code: string, {parser, before, after}: Reading, grammar: Grammar): Attempt | null {
  const text = before + code + after
  const result = parseCode(parser, text)
  if (!result) return null
  const {tree, complete} = result
  // Where there is but one way to read it, nobody asks how well that went.
  const errors = grammar.readings.length === 1 ? 0 : complete ? errorsIn(tree) : Number.POSITIVE_INFINITY
  return {parsed: {tree, text, shift: before.length, grammar}, errors}
}

/** Blanks the top-level statements of the kinds `kinds`, exported or not. */
function blankStatements(code: string, tree: Tree, kinds: ReadonlySet<string>): string {
  let result = ''
  let done = 0
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    if (!kinds.has(node.name) && !kinds.has(node.lastChild?.name ?? '')) continue
    result += code.slice(done, node.from) + ' '.repeat(node.to - node.from)
    done = node.to
  }
  return result + code.slice(done)
}

function errorsIn(tree: Tree): number {
  let count = 0
  tree.iterate({
    enter(node) {
      if (node.type.isError) count++
    },
  })
  return count
}
