import type {FenceTrouble} from '../core/fences/trouble.ts'
import {blockAroundAll} from '../core/fences/whole.ts'
import type {Edit, Suggestion} from '../core/finding.ts'
import type {Fence} from '../core/markdown.ts'
import {defineRule} from '../core/rule.ts'
import {lineStartOf} from '../core/text.ts'

/** Deletes the lines of both fences; none where the block is set in, and what is in it with it. */
function withoutFences(text: string, {start, end, content}: Fence): Suggestion[] {
  if (lineStartOf(text, start) !== start) return []
  const edits = [
    {start, end: content.start, text: ''},
    {start: lineStartOf(text, end) - 1, end, text: ''},
  ]
  return [{title: 'Take the plan out of the block', edits}]
}

/** What mends a fence; null where only its author can. */
function fixOf({kind, start, end, marker, longer, closing, missingClose}: FenceTrouble): Edit[] | null {
  if (kind === 'closing-info') return [{start: start + marker.length, end, text: ''}]
  if (kind === 'unclosed') return missingClose && [missingClose]
  return closing && [start, closing.start].map(at => ({start: at, end: at + marker.length, text: longer}))
}

export default defineRule({
  id: 'no-unclosed-fences',
  summary: 'A code fence is not closed, closes too early, or holds the whole plan',
  group: 'sections',
  severity: 'error',
  fixable: true,
  messages: {
    unclosed: 'This fence is never closed, so the rest is read as code; add "{marker}" where the code ends',
    overlapped: 'This fence is still open where line {line} opens another; add "{marker}" where the code ends',
    short: 'The block on line {line} ends this fence too early; write "{longer}" at both ends of this one',
    info: 'A closing fence takes no info string, so this line opens a block; leave only "{marker}"',
    whole: 'The whole plan is inside this block, so nothing in it is checked; delete the fences at both ends',
  },
  *check({document}, _options, say) {
    const around = blockAroundAll(document)
    if (around) {
      const place = {start: around.start, end: around.info.end}
      yield say('whole', place, {}, {severity: 'warning', suggestions: withoutFences(document.text, around)})
    }
    for (const trouble of document.fenceTroubles) {
      const {kind, marker, longer, inner} = trouble
      const line = inner ? document.source.lineAt(inner.start) : 0
      const related = inner && [{start: inner.start, end: inner.end, message: 'The block inside'}]
      const fix = fixOf(trouble)
      const extras = {...(related && {related}), ...(fix && {fix})}
      if (kind === 'closing-info') yield say('info', trouble, {marker}, extras)
      else if (kind === 'too-short') yield say('short', trouble, {line, longer}, extras)
      else yield say(inner ? 'overlapped' : 'unclosed', trouble, {line, marker}, extras)
    }
  },
})
