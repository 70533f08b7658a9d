import {eachSection} from '../bind.ts'
import type {Document} from '../document.ts'
import type {Range} from '../finding.ts'
import {oncePer} from '../once.ts'
import {literally} from '../patterns.ts'
import type {Plan} from '../plan.ts'
import type {Preset, Title} from '../preset.ts'
import {type Passage, wordsStart} from '../prose.ts'
import {startingIn} from '../ranges.ts'
import {numberPattern} from '../titles.ts'
import {isTree, showsDocument} from './code.ts'
import {slotKey} from './literals.ts'
import type {Slot} from './slots.ts'

interface TemplateTexts {
  lines: ReadonlySet<string>
  /** The first words of the lines, to tell most other lines by. */
  beginnings: ReadonlySet<string>
  phrases: readonly string[]
  choices: RegExp | null
}

const repeats =
  /^\[(?:Repeat |Continue (?:with|for|until)|Add more |Add (?:additional|further) )[^\]]*\]$|^\[?Repeat (?:the )?structure above[^\]]*\]?$/i
/** What "repeat this" notes without brackets have in them. */
export const repetition = /Repeat /i
const removable = /\[REMOVE IF UNUSED\]/i

/** A line without the markers of list and box that it may begin with. */
function withoutMarkers(words: string): string {
  return words.replace(/^(?:[-*+]|\d+[.)])\s+/, '').replace(/^\[[ xX]\]\s+/, '')
}

/** What a line without markers says. */
function lineKey(words: string): string {
  const key = slotKey(words)
  return key.endsWith('.') || key.endsWith(':') ? key.slice(0, -1) : key
}

/** The key of a line's first word: the same for all lines of one key. */
function beginningOf(words: string): string {
  return lineKey(/^\s*\S*/.exec(words)?.[0] ?? '')
}

const textsOf = oncePer(({templateText}: Preset): TemplateTexts => {
  const {lines = [], phrases = [], choices = []} = templateText
  const sources = choices.map(choice =>
    literally(choice)
      .replace(/(?:(?<!\s)\s+)?(\\\||\/)\s*/g, '\\s*$1\\s*')
      .replace(/\s+/g, '\\s+'),
  )
  const bare = lines.map(withoutMarkers)
  return {
    lines: new Set(bare.map(lineKey)),
    beginnings: new Set(bare.map(beginningOf)),
    phrases: phrases.map(slotKey),
    choices: sources.length > 0 ? new RegExp(sources.join('|'), 'gi') : null,
  }
})

/** A comment with its line break and one blank line after it, where it fills its lines; else the comment alone. */
function wholeLines({text, source}: Document, {start, end}: Range): Range {
  const lineStart = source.lineStart(source.lineAt(start))
  const lineEnd = source.lineEnd(source.lineAt(end))
  const isAlone = text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === ''
  if (!isAlone) return {start, end}
  const after = /^[ \t]*\n(?:[ \t]*\n)?/.exec(text.slice(end))?.[0] ?? ''
  return {start: lineStart, end: end + after.length}
}

function firstLine(document: Document, {start, end}: Range): Slot {
  const lines = document.text.slice(start, end).split(/\r?\n|\r/)
  const instruction = lines.map(line => line.replace(/<!--|-->|^\s*=+\s*$/g, '').trim()).find(line => line !== '')
  const first = (lines[0] ?? '').trimEnd()
  const whole = wholeLines(document, {start, end})
  return {start, end: start + first.length, text: first, kind: 'comment', instruction: instruction ?? '', whole}
}

/** Instructions in comments; each comment once, on its first line. */
export function templateComments(plan: Plan): Slot[] {
  const {phrases} = textsOf(plan.preset)
  return plan.document.comments
    .filter(comment => {
      const words = plan.document.chunks.recall(slotKey, comment)
      return phrases.some(phrase => words.includes(phrase))
    })
    .map(comment => firstLine(plan.document, comment))
}

/** Whether a stretch of prose may hold unchosen enumerations or "repeat this" notes. */
export function mayHoldTemplateText(words: string, preset: Preset): boolean {
  const {choices} = textsOf(preset)
  return repeats.test(words) || (choices !== null && holdsMatch(words, choices))
}

/** Fits wherever a passage holds one of the template's enumerations; null where it has none. */
export function choicesOf(preset: Preset): RegExp | null {
  return textsOf(preset).choices
}

