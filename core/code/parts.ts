import type {SyntaxNode} from '@lezer/common'
import type {Definition, Grammar} from './grammar.ts'

/** The nodes of one function; offsets into the text that was parsed. */
export interface Parts {
  start: number
  end: number
  name: SyntaxNode
  body: SyntaxNode | null
}

/** The parts of the function that `node` defines; null where it defines none, or error recovery made it up. */
export function partsOf(node: SyntaxNode, code: string, grammar: Grammar): Parts | null {
  const definition = grammar.definitions.get(node.name)
  if (!definition) return null
  const signature = definition.declarator ? child(node, definition.declarator, grammar) : node
  if (!signature) return null
  const own = child(signature, definition.name, grammar)
  const binding = own ? null : grammar.binding?.(node, code)
  const name = own ?? binding?.name
  const parameters = child(signature, definition.parameters, grammar)
  if (!name || (definition.parameters.length > 0 && !parameters)) return null
  const body = bodyOf(node, definition, grammar)
  if (binding ? !body : parameters && isProse(node, parameters, body, code)) return null
  return {start: binding?.start ?? node.from, end: binding?.end ?? node.to, name, body}
}

/** Prose that has the words of a definition: `function foo takes (a)`, `func bar (x) does that {`. */
function isProse(node: SyntaxNode, parameters: SyntaxNode, body: SyntaxNode | null, code: string): boolean {
  if (code.charAt(parameters.from) !== '(') return true
  for (let each = node.lastChild; each && each.from >= parameters.to; each = each.prevSibling) {
    const skipped = each.type.isError && each.to <= (body?.from ?? node.to)
    if (skipped && /\p{L}/u.test(code.slice(each.from, each.to))) return true
  }
  return false
}

function bodyOf(node: SyntaxNode, definition: Definition, grammar: Grammar): SyntaxNode | null {
  const body = definition.bodyAfter
    ? node.getChild(definition.bodyAfter)?.nextSibling
    : child(node, definition.body, grammar)
  return body && !body.type.isError && !isMissing(body) ? body : null
}

/** A Python signature ends in a colon, with nothing after it where the body is left out. */
function isMissing(body: SyntaxNode): boolean {
  const colon = body.firstChild
  return colon?.name === ':' && (!colon.nextSibling || colon.nextSibling.type.isError)
}

/** The first child of a kind in `kinds`, else of the `through` nodes below. */
function child(node: SyntaxNode, kinds: readonly string[], grammar: Grammar): SyntaxNode | null {
  for (let at: SyntaxNode | null = node; at; ) {
    let below: SyntaxNode | null = null
    for (let each: SyntaxNode | null = at.firstChild; each; each = each.nextSibling) {
      if (kinds.includes(each.name)) return each
      if (!below && grammar.through.has(each.name)) below = each
    }
    at = below
  }
  return null
}
