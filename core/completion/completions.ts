import type {Plan} from '../plan.ts'
import type {Catalogue} from '../plugin.ts'
import {haveAny} from '../ranges.ts'
import {lineStartOf} from '../text.ts'
import type {Completion, Cursor} from './completion.ts'
import {isAbbreviation} from './completion.ts'
import {directiveCompletions} from './directives.ts'
import {headingCompletions} from './headings.ts'
import {metadataCompletions} from './metadata.ts'
import {stageIdCompletions} from './stage-ids.ts'
import {taskIdCompletions} from './task-ids.ts'
import {valueCompletions} from './values.ts'

type Source = (cursor: Cursor) => Completion[]

const inFrontMatter: readonly Source[] = [valueCompletions]
const inText: readonly Source[] = [headingCompletions, valueCompletions, stageIdCompletions, taskIdCompletions]

function sourcesAt({plan: {document}, offset, before}: Cursor): readonly Source[] {
  const {frontMatter, fences, blocks} = document
  if (frontMatter && offset <= frontMatter.end) return inFrontMatter
  const lineStart = offset - before.length
  const line = {start: lineStart, end: offset + 1}
  if (haveAny(fences, line)) return [metadataCompletions]
  return haveAny(
    blocks.filter(({kind}) => kind === 'code' || kind === 'comment' || kind === 'html'),
    line,
  )
    ? []
    : inText
}

/**
 * What the template or the plan itself lets one write at `offset` of the plan's text, what fits best first; nothing in
 * prose, code and other places of which they say nothing. `isTyped` says that a character brought the question up:
 * then only what is meant beyond doubt, and agrees with the words that are there, is offered.
 */
export function completionsAt(plan: Plan, offset: number, isTyped: boolean, catalogue: Catalogue): Completion[] {
  const {text} = plan
  const lineStart = lineStartOf(text, offset)
  const feed = text.indexOf('\n', offset)
  const before = text.slice(lineStart, offset)
  const cursor = {plan, offset, before, after: text.slice(offset, feed < 0 ? undefined : feed), isTyped, catalogue}
  for (const source of [directiveCompletions, ...sourcesAt(cursor)]) {
    const found = source(cursor).filter(
      ({start, filter}) => !isTyped || isAbbreviation(text.slice(start, offset).trim(), filter),
    )
    if (found.length > 0) return found
  }
  return []
}
