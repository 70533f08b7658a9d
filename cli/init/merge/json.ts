import {findNodeAtLocation, type Node, parse, parseTree, visit} from 'jsonc-parser'
import {lineStartOf} from '../../../core/text.ts'
import type {Addition, Json} from './additions.ts'
import {asJson, compact, isScalar} from './json-text.ts'
import {type Insertion, indentationAt, newlineOf, withInsertions} from './layout.ts'

/**
 * `text`, which is JSON with or without comments, with `additions` in the manner of what stands around them; nothing
 * else of it changes.
 */
export function withJsonAdditions(text: string, additions: readonly Addition[]): string {
  const tree = parseTree(text, [], {allowTrailingComma: true})
  const insertions = additions.flatMap(addition => {
    const container = tree && findNodeAtLocation(tree, [...addition.path])
    return container ? insertionsInto(text, container, addition) : []
  })
  return withInsertions(text, insertions)
}

/** What the text of a file in JSON says; comments are passed over. */
export function jsonIn(text: string): Json {
  return parse(text, [], {allowTrailingComma: true}) as Json
}

type Member = [key: string | null, value: Json]

function insertionsInto(text: string, container: Node, addition: Addition): Insertion[] {
  const members: Member[] =
    'items' in addition ? addition.items.map(item => [null, item]) : Object.entries(addition.entries)
  const last = container.children?.at(-1)
  return last ? behind(text, container, last, members) : insideEmpty(text, container, members)
}

function behind(text: string, container: Node, last: Node, members: readonly Member[]): Insertion[] {
  const end = last.offset + last.length
  const {comma, lineEnd} = whatFollows(text, end, container.offset + container.length - 1)
  const hasOwnLine = text.slice(lineStartOf(text, last.offset), last.offset).trim() === ''
  if (!hasOwnLine) {
    const added = members.map(inLine).join(', ')
    return comma === null ? [{offset: end, text: `, ${added}`}] : [{offset: comma, text: ` ${added},`}]
  }
  const indent = indentationAt(text, last.offset)
  const lines = members.map(member => inLines(member, indent, unitOf(text, container, indent), newlineOf(text)))
  const added = lines.join(',')
  // A comment beside the last member stays beside it.
  return comma === null
    ? [
        {offset: end, text: ','},
        {offset: lineEnd, text: added},
      ]
    : [{offset: lineEnd, text: `${added},`}]
}

function insideEmpty(text: string, {offset, length}: Node, members: readonly Member[]): Insertion[] {
  const outer = indentationAt(text, offset)
  const inside = text.slice(offset + 1, offset + length - 1)
  if (members.every(([key, value]) => key === null && isScalar(value)))
    return [{offset: offset + 1, text: members.map(inLine).join(', ')}]
  const unit = unitIn(text)
  const newline = newlineOf(text)
  const lines = members.map(member => inLines(member, outer + unit, unit, newline)).join(',')
  return [{offset: offset + 1, text: inside.includes('\n') ? lines : `${lines}${newline}${outer}`}]
}

/** The offset behind a comma that follows `offset`, null without one; and where what stands on the line of both ends. */
function whatFollows(text: string, offset: number, limit: number): {comma: number | null; lineEnd: number} {
  let comma: number | null = null
  const comments: {start: number; end: number}[] = []
  const isBehind = (at: number) => at >= offset && at < limit
  visit(text, {
    onSeparator(character, at) {
      if (character === ',' && isBehind(at)) comma = at + 1
    },
    onComment(start, length) {
      if (isBehind(start)) comments.push({start, end: start + length})
    },
  })
  let lineEnd: number = comma ?? offset
  for (const {start, end} of comments) if (!text.slice(lineEnd, start).includes('\n')) lineEnd = Math.max(lineEnd, end)
  return {comma, lineEnd}
}

function inLine([key, value]: Member): string {
  return key === null ? compact(value) : `${JSON.stringify(key)}: ${compact(value)}`
}

/** A member on lines of its own, which begin with a line break. */
function inLines([key, value]: Member, indent: string, unit: string, newline: string): string {
  const printed = asJson(value, unit, indent).replaceAll('\n', newline)
  return `${newline}${indent}${key === null ? '' : `${JSON.stringify(key)}: `}${printed}`
}

/** By how much `container` indents its members, which stand at `indent`. */
function unitOf(text: string, container: Node, indent: string): string {
  const outer = indentationAt(text, container.offset)
  return indent.startsWith(outer) && indent.length > outer.length ? indent.slice(outer.length) : unitIn(text)
}

function unitIn(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  '
}
