import {eachSection} from '../../core/bind.ts'
import {type AskedContent, askedContents} from '../../core/content/asked.ts'
import {startingIn} from '../../core/document.ts'
import type {Edit, Range} from '../../core/finding.ts'
import type {ContentSpec} from '../../core/preset.ts'
import {type CleanPlan, type Mutation, remove, replace, wholeLines} from './mutation.ts'
import {ownEnd} from './sections.ts'

const prose = '\n\nA sentence that is only words and no more than that, whatever it may say here.\n\n'

/** The edits that take away what `content` asks for, each a fault of its own; none where the plan has it in another way. */
function spoilings(clean: CleanPlan, {section: {id}, place, content}: AskedContent): Edit[][] {
  const {plan, text} = clean
  const {section} = [...eachSection(plan.sections)].find(({section: {spec}}) => spec.id === id) ?? {}
  const {document} = plan
  const {body} = place
  const tables = startingIn(document.tables, body)
  const cellOf = (title: string): Range | null => {
    for (const table of tables) {
      const column = table.header.findIndex(
        ({start, end}) => text.slice(start, end).trim().toLowerCase() === title.toLowerCase(),
      )
      const cell = table.rows[0]?.[column]
      if (cell) return cell
    }
    return null
  }
  const end = section ? ownEnd(clean, section, place, plan.sections) : place.range.end
  const whole = [[replace({start: place.form === 'heading' ? body.start : place.title.end, end}, prose)]]
  switch (content.kind) {
    case 'table':
      return [
        ...content.columns.flatMap(title => {
          const cell = cellOf(title)
          return cell ? [[replace(cell, ' ')]] : []
        }),
        ...Object.keys(content.values ?? {}).flatMap(title => {
          const cell = cellOf(title)
          return cell ? [[replace(cell, 'Whatever')]] : []
        }),
        ...(content.dates
          ? [cellOf(content.dates)].flatMap(cell => (cell ? [[replace(cell, '2026-02-30')]] : []))
          : []),
        ...whole,
      ]
    case 'words':
      return [[replace({start: body.start, end: place.range.end}, '\n\nThe second.\n\n')]]
    case 'pairs': {
      const second = startingIn(document.labels, body).find(
        ({name}) => name.toLowerCase() === content.second.toLowerCase(),
      )
      return second ? [[remove({start: second.start, end: second.value.end})]] : []
    }
    case 'reasons': {
      const [item] = startingIn(document.items, body)
      const [line] = item ? startingIn(document.lines, item) : []
      return item && line ? [[replace({start: line.start, end: item.end}, 'A thing')]] : []
    }
    case 'change-paths': {
      const [label] = startingIn(document.labels, body)
      return label ? [[replace(label.value, 'some file')]] : []
    }
    case 'tasks':
      return [startingIn(plan.tasks, body).map(({line}) => remove(wholeLines(text, line)))]
    case 'checklist':
      // Only the boxes go, as the items may hold what another entry asks for.
      return [
        startingIn(document.items, body).flatMap(({box}) =>
          box ? [remove({start: box.start, end: box.end + 1})] : [],
        ),
      ]
    default:
      return whole
  }
}

function isCovered({kind}: ContentSpec): boolean {
  // Whether a phase has a command is told by phase-validation, and spoilt with the phases.
  return kind !== 'command'
}

/** Takes away, one by one, what sections have to hold. */
export function* contentMutations(clean: CleanPlan): Generator<Mutation> {
  const seen = new Set<ContentSpec>()
  for (const asked of askedContents(clean.plan)) {
    if (seen.has(asked.content) || !isCovered(asked.content) || asked.section.expectation === 'optional') continue
    seen.add(asked.content)
    const {section, content} = asked
    for (const [index, edits] of spoilings(clean, asked).entries()) {
      yield {
        name: `spoil ${content.kind} ${index + 1} of ${section.id}`,
        edits,
        // A phase without its commands has that one fault, and a label without anything under it is empty.
        expected: [
          {rule: 'section-content', data: {section: section.id}},
          {rule: 'phase-validation'},
          {rule: 'no-empty-sections'},
        ],
      }
    }
  }
}
