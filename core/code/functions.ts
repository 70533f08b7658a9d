import type {SyntaxNode} from '@lezer/common'
import {bodyKind} from './body.ts'
import {type Code, oncePerCode} from './code.ts'
import {partsOf} from './parts.ts'

/** A function or method in a piece of code. Offsets are UTF-16 units into that code, ends exclusive. */
export interface CodeFunction {
  name: string
  nameStart: number
  nameEnd: number
  /** The whole definition, signature and body. */
  start: number
  end: number
  /** Braces included; in Python from the first statement on. -1 where there is no body. */
  bodyStart: number
  bodyEnd: number
  /** `elided`: there is a body, but it stands for one to be written (`{}`, `{ ... }`, comments, `todo!()`, `pass`). */
  body: 'none' | 'elided' | 'implemented'
}

/**
 * The functions and methods of a piece of code in order; those inside another function are part of it. Any text is valid
 * input; the time taken grows with its length.
 * @throws {Error} when the grammar of `language` was not loaded before (see `loadGrammars`)
 */
export const functionsIn = oncePerCode(({text: code, parsed}: Code): readonly CodeFunction[] => {
  if (!parsed) return []
  const {tree, text, shift, grammar} = parsed
  const place = (offset: number) => Math.min(Math.max(offset - shift, 0), code.length)
  const found: CodeFunction[] = []
  tree.iterate({
    enter(ref) {
      if (grammar.isOpaque?.(ref)) return false
      const parts = grammar.definitions.has(ref.name) ? partsOf(ref.node, text, grammar) : null
      if (!parts) return true
      const range = (from: number, to: number) => [place(from), place(trimEnd(text, from, to))] as const
      const [nameStart, nameEnd] = range(...unquoted(text, parts.name.from, parts.name.to))
      const name = code.slice(nameStart, nameEnd)
      if (!name || grammar.isFalse?.(ref.node, name)) return true
      const [start, end] = range(parts.start, parts.end)
      const [bodyStart, bodyEnd] = parts.body ? range(startOfBody(parts.body), parts.body.to) : [-1, -1]
      const body = parts.body ? bodyKind(parts.body, text, grammar) : 'none'
      found.push({name, nameStart, nameEnd, start, end, bodyStart, bodyEnd, body})
      return false
    },
  })
  return found
})

function startOfBody(body: SyntaxNode): number {
  const first = body.firstChild
  return first?.name === ':' ? (first.nextSibling?.from ?? first.to) : body.from
}

function unquoted(text: string, from: number, to: number): [number, number] {
  return /["']/.test(text.charAt(from)) ? [from + 1, to - 1] : [from, to]
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && /\s/.test(text.charAt(end - 1))) end--
  return end
}
