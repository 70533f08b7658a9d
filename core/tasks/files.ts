import type {Range} from '../finding.ts'
import type {Line} from '../lines.ts'
import {oncePer} from '../once.ts'
import {type AnyScript, anyScript, literally} from '../patterns.ts'
import type {Plan} from '../plan.ts'
import type {TaskWords} from '../preset.ts'
import {firstAtOrAfter, startingWhere} from '../ranges.ts'
import {opensItem} from '../tasks.ts'
import {nameOf} from '../workspace-paths.ts'
import type {Task} from './definitions.ts'
import {filesInFields} from './file-fields.ts'
import {type PathMention, pathsIn} from './paths.ts'
import {hasWord, opensWith} from './purpose.ts'
import {taskWordsOf} from './words.ts'

/** What stands between a verb or a preposition and the file that is written. */
const opening = String.raw`(?:(?:the|a|an|new|existing|root|main)\s+)*(?:(?:[\w-]+\s+){0,3}(?:file|module|script|class|header|tests?))?\s*[:：]?\s*[\x60"'*_]*`
const places = 'in|into|inside|within|under|to|at'
const placed = new RegExp(String.raw`(?:^|[\s(])(?:${places})\s+${opening}[\x60("'*_[]*$|[在于於]\s*[\x60"'*_]*$`, 'i')
const read =
  /\b(?:as|like|defined|already|exists?|existing|listed|documented|described|specified|declared|located|similar|according|compared?|equal|relative|due|refer(?:s|ring)?|respect|next|prior|analogous|identical|belongs?|linked|points?|maps?)\s+(?:in|to|at|from)\s+[\x60("'*_[]*$/i
/** What stands there already, or is to stand there: at its end a task says where. */
const readOrPlaced = /\b(?:used|found|available|present|links?|is|are)\s+(?:in|to|at|from)\s+[\x60("'*_[]*$/i
const patterned = /\bpatterns?\s+(?:in|from)\s+[\x60("'*_[]*$/i
const follows = /\b(?:follow\w*|us(?:e|es|ing)|reus\w+|mirror\w*|match\w*|copy|copies|same|per|existing)\b/i
/** What follows a file that others are made by. */
const basis = /^[`"'*_]*\s*(?:기반|참고|참조|기준)/
const nothing = /^[\x60"'*_)\].\s]*$/
/** A path in parentheses, after a dash or a colon. */
const apart = /(?:[([]|(?:^|\s)[-–—→]\s|[:：]\s?)[`"'*_]*$/
const joint = /^[`)\]"'*_]*\s*(?:,|&|\+|\band\b|및|와|과|、|和)\s*(?:and\s+)?[`(["'*_]*$/
const particle =
  /^[`"'*_]*(?:\s*(?:파일|클래스|헤더))?(?:에서|에|을|를|로|으로|\s*(?:생성|작성|수정|추가|구현|업데이트|정의|삭제|创建|编写|修改|更新|添加|实现))/
/** What follows a file that comes to be, whatever the task goes on to say. */
const comesToBe =
  /^[`"'*_]*(?:\s*(?:파일|클래스|헤더))?[을를]?\s*(?:생성|작성|수정|추가|구현|创建|编写|修改|添加|实现|作成|追加)/

/** So far around a path one looks for the words that say what it is to the task. */
const reach = 160

/** Finds a verb that writes at the end of what stands before a file. */
const writtenPatternOf = oncePer(({writing}: TaskWords): AnyScript => {
  const source = writing.map(literally).join('|') || '(?!)'
  return anyScript(String.raw`(?:(?<![\p{Script=Latin}\p{N}_-])(?:${source})(?![\p{Script=Latin}]))\s*${opening}$`, 'i')
})

/** The words of a task with the lines that go on with them. */
function wholeWordsOf({document}: Plan, {words, start}: Task): Range {
  const index = firstAtOrAfter(document.lines, start)
  const first = document.lines[index]
  if (first?.start !== start) return words
  let end = words.end
  for (
    let next = index + 1;
    document.lines[next]?.paragraph === first.paragraph && document.lines[next]?.item === first.item;
    next++
  )
    end = document.lines[next]?.end ?? end
  return {start: words.start, end}
}

/** The files in the boxes under the heading of a task; offsets count from the start of its words. */
function filesInSteps({document, text}: Plan, {words, extent}: Task, taskWords: TaskWords): PathMention[] {
  const isStep = (line: Line) => typeof line.item?.checked === 'boolean' && opensItem(text, line)
  const steps = startingWhere(document.lines, {start: words.end, end: extent.end}, isStep)
  const files = new Map<string, PathMention>()
  for (const step of steps) {
    const offset = step.start - words.start
    for (const file of document.chunks.recall(filesIn, step, taskWords))
      if (!files.has(file.path)) files.set(file.path, {...file, start: file.start + offset, end: file.end + offset})
  }
  return [...files.values()]
}

/**
 * The files that a task writes: by a field below its line, else by the line itself, where a file that is only mentioned
 * ("as in `a.ts`", "tests for `b.ts`") is none, else by the boxes under its heading. In doubt a file is taken for
 * mentioned. Offsets count from the start of the task's words.
 */
export function filesWritten(plan: Plan, task: Task): readonly PathMention[] {
  const fields = filesInFields(plan, task)
  if (fields.length > 0) return fields
  const words = taskWordsOf(plan)
  const own = plan.document.chunks.recall(filesIn, wholeWordsOf(plan, task), words)
  return own.length > 0 || task.form !== 'heading' ? own : filesInSteps(plan, task, words)
}

/** What stands between a file's name and the folder it lies in. */
const inFolder = /^[`"'*_)\]]*\s+(?:file\s+)?(?:in|into|inside|under|to|at)\s+(?:the\s+)?[`"'*_([]*$/i

/**
 * The paths in `text`; a name alone goes with the folder that follows it, `.gitkeep` in `src/a/`, or is that of a file that
 * the text names whole as well.
 */
function placedPathsIn(text: string): PathMention[] {
  const paths = pathsIn(text, 0)
  const whole = new Map(paths.filter(({path}) => path.includes('/')).map(({path}) => [nameOf(path), path]))
  return paths.map((mention, index) => {
    if (mention.path.includes('/') || !mention.isFile) return mention
    const next = paths[index + 1]
    const isInNext =
      next && !next.isFile && inFolder.test(text.slice(mention.end, Math.min(next.start, mention.end + reach)))
    const path = isInNext ? `${next.path.replace(/\/$/, '')}/${mention.path}` : whole.get(mention.path)
    return path === undefined ? mention : {...mention, path}
  })
}

/** A kind of test, told before what it tests: `Unit test: checks the sum`. */
const leadingTest = /^[^\n:：]{1,40}[:：]/

/** Words that may tell of running a test, but not of what for. */
const testOf = /^\W*(?:e2e|end-to-end|smoke)\s+tests?\s+(?:for|of|that)\b/i

/** Whether words only tell of running or judging something; a test that is told by what it verifies is written. */
function isInspecting(text: string, {inspecting, tests}: TaskWords): boolean {
  const lead = leadingTest.exec(text.slice(0, reach))?.[0] ?? ''
  if (testOf.test(text.slice(0, reach))) return false
  return opensWith(text, inspecting) && !(lead !== '' && !opensWith(lead, inspecting) && hasWord(lead, tests))
}

/** The files that the words of a task say it writes; offsets into them. */
function filesIn(text: string, words: TaskWords): PathMention[] {
  const files: PathMention[] = []
  const paths = placedPathsIn(text).filter(({isCertain}) => isCertain)
  if (paths.length === 0) return files
  const isInspection = isInspecting(text, words)
  const written = writtenPatternOf(words)
  let from = 0
  let isListed = false
  let hasTarget = false
  for (const path of paths) {
    // Alternatives share one place.
    const lead = text.slice(Math.max(Math.min(from, path.start), path.start - reach), path.start)
    const tail = text.slice(path.end, path.end + reach)
    const isAlternative = from === path.end
    const opensTask = from === 0 && !/[\p{L}\p{N}]/u.test(lead)
    from = path.end
    const isRead = () =>
      read.test(lead) ||
      basis.test(tail) ||
      (readOrPlaced.test(lead) && !nothing.test(tail)) ||
      (patterned.test(lead) && (!nothing.test(tail) || follows.test(lead)))
    const isPlace = () =>
      !hasTarget && !isRead() && (placed.test(lead) || (path.path.includes('/') && apart.test(lead)))
    if (isInspection) isListed = comesToBe.test(tail)
    else if (!isAlternative)
      isListed = opensTask || (joint.test(lead) ? isListed : written.test(lead) || isPlace() || particle.test(tail))
    hasTarget ||= isListed
    if (isListed && path.isFile && !files.some(file => file.path === path.path)) files.push(path)
  }
  return files
}
