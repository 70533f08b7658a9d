import {everywhere, headingPlaces, labelPlaces, type Place} from './bind.ts'
import type {Document} from './document.ts'
import type {Range} from './finding.ts'
import type {Item, Table} from './markdown.ts'
import type {Vocabulary} from './preset.ts'
import {startingIn} from './ranges.ts'
import type {Section} from './sections.ts'

/** A question of a plan, with its place. */
export interface Question extends Range {
  /** Its words, marks off. */
  text: string
  resolved: boolean
}

const nothingAsked =
  /^(?:none|n\/a|nothing|no (?:open|outstanding|remaining|unresolved|further|blocking)?\s*(?:questions?|issues?|items?)?|all (?:questions? )?(?:are |have been )?(?:resolved|answered)|없음|无|暂无)(?![\p{L}])/iu
/** What says how a question was answered, or what holds until it is. */
const answerWords =
  'resolved|resolution|answer(?:ed)?|decision|decided|lean(?:ing)?|(?:current )?plan|default|confirmed|chosen|outcome|(?:working )?assum(?:ption|ed|ing)|결정|해결|답변|결론|가정|已解决|决定|答案|结论|假设|已解決|決定|結論|假設|回答|仮定'
const answerMark = new RegExp(
  String.raw`(?:^|[\s*_(>–—？。，；（-])(?:${answerWords})[\s*_)]*[:：(–—-]+[\s*_]*(.*)`,
  'iu',
)
/** A word in bold that opens a line or a sentence: `**Resolved** by the harbour`. */
const boldAnswer = new RegExp(String.raw`(?:^[\s>*+\d.)-]*|[.?!:;)？。–—-]\s*)\*\*(?:${answerWords})\*\*\s*(.*)`, 'iu')
const postponed =
  /^[\s*_]*(?:not (?:yet|decided|specified|clear|sure)|doesn['’]t\b|does not\b|unclear|unspecified|unknown\b|during|in|at|while|later|tbd|to be|will be|when|after|before|pending|\?|구현|추후|待|$)/i
const arrow = /(?:^[\s>*+\d.)-]*|[?？)\]"*]\s*)(?:→|->|⇒|=>)\s*(.+)/
const deferred = /\bdeferred\b/i
const ownerOrDate =
  /@\w|\b\d{4}-\d{2}|\bowner\b|\bdefault|\bby\s+\p{Lu}|\bto\s+(?:v\d|phase|release|q\d|the\s+next)|\bfor now\b|\bfuture\b|\bv\d/iu
const resolvedHeading = /\b(?:resolved|answered|closed|decided|defer(?:red)?)\b|해결|已解决/i

/** Whether the words say that there are no questions, as in "None." or "All questions are answered". */
function isNothing(words: string): boolean {
  return nothingAsked.test(words) && !/[?？]/.test(words)
}

/** Whether the words of a question and what stands under it give an answer. */
function isResolved(words: string): boolean {
  if (/~~[^~]+~~/.test(words) || /^\s*(?:(?:[-*+]|\d+[.)])\s*)?\[[xX]\]/.test(words)) return true
  if (
    /^\s*(?:(?:[-*+]|\d+[.)])\s*)?(?:✅|✔|☑)|\((?:resolved|answered|decided)\b|\[(?:resolved|answered|decided)\]/i.test(
      words,
    )
  )
    return true
  for (const line of words.split('\n')) {
    const answer = (answerMark.exec(line) ?? boldAnswer.exec(line))?.[1]
    if (answer !== undefined && !postponed.test(answer.replace(/^\**\s*/, ''))) return true
    const pointed = arrow.exec(line)?.[1]
    if (pointed && !postponed.test(pointed)) return true
    if (deferred.test(line) && ownerOrDate.test(line)) return true
  }
  return /(?:resolved|decision|answer|decided)[*_]*\s*[:：][*_]*[^\S\n]*\n\s*[-*\w]/i.test(words)
}

