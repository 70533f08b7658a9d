import {eachSection} from '../../core/bind.ts'
import {commandsIn} from '../../core/commands.ts'
import {type AskedContent, askedContents} from '../../core/content/asked.ts'
import type {Edit, Range} from '../../core/finding.ts'
import type {ContentSpec} from '../../core/preset.ts'
import {startingIn} from '../../core/ranges.ts'
import {type CleanPlan, insert, type Mutation, remove, replace, wholeLines} from './mutation.ts'
import {ownEnd} from './sections.ts'

const prose = '\n\nA sentence that is only words and no more than that, whatever it may say here.\n\n'

/** Moves the tasks of a phase into the one before or after it: taking them out would leave others waiting for them. */
function withoutTasks({plan, text}: CleanPlan, body: Range): Edit[] {
  const own = startingIn(plan.tasks, body)
  const lines = own.map(({line}) => wholeLines(text, line))
  const before = plan.tasks.findLast(({start}) => start < body.start)
  const after = plan.tasks.find(({start}) => start >= body.end)
  const at = before ? wholeLines(text, before.line).end : after ? wholeLines(text, after.line).start : text.length
  // Tags would have to go with the phase of their user story.
  const moved = lines.map(({start, end}) => text.slice(start, end).replace(/\[(?:P|US\d+)\] /g, '')).join('')
  return [insert(at, moved), ...lines.map(range => replace(range, 'The work of this phase.\n'))]
}

/** Takes the numbers from items and headings. */
function withoutNumbers({plan: {document}, text}: CleanPlan, body: Range): Edit[] {
  const items = startingIn(document.items, body).filter(({ordered}) => ordered)
  const headings = startingIn(document.headings, body).map(({title}) => title)
  return [
    ...items.map(({start}) => replace({start, end: text.indexOf(' ', start)}, '-')),
    ...headings.map(({start}) => ({
      start,
      end: start + (/^\d+\.\s+/.exec(text.slice(start))?.[0].length ?? 0),
      text: '',
    })),
  ]
}

/** The edits that take away what `content` asks for, each a fault of its own; none where the plan has it in another way. */
function spoilings(clean: CleanPlan, {section: {id}, place, content}: AskedContent): Edit[][] {
  const {plan, text} = clean
  const {section} = eachSection(plan.sections).find(({section: {spec}}) => spec.id === id) ?? {}
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
          ? [cellOf(content.dates)].flatMap(cell =>
              cell ? [[replace(cell, '2026-02-30')], [replace(cell, '2999-12-31')]] : [],
            )
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
    case 'file-references':
      // Still a list, if that is asked for as well.
      return [[replace({start: place.form === 'heading' ? body.start : place.title.end, end}, '\n\n- A thing\n\n')]]
    case 'command':
      return [commandsIn(document, body).map(range => replace(range, 'words'))]
    case 'tasks':
      return [withoutTasks(clean, body)]
    case 'numbered':
      return [withoutNumbers(clean, body)]
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

/** Takes away, one by one, what sections have to hold. */
export function* contentMutations(clean: CleanPlan): Generator<Mutation> {
  const seen = new Map<ContentSpec, Set<string>>()
  for (const asked of askedContents(clean.plan)) {
    const {section, content} = asked
    // What holds for the first phase of a kind holds for all.
    const ids = seen.get(content) ?? new Set()
    if (ids.has(section.id) || section.expectation === 'optional') continue
    seen.set(content, ids.add(section.id))
    const phase = clean.plan.phases.find(
      ({section: {start, end}}) => start <= asked.place.title.start && asked.place.title.start < end,
    )
    const where = phase ? `phase ${phase.number}: ` : ''
    for (const [index, edits] of spoilings(clean, asked).entries()) {
      yield {
        name: `${where}spoil ${content.kind} ${index + 1} of ${section.id}`,
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
