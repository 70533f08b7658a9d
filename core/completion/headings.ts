import {parseDocument} from '../document.ts'
import {headingOf} from '../insertion.ts'
import {type Missing, missingSections, ownerOf} from '../missing.ts'
import {Plan} from '../plan.ts'
import {firstAtOrAfter, touches} from '../ranges.ts'
import {type Completion, type Cursor, isAbbreviation} from './completion.ts'

/** A heading that may be written at the cursor. */
interface Candidate {
  level: number
  title: string
  /** Whether the template has it right here. */
  isNext: boolean
  /** Whether more words than the title's follow. */
  isOpen: boolean
}

const atx = /^ {0,3}(#{1,6})([^#]*)$/

/** The plan as it would be without the unfinished line, which divides it in ways that nobody means. */
function withoutLine({plan, offset, before, after}: Cursor): Plan {
  const {text, preset, directives} = plan
  const [start, end] = [offset - before.length, offset + after.length]
  const rest = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
  return new Plan(parseDocument(rest), preset, directives)
}

/** Whether a heading of `level` at `offset` would not part what follows from the section that it is in. */
function leavesWhole({document: {headings}}: Plan, offset: number, level: number): boolean {
  const next = headings[firstAtOrAfter(headings, offset)]
  return !next || next.level <= level
}

/** Whether those sections that the template has before `section` stand before `offset`, and the others behind it. */
function isInOrder(section: Missing['siblings'][number], siblings: Missing['siblings'], offset: number): boolean {
  const own = siblings.indexOf(section)
  return siblings.every(({places}, index) => {
    const place = places.find(({form}) => form === 'heading')
    return !place || place.range.start < offset === index < own
  })
}

function missingAt(plan: Plan, offset: number): Candidate[] {
  return [...missingSections(plan, true)].flatMap(missing => {
    const {sections, siblings, phase} = missing
    const owner = ownerOf(missing)
    if (owner && (offset < owner.title.end || offset > owner.range.end)) return []
    return sections.flatMap(section => {
      const heading = headingOf(plan, section.spec, siblings, owner, phase?.number)
      if (!heading) return []
      const {level, title} = heading
      const isNext = isInOrder(section, siblings, offset) && leavesWhole(plan, offset, level)
      return [{level, title, isNext, isOpen: false}]
    })
  })
}

/** The first phase of a plan that has to have some: in the section for them, where there is one. */
function firstPhase({preset, phases, sections, document}: Plan, offset: number): Candidate[] {
  if (!preset.phases || preset.phases.expectation === 'optional' || phases.length > 0) return []
  const around = sections.find(({spec}) => spec.id === preset.phases?.id)?.places.find(({form}) => form === 'heading')
  const level = document.sections.find(({start}) => start === around?.range.start)?.level ?? 1
  const isNext = around !== undefined && touches(around.body, offset)
  const title = (preset.phases.titles[0] ?? '').replace('{n}', '1')
  return level < 6 ? [{level: level + 1, title, isNext, isOpen: true}] : []
}

/** The phase after the last one. */
function nextPhase(plan: Plan, offset: number): Candidate[] {
  const last = plan.phases.at(-1)
  if (!last || !/^\d{1,4}$/.test(last.last) || offset < last.section.heading.end) return []
  const {form, section} = last
  const isNext = offset <= section.end && leavesWhole(plan, offset, section.level)
  const title = form.replace('{n}', String(Number(last.last) + 1))
  return [{level: section.level, title, isNext, isOpen: true}]
}

/** At a heading that is being typed, or on an empty line where asked for: the headings that the plan lacks. */
export function headingCompletions(cursor: Cursor): Completion[] {
  const {offset, before, after, isTyped} = cursor
  const [, marks = '', typed = ''] = atx.exec(before) ?? []
  const isEmpty = before.trim() === ''
  if (after.trim() !== '' || (marks === '' && (!isEmpty || isTyped))) return []
  const plan = withoutLine(cursor)
  if (plan.isUnreadable(offset)) return []
  const fitting = [...missingAt(plan, offset), ...firstPhase(plan, offset), ...nextPhase(plan, offset)]
    .filter(({title, level}) => isAbbreviation(typed.trim(), title) && level >= marks.length)
    .sort(
      (a, b) =>
        Number(b.isNext) - Number(a.isNext) ||
        Number(b.level === marks.length) - Number(a.level === marks.length) ||
        b.level - a.level,
    )
  const start = offset - before.trimStart().length
  const titles = new Set<string>()
  const unique = fitting.filter(({title}) => !titles.has(title) && titles.add(title))
  return unique.map(({level, title, isOpen}) => {
    const heading = `${'#'.repeat(level)} ${title}${isOpen ? ': ' : ''}`
    return {
      kind: 'section',
      start: isEmpty ? offset : start,
      end: offset + after.length,
      label: heading.trim(),
      detail: '',
      text: heading,
      filter: marks === '' ? title : `${marks} ${title}`,
      aroundCursor: isOpen ? [heading, ''] : [`${heading}\n\n`, ''],
    }
  })
}
