import {leftOut} from '../boxes.ts'
import type {Range} from '../finding.ts'
import {oncePer} from '../once.ts'
import type {Plan} from '../plan.ts'
import {finderAround, haveAny, haveAround} from '../ranges.ts'
import type {Task} from '../tasks/definitions.ts'
import {numberedTasksOf} from '../tasks/numbered.ts'
import {ownerFinder} from '../tasks/owner.ts'
import {isInspection} from '../tasks/purpose.ts'
import {silentPlaces} from '../tasks/samples.ts'
import {opensItem} from '../tasks.ts'
import type {FileChange} from './change.ts'
import type {Kind} from './kinds.ts'
import {columnsOf, listFinder, placesApart} from './places.ts'
import {type Form, type Said, saidIn} from './said.ts'
import {type ChangeReader, changeReaderOf} from './words.ts'

/** Where a change is told, before it is known whose it is. */
type Told = Pick<FileChange, 'kind' | 'path' | 'isFirm' | 'start' | 'end' | 'checked'>

/** What a preset's words have said of one text before, for each form and list. */
const readers = oncePer((reader: ChangeReader) => {
  const made = new Map<string, (text: string) => readonly Said[]>()
  return (form: Form, list: Kind | null) => {
    const key = `${form} ${list}`
    let read = made.get(key)
    if (!read) {
      read = text => saidIn(text, reader, form, list)
      made.set(key, read)
    }
    return read
  }
})

class ChangeCollector {
  readonly #plan: Plan
  readonly #reader: ChangeReader
  readonly #apart: readonly Range[]
  readonly #told: Told[] = []

  constructor(plan: Plan) {
    this.#plan = plan
    this.#reader = changeReaderOf(plan)
    this.#apart = placesApart(plan)
  }

  collect(tasks: readonly Task[]): Told[] {
    const words = tasks.map(({words}) => words).sort((a, b) => a.start - b.start)
    for (const task of tasks) if (!this.#writesNothing(task)) this.#read(task.words, 'task', null, task.checked)
    this.#readLines(words)
    this.#readHeadings(words)
    this.#readTables()
    return this.#told.sort((a, b) => a.start - b.start)
  }

  #writesNothing(task: Task): boolean {
    const {start, end} = task.words
    return isInspection(this.#plan, task) || leftOut.test(this.#plan.text.slice(start, end))
  }

  #read(place: Range, form: Form, list: Kind | null, checked: boolean | null): boolean {
    if (haveAround(this.#apart, place.start)) return false
    const said = this.#plan.document.chunks.recall(readers(this.#reader)(form, list), place)
    for (const change of said)
      this.#told.push({...change, start: place.start + change.start, end: place.start + change.end, checked})
    return said.length > 0
  }

  #readLines(words: readonly Range[]): void {
    const {document, text} = this.#plan
    const listAt = listFinder(this.#plan, this.#reader)
    const entries = new Set<object>()
    for (const line of document.lines) {
      const list = listAt(line)
      const {item, paragraph} = line
      if (paragraph.quoted || (item && !opensItem(text, line))) continue
      if (haveAny(words, line)) continue
      if (item?.parent && entries.has(item.parent)) {
        entries.add(item)
        continue
      }
      if (this.#read(line, 'entry', list, item?.checked ?? null) && item) entries.add(item)
    }
  }

  #readHeadings(words: readonly Range[]): void {
    for (const {title, quoted} of this.#plan.document.headings)
      if (!quoted && !haveAny(words, title)) this.#read(withoutNumber(this.#plan.text, title), 'entry', null, null)
  }

  #readTables(): void {
    const {document, text} = this.#plan
    const listAt = listFinder(this.#plan, this.#reader)
    for (const table of document.tables) {
      const list = listAt(table)
      const columns = columnsOf(this.#plan, table, this.#reader)
      if (!columns) continue
      const {file, action} = columns
      for (const row of table.rows) {
        const [place, cell] = [row[file], row[action]]
        if (!place) continue
        const said = cell && this.#reader.behind(` - ${text.slice(cell.start, cell.end).trim()}`)
        this.#read(place, 'entry', said ?? list ?? 'write', null)
      }
    }
  }
}

/** The words of a heading behind its number: `#### 2. Modify …`, `### Step 3: Modify …`. */
function withoutNumber(text: string, title: Range): Range {
  const lead = /^(?:[\p{L}]+\s)?(?:\d+(?:\.\d+)*[a-z]?)\s*(?:[.):：–—-]+\s*|\s)/u.exec(
    text.slice(title.start, title.end),
  )
  return {start: title.start + (lead?.[0].length ?? 0), end: title.end}
}

/** The tasks of a plan, those with ids, else those with numbers. */
function tasksOf(plan: Plan): readonly Task[] {
  const {tasks} = plan.taskList
  return tasks.length > 0 ? tasks : numberedTasksOf(plan)
}

/** All that a plan does to files, in document order. What it only mentions is not among them. */
export const changesOf = oncePer((plan: Plan): readonly FileChange[] => {
  const tasks = tasksOf(plan)
  const told = new ChangeCollector(plan).collect(tasks)
  const phaseAt = finderAround(plan.phases, ({section}) => section)
  const taskAt = ownerFinder(tasks)
  const isSilent = silentPlaces(plan)
  return told
    .filter(change => !isSilent(change))
    .map(change => ({...change, phase: phaseAt(change.start), task: taskAt(change)}))
    .filter(({phase}) => phase?.state !== 'skipped')
})
