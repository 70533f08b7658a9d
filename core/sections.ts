import type {Range} from './finding.ts'
import type {Heading} from './markdown.ts'
import {sharedTitle} from './titles.ts'

/** A heading with all that stands under it, sub-sections included. */
export interface Section extends Range {
  heading: Heading
  level: number
  /** The heading's text as written. */
  title: string
  /** From the end of the heading to the next heading of its level or above. */
  body: Range
  parent: Section | null
  children: Section[]
}

/** Nests headings by level; the result is flat and in document order. */
export function sectionsOf(text: string, headings: readonly Heading[]): Section[] {
  const sections: Section[] = []
  let open: Section | null = null
  for (const heading of headings) {
    while (open && open.level >= heading.level) {
      open.end = heading.start
      open.body.end = heading.start
      open = open.parent
    }
    const section: Section = {
      heading,
      level: heading.level,
      title: sharedTitle(text.slice(heading.title.start, heading.title.end)),
      start: heading.start,
      end: text.length,
      body: {start: heading.end, end: text.length},
      parent: open,
      children: [],
    }
    open?.children.push(section)
    sections.push(section)
    open = section
  }
  return sections
}
