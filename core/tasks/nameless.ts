import type {Line} from '../lines.ts'
import {oncePer} from '../once.ts'
import type {Plan} from '../plan.ts'
import {opensItem} from '../tasks.ts'
import {storyFormsOf} from './stories.ts'
import {tagsOf} from './tags.ts'
import {standTogether} from './together.ts'

/** Lines that open an item with a box and no id, among tasks of one list or with their tags. */
export const namelessTasks = oncePer((plan: Plan): readonly Line[] => {
  const {document, text, preset, taskList} = plan
  const forms = storyFormsOf(preset)
  const tasks = new Set([...plan.tasks, ...taskList.tasks].map(({start}) => start))
  const boxes = document.lines.filter(line => line.item?.box && opensItem(text, line))
  const standsWith = (line: Line, other: Line | undefined) => {
    if (!other || !tasks.has(other.start) || other.item?.parent !== line.item?.parent) return false
    return standTogether(document, line, other)
  }
  return boxes.filter((line, index) => {
    const words = text.slice(line.start, line.end)
    if (tasks.has(line.start) || /^\W*T-[A-Z\d]/.test(words)) return false
    if (tagsOf(words, 0, forms).tags.some(({kind}) => kind !== 'other')) return true
    return standsWith(line, boxes[index - 1]) || standsWith(line, boxes[index + 1])
  })
})
