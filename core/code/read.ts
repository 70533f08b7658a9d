import type {Tree} from '@lezer/common'
import type {Grammar, Reading} from './grammar.ts'

/** A syntax tree with the text it was made from: `shift` units that make a fragment whole, then the code. */
export interface Parsed {
  tree: Tree
  text: string
  shift: number
}

/** Parses `code` in the way that leaves the fewest errors. */
export function read(code: string, grammar: Grammar): Parsed {
  const clean = grammar.clean(code)
  const [first, ...others] = grammar.readings
  let best = parse(clean, first)
  let fewest = errorsIn(best.tree)
  const plain = best.tree
  for (const reading of others) {
    if (fewest === 0) break
    const parsed = parse(reading.without ? blankStatements(clean, plain, reading.without) : clean, reading)
    const errors = errorsIn(parsed.tree)
    if (errors < fewest) {
      best = parsed
      fewest = errors
    }
  }
  return best
}

function parse(code: string, {parser, before, after}: Reading): Parsed {
  const text = before + code + after
  return {tree: parser.parse(text), text, shift: before.length}
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
