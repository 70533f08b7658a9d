import type {Document} from './document.ts'
import type {Range} from './finding.ts'
import type {Line} from './lines.ts'
import {oncePer} from './once.ts'
import {anyScript} from './patterns.ts'

/** A line that defines a task: `- [ ] T001 [P] [US1] text`. */
export interface TaskLine extends Range {
  /** As written: `T001`, `T022-A`, `TXXX`. */
  id: string
  idRange: Range
  /** The state of its box. */
  checked: boolean
  line: Line
}

const taskStart = anyScript(
  String.raw`^(?:\*\*|\[|\x60)?(T(?:\d{1,4}(?:\.\d+)*(?:-?[A-Za-z])?|X{2,}))(?![\p{L}\p{N}-])(?:\*\*|\]|\x60)?[:.]?`,
)

/** Whether a line is the one that opens its list item. */
export function opensItem(text: string, {first, item, start}: Line): boolean {
  const feed = item ? text.indexOf('\n', item.start) : 0
  return first && (feed < 0 || feed >= start)
}

/** List items with a box that open with a task id, in document order. */
export const taskLinesOf = oncePer((document: Document): readonly TaskLine[] => {
  const tasks: TaskLine[] = []
  for (const line of document.lines) {
    if (!line.item || line.item.checked === null || !opensItem(document.text, line)) continue
    const match = taskStart.exec(document.text.slice(line.start, line.end))
    const id = match?.[1]
    if (!match || !id) continue
    const start = line.start + match[0].indexOf(id)
    tasks.push({
      start: line.start,
      end: line.end,
      id,
      idRange: {start, end: start + id.length},
      checked: line.item.checked,
      line,
    })
  }
  return tasks
})
