import type {Document} from '../document.ts'
import type {Edit, Range} from '../finding.ts'
import {anyScript} from '../patterns.ts'
import type {Passage, Spot} from '../prose.ts'
import {firstAtOrAfter, haveAround, startingIn} from '../ranges.ts'
import {lineStartOf} from '../text.ts'
import type {Literals} from './literals.ts'

/** A slot that nobody filled, as written. */
export interface Slot extends Range {
  text: string
  /**
   * Of a template's text: an enumeration from which nobody chose, an instruction in a comment, a heading with a letter for
   * a number, or with nothing under it.
   */
  kind?: 'choice' | 'comment' | 'letter' | 'empty'
  /** Of a letter: the number that would be right there, and the edits that put it there where nothing else changes. */
  expected?: string
  fix?: Edit[]
  /** Of a comment: the first line in it that says something. */
  instruction?: string
  /** Of a comment: all of it, with its line break where nothing else stands on its lines. */
  whole?: Range
}

interface Bracket extends Range {
  /** Brackets included. */
  text: string
  /** Without brackets. */
  words: string
  inCode: boolean
}

const bracket = /\[[^[\]]{1,400}\]/g
const slotWord =
  /^(?:(?:YOUR|INSERT|FILL|ADD|ENTER|REPLACE|PROJECT|FEATURE|COMPONENT|MODULE|SERVICE|TASK|PLAN|PHASE|STAGE|BRANCH|AUTHOR|FILE|TICKET|ISSUE)[ _-][A-Z0-9 _'-]+|NAME|TITLE|DATE|FEATURE|LINK|AUTHOR|DESCRIPTION|PROJECT|COMPONENT|PLACEHOLDER|TODO|TBD|TBC|FIXME|XXX|INSERT\s+\w.*|TODO:.*|TBD:.*|YOUR\s+\w.*)$/
const slotNoun =
  /^(?:name|title|date|author|link|url|feature|description|summary|rationale|reason|owner|ticket|describe|insert|placeholder|answer|version|branch|todo|tbd|tbc|topic|goal)$/i
const tag =
  /^(?:n\/?a|none|skipped|done|complete[d]?|pending|optional|required|blocked|deferred|in progress|not started|to do|wip|new|updated?|deleted?|added|removed|modified|existing|unchanged|resolved\b.*|see\b.*|from\b.*|same as\b.*|removed\b.*|already\b.*|needs clarification\b.*|user story|manual|automated|auto|critical|high|medium|low|breaking change|work in progress)$/i
const instruction = /^(?:e\.g\.|eg\.?[ ,]|if applicable|for example)|\bor needs clarification$/i
const isName = /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+$/u
const codeCharacters = anyScript(String.raw`[={}<>;|\\"$@]|::|=>|\(\)|^[^\p{L}\p{N}_]*$|\w\.\w+\(`)
const quoteBefore = /["“'‘「『«]$/
const shapes = {
  date: /^(?:YYYY|yyyy)-(?:MM|mm)-(?:DD|dd)$/,
  unfilled:
    /^(?:TBD|TBC|to be (?:filled(?: in)?|determined|decided|defined|done|completed|written|added|confirmed)|fill (?:this )?in|fill me in|待定|待明确|待明確|待确定|待確定|待补充|待補充|미정|추후 (?:결정|작성))[.。]?$/i,
  mustache: /^\{\{\s*[\w .-]+\s*\}\}$/,
}

function bracketsIn({text, start, codeSpans}: Passage): Bracket[] {
  if (!text.includes('[')) return []
  return [...text.matchAll(bracket)].map(match => {
    const from = start + match.index
    const inCode = haveAround(codeSpans, from)
    return {start: from, end: from + match[0].length, text: match[0], words: match[0].slice(1, -1).trim(), inCode}
  })
}

/** A slot has nothing glued to it that would make it a link, an index, a type, a character class or part of a name. */
function isGlued(text: string, {start, end}: Range): boolean {
  const lead = /[*_~]*$/.exec(text.slice(Math.max(0, start - 4), start))?.[0] ?? ''
  const tail = lead === '' ? '' : (/^[*_~]*/.exec(text.slice(end, end + 4))?.[0] ?? '')
  const before = text[start - lead.length - 1] ?? ' '
  const after = text.slice(end + tail.length, end + tail.length + 2)
  if (/[\p{L}\p{N}_)\]/!\\.$^-]/u.test(before) || /^[([\p{L}\p{N}_/^*+?{-]/u.test(after)) return true
  return isDefinition(text, start, end)
}

/** `[label]: address` at the start of a line defines a link. */
function isDefinition(text: string, start: number, end: number): boolean {
  if (!/^:\s+(?:https?:|\.{0,2}\/|#|<|mailto:)/.test(text.slice(end, end + 40))) return false
  let before = start - 1
  while (text[before] === ' ' || text[before] === '\t') before--
  return before < 0 || text[before] === '\n'
}

/** Chinese and Japanese set no blanks between words; what is short may be a tag. */
function isPhraseWithoutBlanks(words: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、，／/・]{7,}$/u.test(words)
}

/** Whether a bracket phrase that fills a whole place is a slot rather than a tag, a value or a link's text. */
function isSlotPhrase(words: string, isLinkText: boolean): boolean {
  return canBeSlot(words, isLinkText) && (instruction.test(words) || !/\d/.test(words))
}

/** The same, but that a number in it may be the template's (`[Gap 1]`) as well as a tag's. */
function canBeSlot(words: string, isLinkText: boolean): boolean {
  if (words === '' || /^[ xX!^~*/-]$/.test(words) || words.startsWith('!') || words.startsWith('^') || isLinkText)
    return false
  if (instruction.test(words)) return true
  if (tag.test(words) || codeCharacters.test(words)) return false
  if (/^[\w./-]+(?:,\s*[\w./-]+)+$/.test(words)) return false
  if (!/^\p{L}/u.test(words)) return false
  if (!/\s/.test(words)) return slotNoun.test(words) || slotWord.test(words) || isPhraseWithoutBlanks(words)
  return true
}

/** Whether nothing but slots and punctuation stands in `place`. */
function isFilledBySlots(document: Document, place: Spot, brackets: readonly Bracket[]): boolean {
  let at = place.start
  for (const {start, end} of brackets) {
    if (start < at || end > place.end) continue
    if (!/^[\s*_`~"“:;,.→>–—-]*$/.test(document.text.slice(at, start))) return false
    at = end
  }
  return at > place.start && /^[\s*_`~"”:;,.!?–—-]*$/.test(document.text.slice(at, place.end))
}

/** Frameworks name files after what varies in an address: `app/[name]/page.tsx`. */
function isRouteParameter(text: string, {start, words, inCode}: Bracket): boolean {
  return inCode && text[start - 1] === '/' && /^(?:\.{3})?[a-z]+$/.test(words)
}

/** Whether the brackets are no slot of the plan: they say what others will read, or name a file. */
function isMeantSo(document: Document, found: Bracket): boolean {
  return isQuoted(document, found) || isRouteParameter(document.text, found) || isState(document.text, found)
}

/** A mark before the id of a task tells how far it has come: `[TODO] TASK-003`. */
function isState(text: string, {words, end}: Bracket): boolean {
  return words === 'TODO' && /^[ \t]+[A-Z]{2,}-\d/.test(text.slice(end, end + 20))
}

function isQuoted({text}: Document, {start, end}: Range): boolean {
  return (
    (quoteBefore.test(text[start - 1] ?? '') && /["”'’」』»]/.test(text[end] ?? '')) || isInSaying(text, start, end)
  )
}

/** Longer lines are looked at no further. */
const longestLine = 1000

/** Whether a slot stands in a longer quotation, which says what others will read: `shows "Owner: [name]"`. */
function isInSaying(text: string, start: number, end: number): boolean {
  const lineStart = lineStartOf(text, start)
  if (start - lineStart > longestLine || text.slice(lineStart, start).split('"').length % 2 === 1) return false
  return /^[^"\n]*"/.test(text.slice(end, end + longestLine))
}

/** Slots in square brackets. */
function bracketSlots(
  document: Document,
  passage: Passage,
  literals: Literals,
  linkTexts: ReadonlySet<string>,
): Slot[] {
  const brackets = bracketsIn(passage).filter(found => found.inCode || !isGlued(document.text, found))
  if (brackets.length === 0) return []
  const candidates = brackets.filter(({words}) => canBeSlot(words, linkTexts.has(words.toLowerCase())))
  // A name in code, such as `[Night Watch]` before each line of a log, is what it says.
  const isSure = ({words, inCode}: Bracket) =>
    isSlotPhrase(words, linkTexts.has(words.toLowerCase())) && !(inCode && isName.test(words))
  const found = new Set<Bracket>()
  for (const candidate of brackets.filter(own => !isMeantSo(document, own))) {
    if (literals.hasBracketed(candidate.text) && !linkTexts.has(candidate.words.toLowerCase())) found.add(candidate)
    else if (!candidate.inCode && (slotWord.test(candidate.words) || instruction.test(candidate.words)))
      found.add(candidate)
  }
  for (const place of passage.spots) {
    if (place.kind === 'syntax') continue
    const inside = startingIn(candidates, place).filter(({end}) => end <= place.end)
    const isFilled = inside.some(isSure) && isFilledBySlots(document, place, inside)
    if (isFilled && !describesFormat(document, place)) for (const slot of inside) found.add(slot)
  }
  return [...found].map(({start, end, text}) => ({start, end, text}))
}

const listItem = /^[ \t]*[-*+][ \t]/
const formatBefore = /\bformats?[*_`\s]*[:：][*_\s]*$/i

/** Whether a list item stands under words that say how something else is written: `in this format:`. */
function describesFormat({items, text}: Document, {start}: Range): boolean {
  const item = items[firstAtOrAfter(items, start + 1) - 1]
  if (!item || item.end <= start) return false
  const from = Math.max(item.parent?.start ?? 0, item.start - longestLine)
  const lines = text.slice(from, item.start).split('\n')
  while (lines.length > 1 && lines.at(-1)?.trim() === '') lines.pop()
  for (let last = lines.at(-1) ?? ''; lines.length > 1 && listItem.test(last); last = lines.at(-1) ?? '') {
    if (formatBefore.test(last)) return true
    lines.pop()
  }
  return formatBefore.test(lines.join('\n'))
}

/** More than the longest words that say "nothing yet", with their marks. */
const longestWords = 200

/** Words that say "nothing yet" and fill a whole place: `TBD`, `YYYY-MM-DD`, `{{name}}`. */
function wordSlots(document: Document, passage: Passage): Slot[] {
  return passage.spots.flatMap(place => {
    if (place.end - place.start > longestWords) return []
    const raw = document.text.slice(place.start, place.end)
    const words = raw.replace(/^[\s*_`]+|[\s*_`]+$/g, '')
    const isSlot =
      shapes.unfilled.test(words) ||
      shapes.mustache.test(words) ||
      (place.kind !== 'heading' && shapes.date.test(words))
    if (!isSlot || (place.kind === 'heading' && place.start !== passage.start)) return []
    const start = place.start + raw.indexOf(words)
    return [{start, end: start + words.length, text: words}]
  })
}

function otherLiterals(document: Document, within: Range, literals: Literals): Slot[] {
  if (!literals.others) return []
  return [...document.text.slice(within.start, within.end).matchAll(literals.others)].map(match => {
    const start = within.start + match.index
    return {start, end: start + match[0].length, text: match[0]}
  })
}

/** What places have in them that were never filled in, brackets apart. */
export const perhapsUnfilled = /TB[DC]|to be |fill |\{\{|YYYY|待|미정|추후/i

/** Whether a text with nothing known of its surroundings may hold slots. */
export function mayHoldSlots(text: string, literals: Literals): boolean {
  if (perhapsUnfilled.test(text) || (literals.others && text.search(literals.others) >= 0)) return true
  if (!text.includes('[')) return false
  return [...text.matchAll(bracket)].some(([phrase]) => {
    const words = phrase.slice(1, -1).trim()
    return canBeSlot(words, false) || slotWord.test(words) || literals.hasBracketed(phrase)
  })
}

/** All slots of a passage of prose, in order and without overlap. */
export function slotsInPassage(
  document: Document,
  passage: Passage,
  literals: Literals,
  linkTexts: ReadonlySet<string>,
): Slot[] {
  if (!document.chunks.recall(mayHoldSlots, passage, literals)) return []
  return withoutOverlap([
    ...bracketSlots(document, passage, literals, linkTexts),
    ...wordSlots(document, passage),
    ...otherLiterals(document, passage, literals),
  ])
}

function mayHoldLiterals(text: string, literals: Literals): boolean {
  return text.includes('[') || (literals.others !== null && text.search(literals.others) >= 0)
}

/** Whether the rest of a name follows brackets that stand for what varies: `[feature]-server/`. */
function beginsName(text: string, end: number): boolean {
  return /^-\p{L}/u.test(text.slice(end, end + 3))
}

/** The preset's own slots in a stretch that is no prose: a tree, a comment, a line of metadata. */
export function literalSlotsIn(document: Document, within: Range, literals: Literals): Slot[] {
  if (!document.chunks.recall(mayHoldLiterals, within, literals)) return []
  const text = document.text.slice(within.start, within.end)
  const bracketed = [...text.matchAll(bracket)]
    .filter(match => literals.hasBracketed(match[0]) && !beginsName(text, match.index + match[0].length))
    .map(match => ({
      start: within.start + match.index,
      end: within.start + match.index + match[0].length,
      text: match[0],
    }))
  return withoutOverlap([...bracketed, ...otherLiterals(document, within, literals)])
}

/** Keeps the longer of two slots that overlap. */
export function withoutOverlap(slots: readonly Slot[]): Slot[] {
  const kept: Slot[] = []
  for (const slot of [...slots].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (slot.start >= (kept.at(-1)?.end ?? 0)) kept.push(slot)
  }
  return kept
}
