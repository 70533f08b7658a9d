import type {Range} from '../finding.ts'
import {addTo} from '../grouped.ts'
import type {Label} from '../labels.ts'
import type {Expectation, FieldSpec} from '../preset.ts'
import {startingIn} from '../ranges.ts'
import {longestTitle, titleKey} from '../titles.ts'
import type {Reading} from './reading.ts'
import {choicesIn} from './slot-shapes.ts'
import {readTitle} from './titles.ts'

const asides =
  /^(?:notes?|important|warning|caution|tips?|hints?|critical|examples?|usage|instructions?|attention|how to use.*|reminder)$/i
export const dateSlot = /\bYYYY-MM-DD\b|^[[{<(]+\s*(?:the |today's )?date\s*[\])}>]+$/i
export const dateLabel = /^(?:.+ )?(?:date|created|updated)$/i
const standInPath = /^`?\/?path\/to\/[^\s:`]+(:\d+(?:-\d+)?)?`?$/
const ofFiles = /\b(?:files?|location|paths?|director(?:y|ies)|module)\b/i
/** What a phase needs before the next one begins, its last one does without. */
const towardsNext = /\b(?:before|until)\b[^[\]]*\b(?:next|phase|stage|step|milestone|sprint)\b/i
/** A longer value that leaves nothing open is text, not a value to begin with. */
const longestDefault = 5

/** What its value shows a field to be. */
function typeOf(label: string, value: string, isOpen: boolean): Pick<FieldSpec, 'type' | 'values'> {
  const choices = choicesIn(value)
  if (choices) return {type: 'enum', values: choices}
  if (dateSlot.test(value) || (isOpen && dateLabel.test(label))) return {type: 'date'}
  const path = standInPath.exec(value)
  if (path) return {type: path[1] === undefined ? 'path' : 'path-line'}
  return {}
}

function fieldOf(reading: Reading, label: Label, isInList: boolean): FieldSpec | null {
  const {title, series, isOptional} = readTitle(label.name, reading.meant)
  if (title === '' || title.includes('…') || series || asides.test(title)) return null
  const value = reading.textOf(label.value).trim()
  const isOpen = reading.isOpen(label.value)
  if (!isOpen && value.split(/\s+/).length > longestDefault) return null
  const line = {
    start: label.line.start,
    end: reading.document.source.lineEnd(reading.document.source.lineAt(label.start)) + 1,
  }
  const {isOptional: isMarked, aliases} = reading.annotations.behind(line)
  const type = typeOf(title, value, isOpen)
  if (isInList && type.type === 'path-line' && !ofFiles.test(title)) return null
  const isSpare = isOptional || isMarked || /\boptional\b/i.test(value)
  const expectation: Expectation = isSpare ? 'optional' : isInList ? 'expected' : 'required'
  return reading.from(label.start, {
    label: title,
    ...(aliases.length > 0 && {aliases}),
    expectation,
    ...type,
    ...(towardsNext.test(value.slice(0, longestTitle)) && {exceptLast: true as const}),
  })
}

/** Those of a kind that have a name of their own each: in a list of like items no label is a field. */
function distinct(fields: readonly FieldSpec[]): boolean {
  return new Set(fields.map(({label}) => titleKey(label))).size === fields.length
}

function firstOfEach(fields: readonly FieldSpec[]): FieldSpec[] {
  const keys = new Set<string>()
  return fields.filter(({label}) => {
    const key = titleKey(label)
    const isNew = !keys.has(key)
    keys.add(key)
    return isNew
  })
}

/** Labels with a value as the fields they stand for: those of a paragraph, and those of a list where each has its own. */
export function fieldsOf(reading: Reading, labels: readonly Label[]): FieldSpec[] {
  const valued = labels.filter(({value}) => value.end > value.start)
  const groups = new Map<object, Label[]>()
  for (const label of valued) {
    const group = label.depth > 0 ? (label.line.item?.parent ?? valued) : label.line.paragraph
    addTo(groups, group, label)
  }
  const outermost = valued.reduce((least, {depth}) => Math.min(least, depth), Number.POSITIVE_INFINITY)
  return firstOfEach(
    [...groups.values()].flatMap(group => {
      const isInList = (group[0]?.depth ?? 0) > 0
      if (!group.some(({value}) => reading.isOpen(value)) || (isInList && group[0]?.depth !== outermost)) return []
      if (isInList && group.some(({line}) => typeof line.item?.checked === 'boolean')) return []
      const fields = group.flatMap(label => fieldOf(reading, label, isInList) ?? [])
      const areFields = !isInList || (fields.length === group.length && distinct(fields))
      return areFields ? fields : []
    }),
  )
}

/** The fields of the whole document: in its head, whatever the form, and in its front matter. */
export function headFields(reading: Reading, head: Range): FieldSpec[] {
  const {document} = reading
  const plain = startingIn(document.labels, head).filter(
    ({strong, value}) => strong || (value.end > value.start && reading.isOpen(value)),
  )
  const labelled = plain
    .filter(({line}) => plain.some(other => other.line.paragraph === line.paragraph && reading.isOpen(other.value)))
    .flatMap(label => fieldOf(reading, label, false) ?? [])
  return firstOfEach([...frontMatterFields(reading), ...labelled])
}

const matterLine = /^([\p{L}][\p{L}\p{N}_ -]*):[ \t]*(\S.*)$/gmu

function frontMatterFields(reading: Reading): FieldSpec[] {
  const range = reading.document.frontMatter
  if (!range) return []
  const matter = reading.textOf(range)
  const areOptional = /^#.*\boptional\b/im.test(matter)
  return [...matter.matchAll(matterLine)].flatMap(match => {
    const [, label = '', quoted = ''] = match
    const value = quoted.replace(/^(["'])(.*)\1$/, '$2')
    const start = range.start + match.index
    const isOpen = reading.isOpen({start: start + match[0].length - quoted.length, end: start + match[0].length})
    if (!isOpen || /^(?:name|title|description)$/i.test(label)) return []
    return [
      reading.from(start, {
        label: label.trim(),
        expectation: areOptional ? ('optional' as const) : ('required' as const),
        ...typeOf(label.replace(/[-_]/g, ' '), value, isOpen),
      }),
    ]
  })
}
