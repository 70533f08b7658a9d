import type {Range} from '../finding.ts'
import {matchesIn} from '../patterns.ts'
import {haveAround} from '../ranges.ts'

/** What a template leaves to whoever fills it in. */
export interface TemplateSlot extends Range {
  text: string
  /** Words by which the slot is known wherever a plan still has it; null where they may be a plan's own. */
  literal: string | null
}

/** Text in which slots are looked for. */
export interface SlotSource {
  text: string
  codeSpans: readonly Range[]
  /** Texts of links, and what the template writes in brackets for itself; in small letters. */
  meant: ReadonlySet<string>
}

const bracket = /\[[^[\]]{1,400}\]/g
const brace = /\{\{[^{}]{1,200}\}\}|\{(?:[^{}]|\{[^{}]{0,100}\}){1,600}\}/g
const angle = /<[^<>\n]{1,200}>/g
const standIn = /(?<![\w./-])\/?path\/to\/[\w./-]*[\w/-]/g
const unset = /(?<![\w-])(?:YYYY-MM-DD|yyyy-mm-dd|TBD|TBC|N{4}|X{4})(?![\w-])/g
const datedName = /(?<![\w-])YYYY-MM-DD(?:-\w+)+/g
/** Remarks in brackets that a filled plan has as well. */
const tag =
  /^(?:n\/?a|none|optional|required|mandatory|done|pending|blocked|deferred|in progress|not started|to ?do|wip|new|existing|manual|automated|auto|critical|high|medium|low|breaking change|x)$/i
/** What marks tasks or stands for a number: `[P]`, `[US1]`, `[T001]`, `[1]`. */
const notation = /^(?:[A-Z]{1,3}\d*\??|T\d+|US\d+|\d+|ID|Story)$/
const elementNames =
  /^\/?(?:a|abbr|b|blockquote|br|code|dd|del|details|div|dl|dt|em|h[1-6]|hr|i|img|input|ins|kbd|li|mark|ol|p|picture|pre|s|samp|section|small|source|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul|var|video)\b/i
/** Lines that say "more of the same", which the engine knows. */
const repetition = /^(?:Repeat|Continue (?:with|for|until)|Add (?:more|additional|further))\b/i

