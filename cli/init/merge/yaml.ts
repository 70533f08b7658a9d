import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isSeq,
  parseDocument,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import {lineStartOf} from '../../../core/text.ts'
import type {Addition, Json} from './additions.ts'
import {type Insertion, indented, newlineOf, withInsertions} from './layout.ts'
import type {Fault} from './merge.ts'

/** What is wrong with the YAML in `text`; null where nothing is. */
export function yamlFault(text: string): Fault | null {
  const [error] = parseDocument(text).errors
  if (!error) return null
  const {line, col: column} = error.linePos?.[0] ?? {line: 1, col: 1}
  return {line, column, reason: error.message.replace(/ at line \d[\s\S]*/, '')}
}

/** What the text of a file in YAML says; an empty one says `{}`. */
export function yamlIn(text: string): Json {
  return (parseDocument(text).toJS() ?? {}) as Json
}

/** A value as YAML, with a line break at its end. */
export function asYaml(value: Json): string {
  return stringify(value, {lineWidth: 0})
}

/**
 * `text`, which is YAML, with `additions` as lines of their own; nothing else of it changes. Null where a collection is
 * written in such a way that nothing can be added on lines of its own, as in `[a, b]`.
 */
export function withYamlAdditions(text: string, additions: readonly Addition[]): string | null {
  const document = parseDocument(text)
  const insertions: Insertion[] = []
  // What is deeper down comes first where both end.
  for (const addition of additions.toSorted((a, b) => b.path.length - a.path.length)) {
    const insertion = insertionInto(text, document, addition)
    if (!insertion) return null
    insertions.push(insertion)
  }
  return withInsertions(text, insertions)
}

function insertionInto(text: string, document: Document, addition: Addition): Insertion | null {
  const newline = newlineOf(text)
  const added = asYaml('items' in addition ? [...addition.items] : addition.entries).replaceAll('\n', newline)
  if (document.contents === null) return atEnd(text, added, newline)
  const container = addition.path.length === 0 ? document.contents : document.getIn(addition.path, true)
  if (!(isMap(container) || isSeq(container)) || container.flow || container.items.length === 0) return null
  const [start] = container.range ?? []
  const end = endOf(container)
  if (start === undefined || end === undefined) return null
  const lines = indented(added, ' '.repeat(start - lineStartOf(text, start)))
  return behindLine(text, end, lines, newline)
}

function atEnd(text: string, lines: string, newline: string): Insertion {
  return {offset: text.length, text: `${text === '' || text.endsWith('\n') ? '' : newline}${lines}`}
}

/** Where the last value inside of `node` ends. */
function endOf(node: unknown): number | undefined {
  if (isPair(node)) return endOf(node.value) ?? endOf(node.key)
  if (isCollection(node) && !node.flow) return endOf((node as YAMLMap | YAMLSeq).items.at(-1))
  return (node as {range?: readonly number[] | null} | null)?.range?.[1]
}

/** `lines` below the line that ends with what ends at `offset`, and maybe a comment on it. */
function behindLine(text: string, offset: number, lines: string, newline: string): Insertion {
  // The lines of a block scalar are part of it, the break of the last one too.
  if (text[offset - 1] === '\n') return {offset, text: lines}
  const lineBreak = text.indexOf('\n', offset)
  return lineBreak < 0 ? {offset: text.length, text: newline + lines.trimEnd()} : {offset: lineBreak + 1, text: lines}
}
