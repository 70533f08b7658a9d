import type {Range} from '../finding.ts'
import type {Plan} from '../plan.ts'
import {startingIn, startingWhere} from '../ranges.ts'
import {matcherOf} from '../titles.ts'
import type {Task} from './definitions.ts'
import {type PathMention, pathsIn} from './paths.ts'
import {taskWordsOf} from './words.ts'

/** Where a remark begins, in which files are only mentioned. */
const remark = /\s[-–—]{1,2}\s|[;(（]|\b(?:like|as in|see|from|instead of)\b/i
/** Leads to what is only read. */
const reading = /^[^\p{L}\p{N}]*(?:read|reference|see|do not|don't|unchanged|参考|参照|참고)(?![\p{L}\p{N}])/iu

/** Words that lead to a file stand near to it. */
const reach = 60
/** A field is no longer. */
const longest = 1000

/** The files named in the value of a field, or on a line below it, without those that a remark only mentions. */
function filesNamedIn(text: string): PathMention[] {
  if (reading.test(text.slice(0, reach))) return []
  const files = pathsIn(text, 0).filter(({isFile, isCertain}) => isFile && isCertain)
  const [first] = files
  const end = first ? remark.exec(text.slice(first.end, first.end + longest)) : null
  return first && end ? files.filter(({start}) => start < first.end + end.index) : files
}

/** Where fields and headings with one of `titles` say which files there are, below the line of a task. */
function* placesOfFiles({document}: Plan, {words, extent}: Task, titles: readonly string[]): Generator<Range> {
  const below = {start: words.end, end: extent.end}
  const matcher = matcherOf(titles)
  for (const {value, content} of startingWhere(document.labels, below, ({name}) => matcher.matches(name))) {
    if (value.start < value.end) yield value
    else yield* startingIn(document.lines, {start: content.start, end: Math.min(content.end, below.end)})
  }
  for (const {body} of startingWhere(document.sections, below, ({title}) => matcher.matches(title)))
    yield* startingIn(document.lines, body)
}

/** The files that fields of a task name, such as `**File**: src/a.ts`; offsets count from the start of its words. */
export function filesInFields(plan: Plan, task: Task): readonly PathMention[] {
  const {files} = taskWordsOf(plan)
  const found = new Map<string, PathMention>()
  for (const place of placesOfFiles(plan, task, files)) {
    const offset = place.start - task.words.start
    for (const file of plan.document.chunks.recall(filesNamedIn, place)) {
      if (!found.has(file.path)) found.set(file.path, {...file, start: file.start + offset, end: file.end + offset})
    }
  }
  return [...found.values()]
}
