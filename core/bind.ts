import type {Document} from './document.ts'
import type {Range} from './finding.ts'
import type {Label} from './labels.ts'
import type {Block} from './markdown.ts'
import {oncePer} from './once.ts'
import type {SectionForm, SectionSpec, Title} from './preset.ts'
import {doesOneStart, firstAtOrAfter, startingIn, startingWhere, wholeOf} from './ranges.ts'
import type {Section} from './sections.ts'
import {TitleIndex} from './title-index.ts'
import {matcherOf} from './titles.ts'

/** Where a section of the template stands in the document. */
export interface Place {
  form: SectionForm
  /** The heading's text, the label's name, or the opening paragraph. */
  title: Range
  /** Title and content. */
  range: Range
  /** The content alone. */
  body: Range
}

/** A section that the preset knows, with the places where the document has it; none where it is missing. */
export interface BoundSection {
  spec: SectionSpec
  places: Place[]
  children: BoundSection[]
}

/** Where to look: inside `within`, but not inside any of `without` (in order, without overlap). */
export interface Scope {
  within: Range
  without: readonly Range[]
  /** Labels inside lists stand for something in the list, not for a section of the whole. */
  outsideLists?: boolean
  /** Inside a known section a part may be named without bold: `- Manual: open the page`. */
  plainLabels?: boolean
}

/** All of a document, but for what is in `without` (in order, without overlap). */
export function everywhere({text}: Document, without: readonly Range[] = []): Scope {
  return {within: wholeOf(text), without}
}

/** Title and aliases of a section, as one list that stays the same object. */
export const titlesOf = oncePer(({title, aliases = []}: SectionSpec): readonly Title[] => [title, ...aliases])

const sectionsByTitle = oncePer(({sections}: Document) => new TitleIndex(sections, ({title}) => title))
const labelsByName = oncePer(({labels}: Document) => new TitleIndex(labels, ({name}) => name))

function isOutside(range: Range, without: readonly Range[]): boolean {
  const zone = without[firstAtOrAfter(without, range.start + 1) - 1]
  return !zone || range.start >= zone.end
}

export function placeOfHeading(section: Section): Place {
  return {form: 'heading', title: section.heading.title, range: section, body: section.body}
}

/** Headings of `scope` with one of `titles`, the outermost first. */
export function headingPlaces(document: Document, titles: readonly Title[], scope: Scope): Place[] {
  const found = sectionsByTitle(document).startingIn(scope.within, matcherOf(titles))
  // Of most titles there is nothing.
  if (found.length === 0) return []
  return found
    .filter(section => isOutside(section, scope.without))
    .sort((a, b) => a.level - b.level || a.start - b.start)
    .map(placeOfHeading)
}

/** Labels of `scope` with one of `titles`: in bold, or at the start of a line with a colon. */
export function labelPlaces(document: Document, titles: readonly Title[], scope: Scope): Place[] {
  return labelsByName(document)
    .startingIn(scope.within, matcherOf(titles))
    .filter(label => isOutside(label, scope.without))
    .map(placeOfLabel)
}

/** Headings and labels of `scope` with one of `titles`. */
export function titledPlaces(document: Document, titles: readonly Title[], scope: Scope): Place[] {
  return [...headingPlaces(document, titles, scope), ...labelPlaces(document, titles, scope)]
}

function placeOfLabel(label: Label): Place {
  return {
    form: 'label',
    title: {start: label.start, end: label.end},
    range: {start: label.start, end: label.content.end},
    body: label.content,
  }
}

/** Whether a label has its value on its line, or stands in a list or under a heading of its parent. */
function isField(document: Document, {start, depth, value}: Label, {within, outsideLists}: Scope): boolean {
  if (value.end > value.start) return true
  if (outsideLists) return false
  return depth > 0 || doesOneStart(document.headings, {start: within.start, end: start}, () => true)
}

/** Labels in bold that stand for the section `spec`. */
function sectionLabels(document: Document, spec: SectionSpec, scope: Scope): Place[] {
  const found = labelsByName(document).startingIn(scope.within, matcherOf(titlesOf(spec)))
  if (found.length === 0) return []
  const isInReach = ({depth}: Label) => depth === 0 || !scope.outsideLists || spec.as?.includes('item') === true
  return found
    .filter(
      label =>
        (label.strong || scope.plainLabels === true) &&
        isInReach(label) &&
        isOutside(label, scope.without) &&
        !(spec.block && isField(document, label, scope)),
    )
    .map(label => withParts(document, spec, label))
}

