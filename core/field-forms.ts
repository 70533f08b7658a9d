import {headingPlaces, isEmptyPlace, labelPlaces, type Place} from './bind.ts'
import type {Document} from './document.ts'
import type {Range} from './finding.ts'
import type {Cell, Table} from './markdown.ts'
import {oncePer} from './once.ts'
import {matchesIn} from './patterns.ts'
import type {FieldSpec, Title} from './preset.ts'
import {startingIn} from './ranges.ts'
import {taskLinesOf} from './tasks.ts'
import {matcherOf} from './titles.ts'

/** A field as the document has it. */
export interface FoundField {
  /** The label as written. */
  name: Range
  /** Without marks around it; empty where nothing follows the label. */
  value: Range
}

const titlesOf = oncePer(({label, aliases = []}: FieldSpec): readonly Title[] => [label, ...aliases])
const ownLabelOf = oncePer(({label}: FieldSpec) => matcherOf([label]))

/** Whether `words` are the field's own label, not one of its aliases. */
export function isOwnLabel(spec: FieldSpec, words: string): boolean {
  return ownLabelOf(spec).matches(words)
}

function matches(spec: FieldSpec, words: string): boolean {
  return matcherOf(titlesOf(spec)).matches(words)
}

/** Takes blanks, emphasis and back-ticks off both ends. */
function bareRange(text: string, {start, end}: Range): Range {
  const words = text.slice(start, end)
  const lead = /^[\s*_`~]*/.exec(words)?.[0].length ?? 0
  if (lead === words.length) return {start, end: start}
  return {start: start + lead, end: start + words.replace(/(?<![\s*_`~])[\s*_`~]+$/, '').length}
}

/** The blocks under a label that has nothing on its line; tasks are no value, they only come next. */
function blockValue(document: Document, place: Place): Range {
  const {body} = place
  const [first] = startingIn(document.lines, {start: place.title.end, end: body.end})
  const isTask =
    first !== undefined &&
    typeof first.item?.checked === 'boolean' &&
    startingIn(taskLinesOf(document), {start: first.start, end: first.start + 1}).length > 0
  if (isTask || isEmptyPlace(document, place)) return {start: body.start, end: body.start}
  return bareRange(document.text, body)
}

/** `**Date**: x`, `*Date*: x`, `Date: x`, also with the value in the blocks below. */
function inLabels(document: Document, spec: FieldSpec, within: Range): FoundField | null {
  const places = labelPlaces(document, titlesOf(spec), {within, without: []})
  const place = places.find(candidate => !isEmptyPlace(document, candidate)) ?? places[0]
  if (!place) return null
  const [label] = startingIn(document.labels, place.title)
  const isOnLine = label && label.value.end > label.value.start
  return {name: place.title, value: isOnLine ? bareRange(document.text, label.value) : blockValue(document, place)}
}

/** The rows that hold a name and its value, where the fields stand in rows; null where they stand in columns. */
function rowsOfFields(document: Document, {header, rows}: Table, siblings: readonly FieldSpec[]): Cell[][] | null {
  const isName = (cell: Cell | undefined) =>
    cell !== undefined && siblings.some(spec => matches(spec, document.text.slice(cell.start, cell.end)))
  if (rows.some(([name]) => isName(name))) return [header, ...rows]
  const isOneRow = header.length === 2 && isName(header[0]) && !isName(header[1])
  return isOneRow ? [header] : null
}

/** `| Date | x |` in rows, or a table with a column `Date`. */
function inTables(
  document: Document,
  spec: FieldSpec,
  siblings: readonly FieldSpec[],
  within: Range,
): FoundField | null {
  const isName = ({start, end}: Range) => matches(spec, document.text.slice(start, end))
  for (const table of startingIn(document.tables, within)) {
    const rows = rowsOfFields(document, table, siblings)
    const row = rows?.find(([name]) => name && isName(name))
    const column = rows ? -1 : table.header.findIndex(isName)
    const name = rows ? row?.[0] : table.header[column]
    const values = rows ? [row?.[1]] : table.rows.map(cells => cells[column])
    const value = values.find(cell => cell && cell.start === cell.end) ?? values[0]
    if (name && value) return {name, value: bareRange(document.text, value)}
  }
  return null
}

/** `### Goal` with what stands under it, `### Goal: x`. */
function inHeadings(document: Document, spec: FieldSpec, within: Range): FoundField | null {
  const {text} = document
  const [place] = headingPlaces(document, titlesOf(spec), {within, without: []})
  if (!place) return null
  const {title, body} = place
  const lead = /^.*?(?:\s[-–—]+\s+|[:：]\s*)(?=\S)/.exec(text.slice(title.start, title.end))?.[0]
  return {name: title, value: bareRange(text, lead ? {start: title.start + lead.length, end: title.end} : body)}
}

const inlineField =
  /^([ \t]*(?![ \t])(?:[*_]{0,3})([^:：*_]{1,50})[*_]{0,3}[ \t]*[:：][*_]{0,3}[ \t]*|[ \t]*(?:\*\*|__)([^*_]{1,50})(?:\*\*|__)[ \t]+)(.*)$/s

const partsOfLine = /[^|·•]+/g

/** A part of a line with the form of a field; offsets count from the start of the line. */
interface InlineField {
  name: string
  start: number
  /** The name with what leads over to the value. */
  lead: string
  value: string
}

/** Several on one line, `Date: x | Author: y`, and `**Date** x` without a mark between. */
function inlineFieldsIn(line: string): readonly InlineField[] {
  const fields: InlineField[] = []
  if (!/[:：]|\*\*|__/.test(line)) return fields
  for (const {0: part, index: start} of matchesIn(line, partsOfLine)) {
    const [, lead = '', plain, name = plain ?? '', value = ''] = inlineField.exec(part) ?? []
    if (name !== '') fields.push({name, start, lead, value})
  }
  return fields
}

function inLines(document: Document, spec: FieldSpec, within: Range): FoundField | null {
  for (const line of startingIn(document.lines, within)) {
    const field = document.chunks.recall(inlineFieldsIn, line).find(({name}) => matches(spec, name))
    if (!field) continue
    const {lead, value} = field
    const start = line.start + field.start
    const end = start + lead.trimEnd().length
    return {name: {start, end}, value: bareRange(document.text, {start: end, end: start + lead.length + value.length})}
  }
  return null
}

/** Looks for a field in every form that people write one in. `siblings` are the fields that may stand beside it. */
export function fieldIn(
  document: Document,
  spec: FieldSpec,
  siblings: readonly FieldSpec[],
  within: Range,
): FoundField | null {
  return (
    inLabels(document, spec, within) ??
    inTables(document, spec, siblings, within) ??
    inHeadings(document, spec, within) ??
    inLines(document, spec, within)
  )
}

/** The paragraph that opens `within`, where it is neither a field nor leads to what comes below it. */
export function fieldInOpening(document: Document, within: Range): FoundField | null {
  const first = startingIn(document.blocks, within).find(({kind}) => kind !== 'comment' && kind !== 'rule')
  if (first?.kind !== 'paragraph' || startingIn(document.labels, first).length > 0) return null
  if (startingIn(document.lines, first)[0]?.item) return null
  const value = bareRange(document.text, first)
  return /[:：]$/.test(document.text.slice(value.start, value.end)) ? null : {name: value, value}
}

const frontMatterKey = /^([\p{L}\p{N}_-]+):[ \t]*(.*(?:\n(?:[ \t]+|- ).*)*)$/gmu

/** `date: x` in the front matter, quotes and comment off. */
export function fieldInFrontMatter(document: Document, spec: FieldSpec): FoundField | null {
  if (!document.frontMatter) return null
  const {start, end} = document.frontMatter
  for (const match of document.text.slice(start, end).matchAll(frontMatterKey)) {
    const [all, key = '', written = ''] = match
    if (!matches(spec, key)) continue
    const from = start + match.index
    const value = written.replace(/(?:^|(?<![ \t])[ \t]+)#.*/, '').trimEnd()
    const [, quote = '', bare = ''] = /^(["']?)(.*)\1$/s.exec(value) ?? []
    const valueStart = from + all.length - written.length + quote.length
    const valueRange = bareRange(document.text, {start: valueStart, end: valueStart + bare.length})
    return {name: {start: from, end: from + key.length}, value: valueRange}
  }
  return null
}
