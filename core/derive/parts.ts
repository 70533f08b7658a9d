import type {Range} from '../finding.ts'
import type {Label} from '../labels.ts'
import type {Item} from '../markdown.ts'
import type {ContentSpec, FieldSpec, SectionSpec} from '../preset.ts'
import {startingIn} from '../ranges.ts'
import {titleKey} from '../titles.ts'
import {componentWith} from './components.ts'
import {contentsIn} from './contents.ts'
import {fieldsOf} from './fields.ts'
import type {Reading} from './reading.ts'
import {readTitle} from './titles.ts'

/** What stands in a place of a template, headings apart. */
export interface Parts {
  fields: FieldSpec[]
  /** What labels lead to: `**Changes**:` with a list below. */
  sections: SectionSpec[]
  content: ContentSpec[]
}

/** Reads what stands in `range`, in which no heading does. */
export function partsIn(reading: Reading, range: Range): Parts {
  const labels = reading.labelsIn(range)
  const found = componentIn(reading, range)
  // What a label leads to is read with it.
  const isOfLabel = outermost(labels.filter(isLeading)).some(({content}) => found && isWithin(found.range, content))
  const component = isOfLabel ? null : found
  const open = labels.filter(label => !component || !isWithin(label, component.range))
  const leading = outermost(open.filter(isLeading))
  const titled = leading
    .map(label => ({label, ...readTitle(label.name, reading.meant)}))
    .filter(({title}) => title !== '')
  const isInside = (label: Label) =>
    leading.some(other => other !== label && other.end <= label.start && label.start < other.content.end)
  // A lone label before a list only leads over to it.
  const isIntroduction = titled.length === 1 && open.filter(label => !isInside(label)).length === 1
  const parts = isIntroduction ? [] : titled.filter(({title, series}) => !title.includes('…') && !series)
  const fields = fieldsOf(
    reading,
    open.filter(label => !isInside(label)),
  )
  const sections = parts.map(({label, title, isOptional}) => labelSection(reading, label, title, isOptional))
  const labelled = new Set<Item>([
    ...parts.flatMap(({label}) => itemsAround(label)),
    ...open.filter(({name}) => fields.some(field => titleKey(field.label) === titleKey(name))).flatMap(itemsAround),
  ])
  const content = contentsIn(reading, range, {labelled, ranges: parts.map(({label}) => label.content)})
  if (component) sections.push(component.section)
  return {fields, sections, content: component ? [{kind: 'numbered', min: 1, severity: 'warning'}] : content}
}

/** Whether a label has no value and leads to what stands below it. */
function isLeading({value}: Label): boolean {
  return value.end === value.start
}

function isWithin({start}: Range, range: Range): boolean {
  return range.start <= start && start < range.end
}

function itemsAround({line}: Label): Item[] {
  const items: Item[] = []
  for (let item = line.item; item; item = item.parent) items.push(item)
  return items
}

/** Those that stand in no other. */
function outermost(labels: readonly Label[]): Label[] {
  const kept: Label[] = []
  for (const label of labels) {
    const last = kept.at(-1)
    if (!last || label.start >= last.content.end || last.depth >= label.depth) kept.push(label)
  }
  return kept
}

function labelSection(reading: Reading, label: Label, title: string, isOptional: boolean): SectionSpec {
  const line = {start: label.line.start, end: label.line.end + 1}
  const annotation = reading.annotations.behind(line)
  const {fields, sections, content} = partsIn(reading, {start: label.end, end: label.content.end})
  const isSpare = isOptional || annotation.isOptional || /\bexamples?\b/i.test(title)
  return reading.from(label.start, {
    ...reading.named(title, [...annotation.aliases, ...longerForm(reading, title)]),
    expectation: isSpare ? 'optional' : 'required',
    ...(content.length > 0 && {content: withLeast(content, annotation.min)}),
    ...(fields.length > 0 && {fields}),
    ...(sections.length > 0 && {sections: apart(sections)}),
  })
}

/** `Automated Verification` for the label `Automated`, unless the template itself has a longer label that begins so. */
function longerForm({document}: Reading, title: string): string[] {
  if (/[\s…]/.test(title)) return []
  const beginning = `${title} `.toLowerCase()
  return document.labels.some(({name}) => name.toLowerCase().startsWith(beginning)) ? [] : [`${title}…`]
}

/** The same contents, with the number of items that an annotation asks for. */
export function withLeast(content: readonly ContentSpec[], min: number | null): ContentSpec[] {
  if (min === null) return [...content]
  const isList = ({kind}: ContentSpec) => kind === 'list' || kind === 'numbered' || kind === 'checklist'
  if (!content.some(isList)) return [...content, {kind: 'list', min}]
  return content.map(spec => {
    const {severity: _, ...own} = spec
    return isList(spec) ? ({...own, min} as ContentSpec) : spec
  })
}

/** Items of a numbered list that begin with the same label each: `1. **File**: …`. */
function componentIn(reading: Reading, range: Range): {range: Range; section: SectionSpec} | null {
  const {document} = reading
  const items = startingIn(document.items, range).filter(
    ({ordered, parent}) => ordered && (parent === null || parent.start < range.start),
  )
  const firsts = items.map(item => reading.labelsIn(item).find(({line}) => line.item === item && line.first))
  const [first, ...others] = firsts
  const [item] = items
  const last = items.at(-1)
  if (!first || !item || !last) return null
  if (others.some(label => !label || titleKey(label.name) !== titleKey(first.name))) return null
  const labels = reading.labelsIn(item)
  const fields = [first, ...labels.filter(label => label !== first)].flatMap(label =>
    fieldsOf(reading, [label]).map(field => ({...field, expectation: 'required' as const})),
  )
  if (fields.length === 0) return null
  return {range: {start: item.start, end: last.end}, section: reading.from(first.start, componentWith({fields}))}
}

/** The same sections, each id once. */
export function apart(sections: readonly SectionSpec[]): SectionSpec[] {
  const next = new Map<string, number>()
  const ids = new Set<string>()
  return sections.map(section => {
    let {id} = section
    for (let number = next.get(section.id) ?? 2; ids.has(id); number++) {
      id = `${section.id}-${number}`
      next.set(section.id, number + 1)
    }
    ids.add(id)
    return id === section.id ? section : Object.assign(section, {id})
  })
}