/** A label's place with the labels that follow it and are parts of the section: `**Success Criteria**:`, `**Manual**:`. */
function withParts(document: Document, spec: SectionSpec, label: Label): Place {
  const place = placeOfLabel(label)
  const parts = (spec.sections ?? []).map(part => matcherOf(titlesOf(part)))
  let end = place.range.end
  const {labels} = document
  for (let index = firstAtOrAfter(labels, label.end); index < labels.length; index++) {
    const next = labels[index] as Label
    if (next.start > end || next.depth < label.depth) break
    if (next.start === end && parts.some(part => part.matches(next.name))) end = next.content.end
  }
  return {...place, range: {start: place.range.start, end}, body: {start: place.body.start, end}}
}

/** Headings of `scope` that begin with a number; the outermost only. */
function numberedHeadings(document: Document, scope: Scope): Place[] {
  const numbered = startingWhere(
    document.sections,
    scope.within,
    section => /^\s*\d+[.)]\s+\S/.test(section.title) && isOutside(section, scope.without),
  )
  const level = numbered.reduce((least, section) => Math.min(least, section.level), Number.POSITIVE_INFINITY)
  return numbered.filter(section => section.level === level).map(placeOfHeading)
}

/** Items of numbered lists of `scope` that stand in no other item there. */
function numberedItems(document: Document, scope: Scope): Place[] {
  return startingWhere(document.items, scope.within, item => {
    const isNested = item.parent !== null && item.parent.start >= scope.within.start
    return item.ordered && !isNested && isOutside(item, scope.without)
  }).flatMap(item => {
    const line = startingIn(document.lines, item)[0]
    return line ? [{form: 'item' as const, title: line, range: item, body: {start: line.start, end: item.end}}] : []
  })
}

/** List items of `scope` whose first line is the title of `spec`, or begins with it and a colon. */
function itemPlaces(document: Document, spec: SectionSpec, scope: Scope): Place[] {
  const matcher = matcherOf(titlesOf(spec))
  const words = ({start, end}: Range) => document.text.slice(start, end)
  return startingWhere(
    document.lines,
    scope.within,
    line =>
      line.first &&
      line.item !== null &&
      isOutside(line, scope.without) &&
      matcher.matches(words(line)) &&
      !(spec.block && /[:：]\s*\S/.test(words(line))),
  ).map(line => ({
    form: 'item',
    title: {start: line.start, end: line.end},
    range: line.item as Range,
    body: {start: line.end, end: (line.item as Range).end},
  }))
}

/** The paragraph that opens `scope`, unless a label or a heading does. */
function openingPlace(document: Document, scope: Scope): Place[] {
  const [first] = startingWhere(document.blocks, scope.within, ({kind}) => kind !== 'comment' && kind !== 'rule')
  if (first?.kind !== 'paragraph') return []
  if (startingIn(document.labels, first).some(label => label.strong && label.value.start === label.value.end)) return []
  return [{form: 'opening', title: first, range: first, body: first}]
}

function isBlank(text: string, start: number, end: number): boolean {
  const visible = /\S/g
  visible.lastIndex = start
  return !visible.test(text) || visible.lastIndex > end
}

/** Whether nothing but comments and rules stands in a place: a heading or label without content. */
export function isEmptyPlace(document: Document, {title, body}: Place): boolean {
  if (isBlank(document.text, Math.max(title.end, body.start), body.end)) return true
  const {blocks} = document
  const index = firstAtOrAfter(blocks, title.end)
  const first = Math.min(blocks[index]?.start ?? body.end, body.end)
  return areSilent(blocks, index, body.end) && !/[^\s:：*_]/.test(document.text.slice(title.end, first))
}

/** Whether of `blocks` those from `index` on that start before `end` are nothing but comments, rules and definitions. */
function areSilent(blocks: readonly Block[], index: number, end: number): boolean {
  let next = index
  for (let block = blocks[next]; block && block.start < end; block = blocks[++next]) {
    if (block.kind !== 'comment' && block.kind !== 'rule' && block.kind !== 'definition') return false
  }
  return true
}

