import type {SyntaxNode} from '@lezer/common'

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
