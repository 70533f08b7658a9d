import {everywhere, titledPlaces} from '../bind.ts'
import type {Range} from '../finding.ts'
import type {Line} from '../lines.ts'
import {oncePer} from '../once.ts'
import {literally} from '../patterns.ts'
import {phaseTitleOf, wordOf} from '../phase-titles.ts'
import type {Phase, Plan} from '../plan.ts'
import type {Title, Vocabulary} from '../preset.ts'
import {firstAtOrAfter, haveAround, merged} from '../ranges.ts'
import type {Section} from '../sections.ts'
import {opensItem} from '../tasks.ts'
import {longestTitle} from '../titles.ts'
import type {Task} from './definitions.ts'
import {idsBetween, parseTaskId, type TaskId} from './ids.ts'
import {taskWordsOf} from './words.ts'

/** What names a task stands at the beginning of its line. */
const longestLead = 100
/** What stands between the number of a task and its words. */
const afterNumber = /^[\])*_~`]*[\s:：.)\-–—→|]*(?:\*\*(?=\s))?\s*/
const number = String.raw`\d{1,4}(?:\.\d{1,4})*[a-z]?`
const separated = String.raw`(?:[\])*_\x60]*\s*[:：.)—–-]|[\])*_\x60]+(?=\s))`
/** `2.` or `2.1`; a number alone may count something: `48 seeds`. */
const bareNumber =
  /^[*_~`]*(?<id>(?<number>\d{1,4}(?:\.\d{1,4})+|\d{1,4}(?=[.):：]))[a-z]?)(?:[.):：]|\s)[*_~`]*\s*(?=\S)/i
/** Fewer numbered boxes than this are no list of the work. */
const fewest = 3

function idsOf(from: string, to = from): TaskId[] {
  const [first, last] = [parseTaskId(`T${from}`), parseTaskId(`T${to}`)]
  return first && last ? idsBetween(first, last) : []
}

function phaseAround({phases}: Plan, {start}: Range): Phase | null {
  const phase =
    phases[
      firstAtOrAfter(
        phases.map(({section}) => section),
        start + 1,
      ) - 1
    ]
  return phase && start < phase.section.end ? phase : null
}

/** A task without tags and stories; `id` and `words` are ranges. */
function taskAt(
  plan: Plan,
  place: Range,
  id: Range,
  words: Range,
  rest: Pick<Task, 'ids' | 'form' | 'checked' | 'extent'>,
): Task {
  const {start, end} = place
  return {
    start,
    end,
    id: plan.text.slice(id.start, id.end),
    idRange: id,
    tags: [],
    stories: [],
    words,
    phase: phaseAround(plan, place),
    ...rest,
  }
}

function wordsAfter(text: string, start: number, end: number): Range {
  const lead = afterNumber.exec(text.slice(start, Math.min(end, start + longestLead)))?.[0].length ?? 0
  return {start: start + lead, end}
}

const box = /^\W{0,4}\[([ xX])\]/

/** A title that says at one of its ends that all has been done. */
const done =
  /✅|☑|✔|(?:[-–—:：]\s*|[(（[]\s*)(?:completed?|done|finished|implemented|완료|已完成|完了)\s*[)）\]]?\s*$/iu

function taskInTitle(plan: Plan, section: Section, form: Title): Task | null {
  const reading = phaseTitleOf(section.title, form)
  if (!reading?.separated || reading.isForLater) return null
  const {number, last, lead} = reading
  const ids = idsOf(number, last)
  if (ids.length === 0) return null
  const {title} = section.heading
  const word = wordOf(form)
  const before = section.title.slice(0, lead).toLowerCase().lastIndexOf(word.toLowerCase())
  const numberStart = title.start + lead
  const behind = plan.text.slice(numberStart + number.length, title.end)
  const until = last === number ? 0 : behind.indexOf(last) + last.length
  const id = {start: before < 0 ? numberStart : title.start + before, end: numberStart + number.length + until}
  const ticked = box.exec(section.title.slice(0, longestLead))?.[1]
  const checked =
    ticked === undefined ? (done.test(section.title.slice(0, longestTitle)) ? true : null) : ticked !== ' '
  return taskAt(plan, title, id, wordsAfter(plan.text, id.end, title.end), {
    ids,
    form: 'heading',
    checked,
    extent: section,
  })
}

/** Headings such as `Task 2.1: Sow`; the title of the document is none. */
function headedTasks(plan: Plan, forms: readonly Title[]): Task[] {
  const title = plan.title
  const words = new RegExp(forms.map(form => literally(wordOf(form))).join('|') || '(?!)', 'iu')
  return plan.document.sections.flatMap(section => {
    if (section.heading === title || !words.test(section.title.slice(0, longestTitle))) return []
    for (const form of forms) {
      const task = taskInTitle(plan, section, form)
      if (task) return [task]
    }
    return []
  })
}

const titlesWithoutWork = oncePer(({validation, questions}: Vocabulary) => [...validation, ...questions])

/** Lines that open an item with a box, outside what only verifies. */
function boxesOfWork({document, text, preset}: Plan): Line[] {
  const places = titledPlaces(document, titlesWithoutWork(preset.vocabulary), everywhere(document))
  const apart = merged(places.map(({range}) => range))
  return document.lines.filter(
    line => typeof line.item?.checked === 'boolean' && opensItem(text, line) && !haveAround(apart, line.start),
  )
}

/** Items with a box whose words begin as `pattern` says, which names the parts `id` and `number`. */
function boxedTasks(plan: Plan, lines: readonly Line[], pattern: RegExp): Task[] {
  return lines.flatMap(line => {
    const {start, end, item} = line
    const match = pattern.exec(plan.text.slice(start, Math.min(end, start + longestLead)))
    const {id = '', number: digits = ''} = match?.groups ?? {}
    const ids = idsOf(digits)
    if (!match || !item || ids.length === 0) return []
    const from = start + match[0].indexOf(id)
    const idRange = {start: from, end: from + id.length}
    return [
      taskAt(plan, line, idRange, wordsAfter(plan.text, start + match[0].length, end), {
        ids,
        form: 'box',
        checked: item.checked,
        extent: item,
      }),
    ]
  })
}

function boxPatternOf(forms: readonly Title[]): RegExp {
  const nouns = forms.map(form => literally(wordOf(form))).join('|') || '(?!)'
  return new RegExp(String.raw`^[*_~\x60[]*(?<id>(?:${nouns})[\s#-]*(?<number>${number}))${separated}`, 'iu')
}

/**
 * The tasks of a plan that numbers its work and has no ids: headings and items with a box such as `Task 2.1: Sow`, else
 * items with a box such as `Step 2 - Sow` or `2.1 Sow`. In document order; none where a few boxes happen to be numbered.
 */
export const numberedTasksOf = oncePer((plan: Plan): readonly Task[] => {
  const {titles} = taskWordsOf(plan)
  const headed = headedTasks(plan, titles)
  const boxes = boxesOfWork(plan)
  const named = boxedTasks(plan, boxes, boxPatternOf(titles))
  const both = headed.length > 0 ? headed : named
  if (both.length > 0) return both
  const steps = plan.phases.length > 0 ? [] : boxedTasks(plan, boxes, boxPatternOf(plan.preset.phases?.titles ?? []))
  const found = steps.length >= fewest ? steps : boxedTasks(plan, boxes, bareNumber)
  return found.length >= fewest ? found : []
})
