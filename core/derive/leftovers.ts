import {everywhere, headingPlaces} from '../bind.ts'
import type {Range} from '../finding.ts'
import {addTo} from '../grouped.ts'
import {judgedCode} from '../leftovers/code.ts'
import type {Line} from '../lines.ts'
import type {Item} from '../markdown.ts'
import type {TemplateText} from '../preset.ts'
import {type Passage, passagesOf, wordsStart} from '../prose.ts'
import {startingIn, wholeOf} from '../ranges.ts'
import type {Section} from '../sections.ts'
import {plainTitle} from '../titles.ts'
import {isAnnotation} from './annotations.ts'
import {type Reading, remarkOf} from './reading.ts'
import {choicesIn, isRemark, slotsIn} from './slot-shapes.ts'

/** What of the template a plan does not keep. */
export interface TemplateLeftovers {
  literals: string[]
  templateText: TemplateText
  /** Where in the template the words first stand; offsets. */
  places: ReadonlyMap<string, number>
}

/** Words with the offset where they first stand. */
class Words extends Map<string, number> {
  put(words: string, offset: number): void {
    if (!this.has(words)) this.set(words, offset)
  }

  list(): string[] {
    return [...this.keys()].filter(({length}) => length <= longest).slice(0, most)
  }
}

/** So many slots or lines of each kind are looked for; no template that people fill in has more. */
const most = 2000
/** A longer slot is known by its whole line, or not at all. */
const longest = 700

const writing =
  /^[\s*_>]*(?:please |briefly |clearly |concisely )?(?:describe|explain|list|summari[sz]e|outline|discuss|specify|enumerate|provide|elaborate|articulate|state (?:the|what|why|how)|give (?:a|an|the)|define (?:the|any|what)|identify|think about|mention|fill (?:in|only)|replace (?:this|the|with)|insert|capture|detail (?:the|how|any)|write (?:a|an|the|down))\b/i
const aboutItself =
  /\bthis section (?:should|must|is (?:for|where|the)|describes|explains|can|will|needs)\b|\bfill (?:this|me|it) in\b|\((?:adjust|replace|delete|remove|edit|change|fill)\b[^()]*\)|\b(?:delete|remove|replace) this (?:line|text|paragraph|section|list|item)\b/i
const amount =
  /^[\s*_>]*(?:one|two|three|a|an|[1-5](?:\s*[-–]\s*\d)?)[ -](?:few |short |brief )?(?:paragraphs?|sentences?)\b/i
const bulletList = /^(?:a )?bullet(?:ed)?(?: |-)?(?:point )?list of\b/i
const italicQuestion = /^([*_]{1,3})(?![*_\s])[^*_]+\?\1$/
const ellipsis = /^(?:…|\.{3}|etc\.{0,3}|and so on)$/
const sample =
  /^((?:(?!level|tier|priority|version|severity|part|class|group|grade|layer)\p{L}+ ){1,4})(\d+)(?:[:.]|(?: \p{L}+){0,4}(?: \([^()]*\))?)$/iu
const kept =
  /^[\s/-]*(?:toc\b|markdownlint|prettier|eslint|textlint|vale\b|cspell|doctoc|start\b|end\b|begin\b|spdx|copyright|licen[cs]e|vim:|-\*-|omit|auto-?generated|generated|do not edit)/i
/** `Phase N: Release`. */
const lettered = /^\p{L}+ [NXn](?![\p{L}\p{N}])/u
const ofSamples = /\bsamples?\b/i
const toBeReplaced = /\b(?:replace|do not keep|delete|remove)\b/i

/** Reads what is left to the author: slots, instructions, samples and unchosen enumerations. */
export function leftoversIn(reading: Reading, inMetadata: readonly string[]): TemplateLeftovers {
  const {document} = reading
  const literals = new Words()
  const lines = new Words()
  const choices = new Words()
  const phrases = new Words()
  const headings = new Words()
  for (const passage of passagesOf(document, document.blocks)) readPassage(reading, passage, {literals, lines, choices})
  for (const range of judgedCode(document, wholeOf(document.text))) {
    for (const {literal, start} of reading.slotsIn(range))
      if (literal !== null) literals.put(literal, range.start + start)
  }
  for (const choice of inMetadata) literals.put(choice, document.text.indexOf(choice))
  for (const label of reading.labelsIn(wholeOf(document.text))) {
    const remark = remarkOf(reading, label)
    if (remark !== null) literals.put(remark, label.start)
  }
  for (const line of sampleLines(reading)) lines.put(lineText(reading, line), line.start)
  for (const {words, start} of codeSamples(reading)) literals.put(words, start)
  for (const comment of document.comments) readComment(reading, comment, {literals, phrases})
  for (const {title, start} of openHeadings(reading)) headings.put(title, start)
  const templateText = {
    lines: lines.list(),
    phrases: phrases.list(),
    choices: choices.list(),
    headings: headings.list(),
  }
  return {
    literals: literals.list(),
    templateText: Object.fromEntries(Object.entries(templateText).filter(([, list]) => list.length > 0)),
    places: new Map([...headings, ...choices, ...phrases, ...lines, ...literals]),
  }
}

function lineText(reading: Reading, line: Range): string {
  return reading.document.text.slice(wordsStart(reading.document.text, line), line.end)
}

