import type {Parser, SyntaxNode, SyntaxNodeRef} from '@lezer/common'

/** What the engine has to know of a language's syntax tree. */
export interface Grammar {
  /** In order of preference; a later one is used only where it leaves fewer errors. */
  readings: readonly [Reading, ...Reading[]]
  /** Blanks what is no code, such as dots for things left out; keeps every offset. */
  clean: (code: string) => string
  /** By the name of the node. */
  definitions: ReadonlyMap<string, Definition>
  /** Nodes that stand between a definition and its parts, such as the declarators of C. */
  through: ReadonlySet<string>
  /** Whether nothing is to be looked for inside a node. */
  isOpaque?: (node: SyntaxNodeRef) => boolean
  /** Nodes of a body that do nothing: punctuation, comments. */
  inert: ReadonlySet<string>
  /** Whether a statement that is only a string does nothing: a docstring, a directive. */
  strings: 'inert' | 'value'
  /** Whether what has the form of a definition is none after all. */
  isFalse?: (definition: SyntaxNode, name: string) => boolean
  /** The name of a function that has none of its own, from what it is bound to. */
  binding?: (node: SyntaxNode, code: string) => Binding | null
}

/** One way to parse a fragment: as it stands, or inside text that makes it whole, such as a class around methods. */
export interface Reading {
  parser: Parser
  before: string
  after: string
  /** Whole statements, by the name of their node in the first reading, that would not fit in there. */
  without?: ReadonlySet<string>
}

/** Where a definition keeps its parts: names of nodes, children of the definition or of a `through` node. */
export interface Definition {
  /** The child that holds name and parameters, where they are not the definition's own. */
  declarator?: readonly string[]
  name: readonly string[]
  /** Without one of these, what looks like a definition is prose; empty where the language needs none. */
  parameters: readonly string[]
  body: readonly string[]
  /** The token the body follows, where it may be any expression. */
  bodyAfter?: string
}

/** What a function expression is bound to, as in `const name = () => { ... }`. */
export interface Binding {
  name: SyntaxNode
  /** Offsets of the whole binding. */
  start: number
  end: number
}

export const plain = (parser: Parser): Reading => ({parser, before: '', after: ''})

export function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
