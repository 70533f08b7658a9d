import type {Plan} from '../plan.ts'
import type {Task} from './definitions.ts'
import {type PathMention, pathsIn} from './paths.ts'
import {inspectingWords, opensWith} from './purpose.ts'

/** What stands between a verb or a preposition and the file that is written. */
const opening = String.raw`\s+(?!\s)(?:(?:the|a|new|existing)\s+(?!\s))*(?:(?:file|module|script|class|header|tests?)\s*(?!\s))?(?:[:：]\s*)?[\x60("'*_[]*$`
const verbs =
  'creates?|adds?|updates?|edit|modify|write|delete|remove|implement|extend|refactor|rewrite|rename|fix|scaffold'
const places = 'in|into|inside|within|under|to|at'
const written = new RegExp(String.raw`(?:^|[\s(])(?:${verbs})${opening}`, 'i')
const placed = new RegExp(String.raw`(?:^|[\s(])(?:${places})${opening}`, 'i')
const read =
  /\b(?:as|like|defined|used|found|already|exists?|existing|listed|documented|described|specified|declared|available|present|located|is|are|pattern|patterns|similar|according|compared?|equal|relative|due|refer(?:s|ring)?|respect|next|prior|analogous|identical|belongs?|linked|links?|points?|maps?)\s+(?:in|to|at|from)\s+[\x60("'*_[]*$/i
/** A path in parentheses, after a dash or a colon. */
const apart = /(?:[([]|(?:^|\s)[-–—→]\s|[:：]\s?)[`"'*_]*$/
const joint = /^[`)\]"'*_]*\s*(?:,|&|\+|\band\b|및|와|과|、|和)\s*(?:and\s+)?[`(["'*_]*$/
const particle =
  /^[`"'*_]*(?:\s*(?:파일|클래스|헤더))?(?:에서|에|을|를|로|으로|\s*(?:생성|작성|수정|추가|구현|업데이트|정의|삭제|创建|编写|修改|更新|添加|实现))/

/**
 * The files that a task writes, by its own line; a file that is only mentioned ("as in `a.ts`", "tests for `b.ts`") is
 * none. In doubt a file is taken for mentioned. Offsets count from the start of the task's words.
 */
export function filesWritten(plan: Plan, task: Task): readonly PathMention[] {
  return plan.document.chunks.recall(filesIn, task.words, inspectingWords(plan))
}

/** What stands between a file's name and the folder it lies in. */
const inFolder = /^[`"'*_)\]]*\s+(?:file\s+)?(?:in|into|inside|under|to|at)\s+(?:the\s+)?[`"'*_([]*$/i

/** The paths in `text`; a name alone goes with the folder that follows it: `.gitkeep` in `src/a/`. */
function placedPathsIn(text: string): PathMention[] {
  const paths = pathsIn(text, 0)
  return paths.map((mention, index) => {
    const next = paths[index + 1]
    const isApart = !next || next.isFile || mention.path.includes('/') || !mention.isFile
    if (isApart || !inFolder.test(text.slice(mention.end, next.start))) return mention
    return {...mention, path: `${next.path.replace(/\/$/, '')}/${mention.path}`}
  })
}

/** The files that the words of a task say it writes, none where they open with one of `inspecting`; offsets into them. */
function filesIn(text: string, inspecting: readonly string[]): PathMention[] {
  const files: PathMention[] = []
  if (opensWith(text, inspecting)) return files
  let from = 0
  let isListed = false
  let hasTarget = false
  for (const path of placedPathsIn(text)) {
    const lead = text.slice(from, path.start)
    const opensTask = from === 0 && !/[\p{L}\p{N}]/u.test(lead)
    from = path.end
    const isPlace = () =>
      !hasTarget && !read.test(lead) && (placed.test(lead) || (path.path.includes('/') && apart.test(lead)))
    isListed =
      opensTask || (joint.test(lead) ? isListed : written.test(lead) || isPlace() || particle.test(text.slice(from)))
    hasTarget ||= isListed
    if (isListed && path.isFile) files.push(path)
  }
  return files
}