function readComment(
  reading: Reading,
  comment: Range,
  {literals, phrases}: Record<'literals' | 'phrases', Words>,
): void {
  const phrase = phraseOf(reading.textOf(comment))
  if (phrase !== null) phrases.put(phrase, comment.start)
  // Other brackets in a comment may be links or examples.
  for (const {literal, start} of reading.slotsIn(comment))
    if (literal !== null && reading.document.text[comment.start + start - 1] === '/')
      literals.put(literal, comment.start)
}

type Found = Record<'literals' | 'lines' | 'choices', Words>

function readPassage(reading: Reading, passage: Passage, found: Found): void {
  for (const slot of reading.slotsIn(passage)) {
    const start = passage.start + slot.start
    if (slot.literal !== null) found.literals.put(slot.literal, start)
    // Other slots are known without the template.
    else if (/^[{<NX]/.test(slot.text)) {
      const line = passage.lines.find(({start: from, end}) => from <= start && start < end)
      if (line) found.lines.put(lineText(reading, line), line.start)
    }
  }
  for (const {kind, start, end} of passage.spots) {
    if (kind !== 'heading') readSpot(reading.document.text.slice(start, end).trim(), start, found)
  }
  for (const line of passage.lines) readLine(reading, passage, line, found.lines)
}

/** Enumerations and remarks that fill a place whole. */
function readSpot(words: string, start: number, {literals, choices}: Found): void {
  if (choicesIn(words) && !words.startsWith('[')) choices.put(words.replace(/^[*_]+|[*_]+$/g, ''), start)
  if (isRemark(words)) literals.put(words.replace(/\s+/g, ' ').replace(/[.:]$/, ''), start)
}

/** Lines that only hold a place, and those of an instruction. */
function readLine(reading: Reading, passage: Passage, line: Line, lines: Words): void {
  const words = lineText(reading, line)
  if (words.length > longest) return
  const bare = words.replace(/<!--.*?-->/g, '').trim()
  if (ellipsis.test(bare) || bulletList.test(words) || italicQuestion.test(words)) lines.put(words, line.start)
  else if (passage.lines[0]?.item === null && isInstruction(passage.text)) addInstruction(lines, words, line.start)
}

/** A line of few words may stand in a plan for other reasons. */
function addInstruction(lines: Words, words: string, offset: number): void {
  if (words.split(/\s+/).length >= 3) lines.put(words, offset)
}

function isInstruction(words: string): boolean {
  return writing.test(words) || aboutItself.test(words) || amount.test(words)
}

/** Lines of lists that only hold a place: `Requirement 1`, questions, and tasks that a comment calls samples. */
function sampleLines(reading: Reading): Range[] {
  const {document} = reading
  const firsts = document.lines.filter(({item, first}) => item !== null && first)
  const series = new Map<string, number[]>()
  const read = firsts.map(line => {
    const [, noun, number] = sample.exec(lineText(reading, line)) ?? []
    const key = noun === undefined ? null : `${(line.item as Item).parent?.start} ${noun.toLowerCase()}`
    if (key !== null) addTo(series, key, Number(number))
    return {line, key}
  })
  const numbered = read.flatMap(({line, key}) => {
    const numbers = (key !== null && series.get(key)) || []
    return numbers.length > 1 && numbers[0] === 1 ? [line] : []
  })
  const ofQuestions = headingPlaces(document, reading.vocabulary.questions, everywhere(document)).flatMap(({body}) =>
    startingIn(document.lines, body).filter(
      ({item, first, ...line}) => item !== null && first && !/^(?:none|n\/a|-)\b/i.test(reading.textOf(line)),
    ),
  )
  const comment = document.comments.find(range => {
    const words = reading.textOf(range)
    return ofSamples.test(words) && toBeReplaced.test(words)
  })
  const tasks = comment
    ? firsts.filter(({start, item}) => start > comment.end && item !== null && item.checked !== null)
    : []
  return [...numbered, ...ofQuestions, ...tasks]
}

/** Headings that a plan does not keep as they are: with a letter for a number, or with nothing under them. */
function openHeadings({document, meant}: Reading): Section[] {
  return document.sections.filter(section => {
    const hasSlot = slotsIn({text: section.title, codeSpans: [], meant}).length > 0
    if (hasSlot) return false
    const isBlank = document.text.slice(section.body.start, section.body.end).trim() === ''
    return isBlank || lettered.test(plainTitle(section.title))
  })
}

/** Lines of comment that stand for code: alone in their block, or called an example. */
function codeSamples(reading: Reading): {words: string; start: number}[] {
  return reading.document.fences.flatMap(({content: {start, end}}) => {
    const text = reading.textOf({start, end})
    const all = [...text.matchAll(/[^\n]+/g)].map(match => ({words: match[0].trim(), start: start + match.index}))
    const written = all.filter(({words}) => words !== '')
    const comments = written.filter(({words}) => /^(?:\/\/|#|--)\s/.test(words) && words.split(/\s+/).length >= 4)
    const isSample = written.length === comments.length
    return isSample ? comments : comments.filter(({words}) => /^(?:\/\/|#|--)\s+example\b/i.test(words))
  })
}

/** By what an instruction in a comment is known: its first line that says something; null where it is none. */
function phraseOf(comment: string): string | null {
  const words = comment.replace(/^<!--|-->$/g, '')
  if (isAnnotation(comment) || /^\s*plan-lint\b/.test(words) || kept.test(words)) return null
  if (words.trim().split(/\s+/).length < 4) return null
  const line = words
    .split('\n')
    .map(each => each.slice(0, longest).replace(/^[\s=*-]+|[\s=*]+$/g, ''))
    .find(each => each.split(/\s+/).length >= 3)
  return line?.slice(0, 200) ?? null
}