const defaultForms: readonly SectionForm[] = ['heading', 'label']

function placesOf(document: Document, spec: SectionSpec, scope: Scope, forms: readonly SectionForm[]): Place[] {
  if (spec.numbered) {
    const headings = numberedHeadings(document, scope)
    return headings.length > 0 ? headings : numberedItems(document, scope)
  }
  for (const form of forms) {
    const places =
      form === 'heading'
        ? headingPlaces(document, titlesOf(spec), scope)
        : form === 'label'
          ? sectionLabels(document, spec, scope)
          : form === 'item'
            ? itemPlaces(document, spec, scope)
            : openingPlace(document, scope)
    if (places.length > 0) return places
  }
  return []
}

/** The titles of several sections, as one list that stays the same object. */
const titlesOfAll = oncePer((specs: readonly SectionSpec[]): readonly Title[] => specs.flatMap(titlesOf))

/**
 * A label with nothing of its own goes on over the labels and deeper headings right behind it, up to the next section
 * that the template knows: an author divided it so.
 */
function withFollowers(document: Document, spec: SectionSpec, place: Place, siblings: readonly SectionSpec[]): Place {
  if (place.form !== 'label' || !isEmptyPlace(document, place)) return place
  const own = matcherOf(titlesOf(spec))
  const all = matcherOf(titlesOfAll(siblings))
  const isKnown = (title: string) => all.matches(title) && !own.matches(title)
  const {labels, headings, sections} = document
  const around = headings[firstAtOrAfter(headings, place.title.start) - 1]?.level ?? 0
  let {end} = place.range
  for (let index = firstAtOrAfter(labels, place.title.end); index < labels.length; index++) {
    const next = labels[index] as Label
    if (next.start > end || (next.start === end && (isKnown(next.name) || !next.strong))) break
    end = Math.max(end, next.content.end)
  }
  const section = sections[firstAtOrAfter(sections, place.title.end)]
  if (section?.start === end && section.level > around && !isKnown(section.title)) end = section.end
  return {...place, range: {start: place.range.start, end}, body: {start: place.body.start, end}}
}

/**
 * Finds the places of `specs` in `scope`. Nested sections are looked for inside their parent first, then in the whole
 * of `scope`, as documents move them about.
 */
export function bindSections(document: Document, specs: readonly SectionSpec[], scope: Scope): BoundSection[] {
  return specs.map(spec => bindSection(document, spec, specs, scope, spec.as ?? defaultForms))
}

function bindSection(
  document: Document,
  spec: SectionSpec,
  siblings: readonly SectionSpec[],
  scope: Scope,
  forms: readonly SectionForm[],
): BoundSection {
  const places = placesOf(document, spec, scope, forms).map(place => withFollowers(document, spec, place, siblings))
  const parts = spec.sections ?? []
  const children = parts.map(part => bindPart(document, part, parts, places, scope))
  return {spec, places, children}
}

function bindPart(
  document: Document,
  spec: SectionSpec,
  siblings: readonly SectionSpec[],
  parents: readonly Place[],
  scope: Scope,
): BoundSection {
  const forms = spec.as ?? defaultForms
  for (const parent of parents) {
    const inside = {within: parent.body, without: scope.without, plainLabels: true}
    const bound = bindSection(document, spec, siblings, inside, forms)
    if (bound.places.length > 0) return bound
  }
  const isElsewhere = parents.length > 0 && !spec.anywhere && !spec.as
  return bindSection(document, spec, siblings, scope, isElsewhere ? ['heading'] : forms)
}

/** Every bound section of a tree with its parent, parents first. */
export function eachSection(sections: readonly BoundSection[]): {section: BoundSection; parent: BoundSection | null}[] {
  const all: {section: BoundSection; parent: BoundSection | null}[] = []
  const collect = (some: readonly BoundSection[], parent: BoundSection | null) => {
    for (const section of some) {
      all.push({section, parent})
      if (section.children.length > 0) collect(section.children, section)
    }
  }
  collect(sections, null)
  return all
}