function plain(words: string): string {
  return words
    .replace(/^\s*\[[ xX]\]\s*/, '')
    .replace(/[*`~]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function questionOf(document: Document, place: Range, whole: Range): Question {
  const words = document.text.slice(whole.start, whole.end)
  return {
    start: place.start,
    end: place.end,
    text: plain(document.text.slice(place.start, place.end)),
    resolved: isResolved(words),
  }
}

function fromItems(document: Document, items: readonly Item[], within: Range): Question[] {
  const inside = startingIn(items, within)
  const top = inside.reduce((least, {depth}) => Math.min(least, depth), Infinity)
  const questions: Question[] = []
  for (const item of inside) {
    if (item.depth !== top) continue
    const line = startingIn(document.lines, item).find(({item: owner}) => owner === item)
    if (!line) continue
    const question = questionOf(document, line, item)
    if (item.checked) question.resolved = true
    if (!isNothing(question.text)) questions.push(question)
  }
  return questions
}

const answerColumn =
  /^(?:answer|decision|resolution|resolved|outcome|conclusion|decided|결정|답변|해결|答案|决定|结论|決定|結論|回答)/i
/** What holds until somebody decides; a recommendation is none yet, nor is when the decision is due. */
const defaultColumn = /\b(?:assumptions?|defaults?)\b|가정|기본값|假设|默认|假設|預設|仮定/i
const pointInTime = /\b(?:date|deadline|due|when|by|owner)\b|시점|기한|[点點时時期]/i
const questionColumn = /question|issue|unknown|질문|问题/i
const risk = /^\W*(?:risks?|위험|리스크|风险|風險|リスク)(?!\p{L})/iu
const mitigation = /^\W*(?:mitigations?|완화|缓解|緩解|対策)/iu
const openCell = /^(?:tbd|open|pending|\?|-|–|—|todo|none|n\/a|unresolved|no|미정|待定)?$/i

function fromTable(document: Document, table: Table): Question[] {
  const word = (cell: Range | undefined) => (cell ? plain(document.text.slice(cell.start, cell.end)) : '')
  const asked = table.header.findIndex(cell => questionColumn.test(word(cell)))
  // Risks may stand beside questions in one section with them, and ask nothing.
  const has = (column: RegExp) => table.header.some(cell => column.test(word(cell)))
  if (asked < 0 && has(risk) && has(mitigation)) return []
  const column = Math.max(0, asked)
  const isAnswer = (title: string, index: number) =>
    answerColumn.test(title) || (index !== column && defaultColumn.test(title) && !pointInTime.test(title))
  const answers = table.header.flatMap((cell, index) => (isAnswer(word(cell), index) ? [index] : []))
  const status = table.header.findIndex(cell => /^(?:status|state|상태|状态)/i.test(word(cell)))
  return table.rows.flatMap(row => {
    const cell = row[column]
    const first = row[0]
    if (!cell || !first || cell.start === cell.end) return []
    const whole = {start: first.start, end: row.at(-1)?.end ?? cell.end}
    const question = questionOf(document, cell, whole)
    if (answers.some(index => !openCell.test(word(row[index])) && !postponed.test(word(row[index]))))
      question.resolved = true
    if (status >= 0 && resolvedHeading.test(word(row[status]))) question.resolved = true
    return isNothing(question.text) ? [] : [question]
  })
}

/** Questions written as paragraphs; what follows one up to the next belongs to it. */
function fromParagraphs(document: Document, within: Range): Question[] {
  const paragraphs = startingIn(document.blocks, within).filter(block => block.kind === 'paragraph')
  const asking = paragraphs.filter(({start, end}) => {
    const words = document.text.slice(start, end)
    return /[?？]/.test(words) || /^\W*Q\d*\W*[:.]/.test(words)
  })
  return asking.map((paragraph, index) => {
    const until = asking[index + 1]?.start ?? within.end
    const feed = document.text.indexOf('\n', paragraph.start)
    const end = feed < 0 || feed > paragraph.end ? paragraph.end : document.text.slice(0, feed).trimEnd().length
    return questionOf(document, {start: paragraph.start, end}, {start: paragraph.start, end: until})
  })
}

function fromBody(document: Document, body: Range): Question[] {
  const tables = startingIn(document.tables, body)
  if (tables.length > 0) return tables.flatMap(table => fromTable(document, table))
  if (startingIn(document.items, body).length === 0) return fromParagraphs(document, body)
  return fromItems(document, document.items, body)
}

function fromSubsection(document: Document, {title, heading, body, start, end}: Section): Question[] {
  const isResolvedByTitle = resolvedHeading.test(title)
  const isAsked = /[?？]/.test(title)
  if (!isAsked && (isResolvedByTitle || (risk.test(title) && !questionColumn.test(title)))) return []
  if (!isAsked && !/^\W*(?:Q|\d+[.)]|question)/i.test(title)) return fromBody(document, body)
  const question = questionOf(document, heading.title, {start, end})
  return [{...question, resolved: question.resolved || isResolvedByTitle}]
}

function fromPlace(document: Document, place: Place): Question[] {
  const {text} = document
  if (resolvedHeading.test(text.slice(place.title.start, place.title.end).replace(/unresolved|미해결|未解决/gi, '')))
    return []
  const subsections = startingIn(document.sections, place.body)
  const least = subsections.reduce((level, section) => Math.min(level, section.level), Infinity)
  const direct = subsections.filter(({level}) => level === least)
  const own = {start: place.body.start, end: direct[0]?.start ?? place.body.end}
  const lead = startingIn(document.lines, own)[0]
  if (lead && isNothing(plain(text.slice(lead.start, lead.end)))) return []
  const hasOwn = direct.length === 0 || startingIn(document.items, own).length > 0
  return [...(hasOwn ? fromBody(document, own) : []), ...direct.flatMap(section => fromSubsection(document, section))]
}

/** Those of `places` that are in none of the others. */
function outermost(places: readonly Place[]): Place[] {
  const kept: Place[] = []
  for (const place of [...places].sort((a, b) => a.range.start - b.range.start)) {
    if (place.range.start >= (kept.at(-1)?.range.end ?? 0)) kept.push(place)
  }
  return kept
}

/** All questions under the headings and labels that the vocabulary calls question sections, resolved ones included. */
export function questionsOf(document: Document, vocabulary: Vocabulary): Question[] {
  const sections = outermost(headingPlaces(document, vocabulary.questions, everywhere(document)))
  const without = sections.map(({range}) => range)
  const labels = labelPlaces(document, vocabulary.questions, everywhere(document, without))
  return [...sections, ...labels].flatMap(place => fromPlace(document, place)).sort((a, b) => a.start - b.start)
}
