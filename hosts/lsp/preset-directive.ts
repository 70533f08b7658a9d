import {type Directive, directivesOf} from '../../core/directives.ts'
import {type Document, parseDocument} from '../../core/document.ts'
import type {Edit, Range} from '../../core/finding.ts'
import {applyEdits} from '../../core/fixes.ts'
import {plainText} from '../../core/line-breaks.ts'
import {lineStartOf} from '../../core/text.ts'
import {composeEdits} from './compose-edits.ts'

/** A comment that goes may bring another to light, which stood where it was none; never as many as this. */
const mostRounds = 10

/**
 * The edits after which the document `text` names `preset` as its own, and no other; null takes the name away. What is
 * in front matter stays in front matter; a new directive goes before the title.
 */
export function presetEdits(text: string, preset: string | null): Edit[] {
  const rounds: Edit[][] = []
  let current = text
  for (let round = 0; round < mostRounds; round++) {
    const edits = nextEdits(current, preset, round === 0)
    if (edits.length === 0) break
    rounds.push(edits)
    current = applyEdits(current, edits)
  }
  return composeEdits(text.length, rounds)
}

function nextEdits(text: string, preset: string | null, mayInsert: boolean): Edit[] {
  const plain = plainText(text)
  const document = parseDocument(plain.text)
  const [first, ...others] = directivesOf(document).filter(({kind}) => kind === 'preset')
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  const edits: Edit[] = []
  const isNamed = first?.names.length === 1 && first.names[0] === preset
  if (preset !== null && first && !isNamed) edits.push(renaming(first, preset))
  if (preset !== null && !first && mayInsert) edits.push(insertion(document, preset))
  const superfluous = preset === null && first ? [first, ...others] : others
  edits.push(...superfluous.map(directive => removal(document, directive)))
  return edits.map(edit => ({
    start: plain.toOriginal(edit.start),
    end: plain.toOriginal(edit.end),
    text: edit.text.replaceAll('\n', lineBreak),
  }))
}

function comment(preset: string): string {
  return `<!-- plan-lint preset: ${preset} -->`
}

function renaming({start, end, nameRanges}: Directive, preset: string): Edit {
  const [first, last] = [nameRanges[0], nameRanges.at(-1)]
  if (!first || !last) return {start, end, text: comment(preset)}
  return {start: first.start, end: last.end, text: preset}
}

function insertion({text, frontMatter}: Document, preset: string): Edit {
  const top = frontMatter ? lineAfter(text, frontMatter.end) : 0
  const blankLines = /^(?:[ \t]*\n)*/.exec(text.slice(top))?.[0].length ?? 0
  const start = top + blankLines
  const lead = start > 0 && text[start - 1] !== '\n' ? '\n' : ''
  const trail = start < text.length ? '\n\n' : '\n'
  return {start, end: start, text: lead + comment(preset) + trail}
}

function removal(document: Document, directive: Directive): Edit {
  const {text, frontMatter} = document
  const isInFrontMatter = frontMatter !== null && directive.start < frontMatter.end
  const range = isInFrontMatter ? keyOf(text, frontMatter, directive) : linesOf(document, directive)
  return {...range, text: ''}
}

/** The lines of a comment, with the blank line that set it apart; only the comment where something stands beside it. */
function linesOf({text, frontMatter}: Document, {start, end}: Range): Range {
  const lineStart = lineStartOf(text, start)
  const next = lineAfter(text, end)
  const around = text.slice(lineStart, start) + text.slice(end, next)
  if (around.trim() !== '') return {start, end}
  const isFirst = lineStart === 0 || lineStart === lineAfter(text, frontMatter?.end ?? text.length)
  const before = text.slice(lineStartOf(text, lineStart - 1), lineStart)
  const blank = /^[ \t]*\n/.exec(text.slice(next))?.[0].length ?? 0
  return {start: lineStart, end: next + (isFirst || before.trim() === '' ? blank : 0)}
}

const aloneInBraces = /^plan-lint:[ \t]*\{[ \t]*preset:[^,}\n]*(?:,[ \t]*)?\}.*\n?/
const aloneInBlock = /^plan-lint:[ \t]*\n(?:[ \t]*\n)*[ \t]+preset:.*\n?(?![ \t]+\S)/
const amongOthers = /(?<![ \t])[ \t]+preset:.*\n|preset:[^,}\n]*,[ \t]*|(?:,|(?<![ \t]))[ \t]*preset:[^,}\n]*/

/** What of the YAML says the preset: the key, with its parents where it is all they hold. */
function keyOf(text: string, frontMatter: Range, {start, nameRanges}: Directive): Range {
  const yaml = text.slice(start, frontMatter.end)
  const alone = aloneInBraces.exec(yaml) ?? aloneInBlock.exec(yaml)
  if (alone) {
    const end = start + alone[0].length
    const rest = text.slice(frontMatter.start, start) + text.slice(end, frontMatter.end)
    return rest.trim() === '' ? {start: 0, end: lineAfter(text, frontMatter.end)} : {start, end}
  }
  const [name] = nameRanges
  const lineStart = lineStartOf(text, name?.start ?? start)
  const from = Math.max(start, lineStart)
  const key = amongOthers.exec(text.slice(from, frontMatter.end))
  return {start: from + (key?.index ?? 0), end: from + (key ? key.index + key[0].length : 0)}
}

/** Where the line after the one of `offset` begins. */
function lineAfter(text: string, offset: number): number {
  const lineBreak = text.indexOf('\n', offset)
  return lineBreak < 0 ? text.length : lineBreak + 1
}
