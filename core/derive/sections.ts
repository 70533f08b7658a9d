import type {Range} from '../finding.ts'
import type {SectionSpec} from '../preset.ts'
import {firstAtOrAfter, startingIn, wholeOf} from '../ranges.ts'
import type {Section} from '../sections.ts'
import {matcherOf} from '../titles.ts'
import {componentParts, componentWith} from './components.ts'
import {isGuidance} from './guidance.ts'
import {apart, partsIn, withLeast} from './parts.ts'
import {type Reading, remarkOf} from './reading.ts'
import {readTitle, type TemplateTitle, withOpenNumber} from './titles.ts'

const optionalRemark =
  /\b(?:this (?:section|part|element|field) is optional|is an optional (?:section|element|part)|(?:delete|remove|omit|skip|drop) this (?:section|part|element)?\s*(?:if|when|unless)|(?:fill|include|use|complete|add|keep)(?: in)?(?: this(?: section| part| element)?)? only (?:if|when)|feel free to remove)\b|^[\s*_>(]*(?:optional|if applicable|only if applicable)[\s*_).:]*$/i

/** What stands under a heading before the next one. */
export function directBody({body, children}: Section): Range {
  return {start: body.start, end: children[0]?.start ?? body.end}
}

/** Whether a remark before the heading, or the first one under it, says that the section may go. */
function isRemarkedOptional(reading: Reading, section: Section): boolean {
  const {blocks} = reading.document
  const own = blocks[firstAtOrAfter(blocks, section.body.start)]
  const before = blocks[firstAtOrAfter(blocks, section.start) - 1]
  const isBefore = before?.kind === 'comment' && /^\s*$/.test(reading.textOf({start: before.end, end: section.start}))
  const remarks = [...(isBefore ? [before] : []), ...(own && own.start < directBody(section).end ? [own] : [])]
  return remarks.some(({kind, quoted, start, end}) => {
    const words = reading.textOf({start, end})
    return (
      (kind === 'comment' || quoted || /^\s*[*_(]/.test(words)) && optionalRemark.test(words.replace(/<!--|-->/g, ''))
    )
  })
}

const ofTasks = /\b(?:to-?dos?|tasks?|check-?lists?)\b/i

/** Whether a section is a list of tasks, and the headings in it only group them: a plan has groups of its own. */
function isGroupedTasks({document}: Reading, {body, children}: Section, title: string): boolean {
  if (children.length === 0 || !ofTasks.test(title)) return false
  const items = startingIn(document.items, body)
  return (
    items.length > 0 &&
    items.every(({checked}) => checked !== null) &&
    children.every(child => startingIn(items, directBody(child)).length > 0)
  )
}

function asksQuestions({vocabulary}: Reading, title: string): boolean {
  return matcherOf(vocabulary.questions).matches(title)
}

/** What `section` of a template asks for, under the title that was read; its children included, but for `phases`. */
function sectionSpec(
  reading: Reading,
  section: Section,
  {title, isOptional, isRepeated}: Pick<TemplateTitle, 'title' | 'isOptional'> & {isRepeated: boolean},
  phases: ReadonlySet<Section>,
): SectionSpec {
  const direct = directBody(section)
  const annotation = reading.annotations.in({start: section.start, end: direct.end})
  const isTasks = isGroupedTasks(reading, section, title) && !section.children.some(child => phases.has(child))
  const parts = partsIn(reading, isTasks ? section.body : direct)
  const nested = [...parts.sections, ...(isTasks ? [] : sectionSpecs(reading, section.children, phases))]
  const isSpare =
    isOptional ||
    annotation.isOptional ||
    isRemarkedOptional(reading, section) ||
    isGuidance(reading, section, title) ||
    /\bexamples?\b/i.test(title)
  // Questions are asked and answered in any form, and best there are none.
  const shown = asksQuestions(reading, title) ? [] : parts.content
  const content = withLeast(shown, isRepeated ? null : annotation.min)
  return reading.from(section.start, {
    ...reading.named(title, annotation.aliases),
    expectation: isSpare ? 'optional' : 'required',
    ...(content.length > 0 && {content}),
    ...(parts.fields.length > 0 && {fields: parts.fields}),
    ...(nested.length > 0 && {sections: apart(nested)}),
    ...(annotation.isAnyOrder && {anywhere: true as const}),
    ...(isRepeated && {repeat: {min: annotation.min ?? 1}}),
  })
}

/** The sections of a template under one heading, or at the top; those that only differ in their numbers are one. */
export function sectionSpecs(
  reading: Reading,
  sections: readonly Section[],
  phases: ReadonlySet<Section>,
): SectionSpec[] {
  const specs: SectionSpec[] = []
  const known = new Set<string>()
  for (const section of sections) {
    if (phases.has(section)) continue
    const read = readTitle(section.title, reading.meant)
    if (read.isNumbered) {
      if (!known.has('1.')) specs.push(numberedSection(reading, section))
      known.add('1.')
      continue
    }
    const open = numbersOpen(read.title, section)
    const isRepeated = open === read.title && read.series?.name === ''
    const title = isRepeated ? `${read.series?.noun} {n}` : open
    if (title === '' || title === '…') {
      reading.note(section.start, `"${section.title}" is all to be filled in, and no section by which a plan is known`)
      continue
    }
    if (known.has(title.toLowerCase())) continue
    known.add(title.toLowerCase())
    specs.push(sectionSpec(reading, section, {title, isOptional: read.isOptional, isRepeated}, phases))
  }
  return apart(specs)
}

/** `TODO for Stage 1` under stage 1 is `TODO for Stage {n}`. */
function numbersOpen(title: string, {parent}: Section): string {
  for (let above = parent; above; above = above.parent) {
    const open = withOpenNumber(title, above.title)
    if (open !== title) return open
  }
  return title
}

/** `#### 1. [Component]`: any number of them, each with the same parts. */
function numberedSection(reading: Reading, section: Section): SectionSpec {
  const {fields, sections} = partsIn(reading, directBody(section))
  const parts = apart(componentParts(reading, section.body, sections))
  return reading.from(section.start, componentWith({fields, sections: parts}))
}

/** The sections of a template without headings: labels whose values are to be filled in. */
export function labelledSections(reading: Reading): SectionSpec[] {
  const {document} = reading
  const labels = reading
    .labelsIn(wholeOf(document.text))
    .filter(
      label =>
        label.strong &&
        ((label.value.end > label.value.start && reading.isOpen(label.value)) || remarkOf(reading, label)),
    )
  const specs = labels.flatMap(label => {
    const {title, series, isOptional} = readTitle(label.name, reading.meant)
    if (title === '' || title.includes('…') || series) return []
    const {aliases, isOptional: isMarked} = reading.annotations.behind({
      start: label.line.start,
      end: label.line.end + 1,
    })
    return [
      reading.from(label.start, {
        ...reading.named(title, aliases),
        expectation: isOptional || isMarked ? ('optional' as const) : ('required' as const),
        as: ['heading', 'label', 'item'] as const,
      }),
    ]
  })
  return apart(specs)
}
