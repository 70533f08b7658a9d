import type {SyntaxNode} from '@lezer/common'
import type {Grammar} from './grammar.ts'
import {isStub, isTrivial} from './stub.ts'

/**
 * Whether a body does something. Comments, docstrings, `pass`, blanked dots and what the parser could not read are
 * nothing; one statement that only says "not implemented" is nothing, too.
 */
export function bodyKind(body: SyntaxNode, code: string, grammar: Grammar): 'elided' | 'implemented' {
  if (!isBlock(body, code)) return isTrivial(code.slice(body.from, body.to)) ? 'elided' : 'implemented'
  if (isProse(body, code)) return 'elided'
  let only: SyntaxNode | null = null
  for (let child = body.firstChild; child; child = child.nextSibling) {
    if (isInert(child, grammar)) continue
    if (only) return 'implemented'
    only = child
  }
  return !only || isStub(code.slice(only.from, only.to)) ? 'elided' : 'implemented'
}

const sentence = /^\{\s*[\p{L}\p{N}'’-]+(?:,? [\p{L}\p{N}'’-]+)+[.:]?\s*\}$/u
const longestSentence = 200

/** Words where statements belong, `{ same as before }`; what parses, such as `{ return x }`, is none. */
function isProse(body: SyntaxNode, code: string): boolean {
  if (body.to - body.from > longestSentence || !sentence.test(code.slice(body.from, body.to))) return false
  let hasError = false
  body.cursor().iterate(node => {
    hasError ||= node.type.isError
  })
  return hasError
}

function isBlock(body: SyntaxNode, code: string): boolean {
  return code.charAt(body.from) === '{' || body.firstChild?.name === ':'
}

function isInert(node: SyntaxNode, grammar: Grammar): boolean {
  if (node.type.isError || grammar.inert.has(node.name)) return true
  const first = node.firstChild
  return grammar.strings === 'inert' && first?.name === 'String' && first.to === node.to
}