/** Whether a line says that what stands elsewhere belongs here once more: `[Repeat structure above for each stage]`. */
export function isRepetition(line: string): boolean {
  return /^\[?Repeat /i.test(line) && repeats.test(line)
}

/** Whether a line is one of the template's. */
export function isTemplateLine(line: string, preset: Preset): boolean {
  return startInTemplateLine(line, textsOf(preset)) >= 0
}

/** Where the words of a line begin, after a task's id and tags, that is one of the template's; -1 for another line. */
function startInTemplateLine(line: string, texts: TemplateTexts): number {
  const start = wordsStart(line, {start: 0, end: line.length})
  const words = line.slice(start)
  return isOneOf(texts, words) || repeats.test(words) ? start : -1
}

/** Whether words are one of the template's lines. */
function isOneOf({lines, beginnings}: TemplateTexts, words: string): boolean {
  if (lines.size === 0) return false
  const bare = withoutMarkers(words)
  return beginnings.has(beginningOf(bare)) && lines.has(lineKey(bare))
}

function holdsMatch(text: string, pattern: RegExp): boolean {
  return text.search(pattern) >= 0
}

/** Whole lines of the template, unchosen enumerations and "repeat this" notes in a passage. */
export function templateLines(plan: Plan, passage: Passage): Slot[] {
  const texts = textsOf(plan.preset)
  const {choices} = texts
  const {chunks} = plan.document
  const found: Slot[] = []
  for (const line of passage.lines) {
    const {start: lineStart, end} = line
    const start = chunks.recall(startInTemplateLine, line, texts)
    if (start >= 0) found.push({start: lineStart + start, end, text: plan.text.slice(lineStart + start, end)})
  }
  if (passage.lines.length > 1 && repeats.test(passage.text))
    found.push({start: passage.start, end: passage.end, text: passage.text})
  if (choices && chunks.recall(holdsMatch, passage, choices)) {
    for (const match of passage.text.matchAll(choices)) {
      const start = passage.start + match.index
      found.push({start, end: start + match[0].length, text: match[0], kind: 'choice'})
    }
  }
  return found
}

/** Rows of a table that are the template's sample. */
export function templateRows(plan: Plan): Slot[] {
  const {lines} = textsOf(plan.preset)
  if (lines.size === 0) return []
  return plan.document.tables.flatMap(({rows}) =>
    rows.flatMap(row => {
      const [first] = row
      const last = row.at(-1)
      const key = slotKey(row.map(({start, end}) => plan.text.slice(start, end)).join(' | '))
      if (!first || !last || !lines.has(key)) return []
      return [{start: first.start, end: last.end, text: plan.text.slice(first.start, last.end)}]
    }),
  )
}

function lineRanges(document: Document, within: Range): Range[] {
  const {source} = document
  const last = source.lineAt(Math.max(within.start, within.end - 1))
  const ranges: Range[] = []
  for (let line = source.lineAt(within.start); line <= last; line++) {
    ranges.push({start: source.lineStart(line), end: source.lineEnd(line)})
  }
  return ranges
}

const labelPatterns = new Map<Title, RegExp>()

/** `Option {n}: …` as a pattern for a whole line, comment marks allowed. */
function labelPattern(title: Title): RegExp {
  let pattern = labelPatterns.get(title)
  if (!pattern) {
    const source = literally(title)
      .replace(literally('{n}'), numberPattern)
      .replace(/(?:(?<!\s)\s+)?…\s*/g, '.*')
    pattern = new RegExp(`^[\\s#>*/-]*(?:\\*\\*)?${source}$`, 'i')
    labelPatterns.set(title, pattern)
  }
  return pattern
}

function wholeLine(plan: Plan, line: Range): Slot {
  const words = plan.text.slice(line.start, line.end)
  const start = line.start + words.length - words.trimStart().length
  return {start, end: line.start + words.trimEnd().length, text: words.trim()}
}

/** Lines that say of themselves that they should go. */
function removableLines(plan: Plan): Range[] {
  if (!removable.test(plan.text)) return []
  const {fences, headings, lines} = plan.document
  const shown = fences.filter(fence => !showsDocument(plan.document, fence)).map(({content}) => content)
  const isRemovable = ({start, end}: Range) => removable.test(plan.text.slice(start, end))
  return [...shown, ...headings, ...lines]
    .filter(isRemovable)
    .flatMap(range => lineRanges(plan.document, range).filter(isRemovable))
}

/** Lines in one section, its trees included, that are one of the labels which may not stay there. */
function labelLines({document, text}: Plan, body: Range, titles: readonly Title[]): Range[] {
  const patterns = titles.map(labelPattern)
  const trees = startingIn(document.fences, body).filter(fence => isTree(document, fence))
  const lines = [...trees.flatMap(({content}) => lineRanges(document, content)), ...startingIn(document.lines, body)]
  return lines.filter(({start, end}) => {
    const words = text.slice(start, end)
    return !removable.test(words) && patterns.some(pattern => pattern.test(words))
  })
}

/** `[REMOVE IF UNUSED]` anywhere in trees and prose, and labels that may not stay in certain sections. */
export function templateMarks(plan: Plan): Slot[] {
  const labelsIn = plan.preset.templateText.labelsIn ?? {}
  const labelled =
    Object.keys(labelsIn).length === 0
      ? []
      : eachSection(plan.sections).flatMap(({section: {spec, places}}) => {
          const titles = labelsIn[spec.id]
          return titles ? places.flatMap(({body}) => labelLines(plan, body, titles)) : []
        })
  return [...removableLines(plan), ...labelled].map(line => wholeLine(plan, line))
}
