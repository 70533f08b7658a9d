import type {SyntaxNode} from '@lezer/common'
import type {Code} from './code.ts'

/** A string of a piece of Go, joined with all that is added to it; offsets are UTF-16 units into the code. */
export interface GoString {
  /** Without quotes; `_` stands for an operand that is no string. */
  text: string
  start: number
  end: number
  /** The function or method it is handed to, or null. */
  takenBy: string | null
}

/**
 * The strings of a piece of Go, but for tags, import paths and those inside the body of a function with a name.
 * @throws {Error} when the grammar was not loaded before (see `loadGrammars`)
 */
export function stringsIn({text: code, parsed}: Code): GoString[] {
  const found: GoString[] = []
  if (!/["`]/.test(code)) return found
  let refused = -1
  parsed?.tree.iterate({
    enter(ref) {
      const {name, from} = ref
      if (name === 'ImportDecl' || name === 'FieldDecl') return false
      if (name === 'Block' && (ref.matchContext(['FunctionDecl']) || ref.matchContext(['MethodDecl']))) return false
      // Where a sum does not begin with a string, none of the sums in it that begin there does.
      if (!parents.has(name) || from === refused) return true
      const {node} = ref
      const text = textOf(node, code)
      if (text === null) {
        refused = from
        return true
      }
      found.push({text, start: node.from, end: node.to, takenBy: calleeOf(node, code)})
      return false
    },
  })
  return found
}

/** To the grammar `"a" + b.c()` is a call of a method of a sum. */
const parents = new Set(['String', 'BinaryExp', 'SelectorExpr', 'CallExpr', 'IndexExpr', 'SliceExpr'])

/** Null for what does not begin with a string. */
function textOf(node: SyntaxNode, code: string): string | null {
  const parts: string[] = []
  let first = node
  while (first.name !== 'String') {
    const {firstChild, lastChild} = first
    if (!firstChild || !parents.has(first.name)) return null
    if (first.name === 'BinaryExp') parts.unshift(lastChild?.name === 'String' ? contentOf(lastChild, code) : '_')
    first = firstChild
  }
  return contentOf(first, code) + parts.join('')
}

function contentOf({from, to}: SyntaxNode, code: string): string {
  return code.slice(from + 1, to - 1)
}

function calleeOf(node: SyntaxNode, code: string): string | null {
  const callee = node.parent?.name === 'Arguments' ? node.parent.parent?.firstChild : null
  const name = callee?.name === 'SelectorExpr' ? callee.lastChild : callee
  return name ? code.slice(name.from, name.to) : null
}
