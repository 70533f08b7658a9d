import {defineRule} from '../core/rule.ts'

export default defineRule({
  id: 'no-unclosed-fences',
  summary: 'A code fence is not closed, or closes too early',
  group: 'sections',
  severity: 'error',
  messages: {
    unclosed: 'This fence is never closed, so the rest is read as code; add "{marker}" where the code ends',
    overlapped: 'This fence is still open where line {line} opens another; add "{marker}" where the code ends',
    short: 'The block on line {line} ends this fence too early; write "{longer}" at both ends of this one',
    info: 'A closing fence takes no info string, so this line opens a block; leave only "{marker}"',
  },
  *check({document}, _options, say) {
    for (const trouble of document.fenceTroubles) {
      const {marker, inner, closing} = trouble
      const longer = marker + marker.charAt(0)
      const line = inner ? document.source.lineAt(inner.start) : 0
      if (trouble.kind === 'closing-info') {
        const edits = [{start: trouble.start + marker.length, end: trouble.end, text: ''}]
        yield say('info', trouble, {marker}, {suggestions: [{title: 'Delete the info string', edits}]})
      } else if (trouble.kind === 'too-short') {
        const ends = [trouble.start, ...(closing ? [closing.start] : [])]
        const edits = ends.map(start => ({start, end: start + marker.length, text: longer}))
        const suggestions = [{title: `Lengthen the outer fence to ${longer}`, edits}]
        yield say('short', trouble, {line, longer}, closing ? {suggestions} : {})
      } else if (inner) {
        const related = [{start: inner.start, end: inner.end, message: 'The next block opens here'}]
        yield say('overlapped', trouble, {line, marker}, {related})
      } else yield say('unclosed', trouble, {marker})
    }
  },
})
