import {type Document, firstAtOrAfter, startingIn} from './document.ts'
import type {Range} from './finding.ts'
import type {SectionForm, SectionSpec, Title} from './preset.ts'
import type {Section} from './sections.ts'
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
}

const titlesOfSpec = new WeakMap<SectionSpec, readonly Title[]>()

/** Title and aliases of a section, as one list that stays the same object. */
export function titlesOf(spec: SectionSpec): readonly Title[] {
  let titles = titlesOfSpec.get(spec)
  if (!titles) {
    titles = [spec.title, ...(spec.aliases ?? [])]
    titlesOfSpec.set(spec, titles)
  }
  return titles
}

function isOutside(range: Range, without: readonly Range[]): boolean {
  const zone = without[firstAtOrAfter(without, range.start + 1) - 1]
  return !zone || range.start >= zone.end
}

export function placeOfHeading(section: Section): Place {
  return {form: 'heading', title: section.heading.title, range: section, body: section.body}
}

/** Headings of `scope` with one of `titles`, the outermost first. */
export function headingPlaces(document: Document, titles: readonly Title[], scope: Scope): Place[] {
  const matcher = matcherOf(titles)
  return startingIn(document.sections, scope.within)
    .filter(section => matcher.matches(section.title) && isOutside(section, scope.without))
    .sort((a, b) => a.level - b.level || a.start - b.start)
    .map(placeOfHeading)
}

/** Labels of `scope` with one of `titles`: in bold, or at the start of a line with a colon. */
export function labelPlaces(document: Document, titles: readonly Title[], scope: Scope): Place[] {
  const matcher = matcherOf(titles)
  return startingIn(document.labels, scope.within)
    .filter(label => matcher.matches(label.name) && isOutside(label, scope.without))
    .map(label => ({
      form: 'label',
      title: {start: label.start, end: label.end},
      range: {start: label.start, end: label.content.end},
      body: label.content,
    }))
}

/** List items of `scope` whose whole first line is one of `titles`. */
function itemPlaces(document: Document, titles: readonly Title[], scope: Scope): Place[] {
  const matcher = matcherOf(titles)
  return startingIn(document.lines, scope.within)
    .filter(line => line.first && line.item !== null && isOutside(line, scope.without))
    .filter(line => matcher.matches(document.text.slice(line.start, line.end)))
    .map(line => ({
      form: 'item',
      title: {start: line.start, end: line.end},
      range: line.item as Range,
      body: {start: line.end, end: (line.item as Range).end},
    }))
}

/** The paragraph that opens `scope`, unless a label or a heading does. */
function openingPlace(document: Document, scope: Scope): Place[] {
  const [first] = startingIn(document.blocks, scope.within).filter(({kind}) => kind !== 'comment' && kind !== 'rule')
  if (first?.kind !== 'paragraph') return []
  if (startingIn(document.labels, first).some(label => label.strong && label.value.start === label.value.end)) return []
  return [{form: 'opening', title: first, range: first, body: first}]
}

const defaultForms: readonly SectionForm[] = ['heading', 'label']

function placesOf(document: Document, spec: SectionSpec, scope: Scope): Place[] {
  const titles = titlesOf(spec)
  for (const form of spec.as ?? defaultForms) {
    const places =
      form === 'heading'
        ? headingPlaces(document, titles, scope)
        : form === 'label'
          ? labelPlaces(document, titles, scope)
          : form === 'item'
            ? itemPlaces(document, titles, scope)
            : openingPlace(document, scope)
    if (places.length > 0) return places
  }
  return []
}

/**
 * Finds the places of `specs` in `scope`. Nested sections are looked for inside their parent first, then in the whole
 * of `scope`, as documents move them about.
 */
export function bindSections(document: Document, specs: readonly SectionSpec[], scope: Scope): BoundSection[] {
  return specs.map(spec => {
    const places = placesOf(document, spec, scope)
    const children = (spec.sections ?? []).map(child => bindChild(document, child, places, scope))
    return {spec, places, children}
  })
}

function bindChild(document: Document, spec: SectionSpec, parents: readonly Place[], scope: Scope): BoundSection {
  for (const parent of parents) {
    const [bound] = bindSections(document, [spec], {within: parent.body, without: scope.without})
    if (bound && bound.places.length > 0) return bound
  }
  return bindSections(document, [spec], scope)[0] as BoundSection
}

/** Every bound section of a tree with its parent, parents first. */
export function* eachSection(
  sections: readonly BoundSection[],
  parent: BoundSection | null = null,
): Generator<{section: BoundSection; parent: BoundSection | null}> {
  for (const section of sections) {
    yield {section, parent}
    yield* eachSection(section.children, section)
  }
}