function isBracketSlot({text, codeSpans, meant}: SlotSource, start: number, end: number): boolean {
  const words = text.slice(start + 1, end - 1).trim()
  if (words === '' || /^[!^]/.test(words) || meant.has(words.toLowerCase())) return false
  if (tag.test(words) || notation.test(words) || /^(?:NEEDS CLARIFICATION|REMOVE IF UNUSED)/i.test(words)) return false
  if (/[\]!\\]/.test(text[start - 1] ?? '') || /[([]/.test(text[end] ?? '')) return false
  if (/\s/.test(words)) return /^["'“‘(]?[\p{L}\p{N}#]/u.test(words)
  if (words.length < 3 || !/^[\p{L}#][\p{L}\p{N}_#./,:-]*$/u.test(words)) return false
  // What stands in brackets right behind a name in code is an index.
  return !(haveAround(codeSpans, start) && /[\p{L}\p{N})\]]/u.test(text[start - 1] ?? ''))
}

function isAngleSlot({text, codeSpans}: SlotSource, start: number, end: number): boolean {
  const words = text.slice(start + 1, end - 1)
  if (elementNames.test(words) || /^[!?]|:\/\/|^mailto:|@|=/.test(words)) return false
  if (!/^\p{L}[\p{L}\p{N} _,./'’-]*$/u.test(words) || words.length < 3) return false
  if (/[\p{L}\p{N}]/u.test(text[start - 1] ?? '')) return false
  return !haveAround(codeSpans, start) || /[\s_-]/.test(words)
}

function isBraceSlot({text, codeSpans}: SlotSource, start: number, end: number): boolean {
  const words = text.slice(start, end).replace(/^[{\s]+/, '')
  if (!/^\p{L}/u.test(words) || /[/$]/.test(text[start - 1] ?? '')) return false
  return !haveAround(codeSpans, start) || /\s/.test(words)
}

/** The longest run without blanks around a slot of one word: `src/[location]/[file].py`. */
function withName(text: string, start: number, end: number): string {
  const before = /[\w./#[\]@~-]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? ''
  const after = /^[\w./#[\]@~-]*/.exec(text.slice(end, end + 200))?.[0] ?? ''
  return `${before}${text.slice(start, end)}${after}`.replace(/(?<![.:-])[.:-]+$/, '')
}

function evened(words: string): string {
  return words.replace(/\s+/g, ' ')
}

/** One way to write slots: what it looks like, which of that are some, and by which words each is known. */
interface Shape {
  pattern: RegExp
  isSlot?(source: SlotSource, start: number, end: number): boolean
  literalOf(source: SlotSource, start: number, end: number): string | null
}

const asWritten = ({text}: SlotSource, start: number, end: number) => text.slice(start, end)
/** A single word may be something of the plan's own. */
const ofSeveralWords = (source: SlotSource, start: number, end: number) => {
  const words = evened(asWritten(source, start, end))
  return words.includes(' ') || words.startsWith('{{') ? words : null
}
const shapes: readonly Shape[] = [
  {pattern: brace, isSlot: isBraceSlot, literalOf: ofSeveralWords},
  {pattern: bracket, isSlot: isBracketSlot, literalOf: bracketLiteral},
  {pattern: angle, isSlot: isAngleSlot, literalOf: ofSeveralWords},
  {pattern: standIn, literalOf: asWritten},
  {pattern: datedName, literalOf: asWritten},
  {pattern: unset, literalOf: () => null},
]

function bracketLiteral(source: SlotSource, start: number, end: number): string | null {
  const words = evened(asWritten(source, start, end))
  if (repetition.test(words.slice(1))) return null
  return /[\s-]/.test(words) ? words : withName(source.text, start, end)
}

/** Nobody who fills a template in would read more of a paragraph. */
const longestText = 20_000

/** The slots in a stretch of prose, in order and without overlap. */
export function slotsIn(source: SlotSource): TemplateSlot[] {
  const found: TemplateSlot[] = []
  for (const {pattern, isSlot, literalOf} of shapes) {
    for (const {0: text, index: start} of matchesIn(source.text.slice(0, longestText), pattern)) {
      const end = start + text.length
      const isTaken = found.some(other => other.start < end && start < other.end)
      if (isTaken || isSlot?.(source, start, end) === false) continue
      found.push({start, end, text, literal: literalOf(source, start, end)})
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const instructionInParentheses = /^\((?=[^()]*(?:\([^()]*\)[^()]*)*\)[.:]?$)([\s\S]*)\)[.:]?$/

/** Whether a whole value is a remark for the author: `(List exact file paths)`. */
export function isRemark(value: string): boolean {
  const words = instructionInParentheses.exec(value.trim())?.[1]?.trim() ?? ''
  return words.split(/\s+/).length >= 4
}

/** No enumeration is longer, in characters. */
const longestChoice = 300

/** Members of an enumeration from which nobody has chosen; null where a value is none. */
export function choicesIn(value: string): string[] | null {
  if (value.length > longestChoice) return null
  const words = value.trim().replace(/^([`*_[{]+)(.*?)[`*_\]}]+$/, '$2')
  const byBars = words.split(/\s*\|\s*/)
  const bySlashes = words.split(/\s*\/\s*/)
  const members = (byBars.length > 1 ? byBars : bySlashes).map(member => member.replace(/^`(.*)`$/, '$1'))
  const isMember = (member: string) => /^\p{L}[\p{L}\p{N} '’-]{0,30}$/u.test(member) && member.split(' ').length <= 3
  if (members.length < (byBars.length > 1 ? 2 : 3) || !members.every(isMember)) return null
  const areAlike = members.every(member => /^\p{Lu}/u.test(member)) || members.every(member => /^\p{Ll}/u.test(member))
  return areAlike ? members : null
}
