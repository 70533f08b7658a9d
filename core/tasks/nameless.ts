import {firstAtOrAfter, startingIn} from '../document.ts'
import type {Line} from '../lines.ts'
import type {Plan} from '../plan.ts'
import {storyFormsOf} from './stories.ts'
import {tagsOf} from './tags.ts'

/** Lines that open an item with a box and no id, among tasks of one list or with their tags. */
export function namelessTasks(plan: Plan): Line[] {
  const {document, text, preset, taskList} = plan
  const forms = storyFormsOf(preset)
  const tasks = new Set([...plan.tasks, ...taskList.tasks].map(({start}) => start))
  const boxes = document.lines.filter(
    line => line.item?.box && document.lines[firstAtOrAfter(document.lines, line.item.start)] === line,
  )
  const standsWith = (line: Line, other: Line | undefined) => {
    if (!other || !tasks.has(other.start) || other.item?.parent !== line.item?.parent) return false
    const between = {start: Math.min(line.start, other.start), end: Math.max(line.start, other.start)}
    const prose = startingIn(document.lines, between).some(({item}) => item === null)
    return !prose && startingIn(document.headings, between).length === 0
  }
  return boxes.filter((line, index) => {
    const words = text.slice(line.start, line.end)
    if (tasks.has(line.start) || /^\W*T-[A-Z\d]/.test(words)) return false
    if (tagsOf(words, 0, forms).tags.some(({kind}) => kind !== 'other')) return true
    return standsWith(line, boxes[index - 1]) || standsWith(line, boxes[index + 1])
  })
}
