import {defineRule} from '../core/rule.ts'

export default defineRule({
  id: 'no-unclosed-fences',
  summary: 'A code fence is not closed, or closes too early',
  group: 'sections',
  severity: 'error',
  fixable: true,
  messages: {
    unclosed: 'This fence is never closed, so the rest is read as code; add "{marker}" where the code ends',
    overlapped: 'This fence is still open where line {line} opens another; add "{marker}" where the code ends',
    short: 'The block on line {line} ends this fence too early; write "{longer}" at both ends of this one',
    info: 'A closing fence takes no info string, so this line opens a block; leave only "{marker}"',
  },
  *check({document}, _options, say) {
    for (const trouble of document.fenceTroubles) {
      const {kind, marker, longer, inner, closing, missingClose} = trouble
      const line = inner ? document.source.lineAt(inner.start) : 0
      const related = inner ? {related: [{start: inner.start, end: inner.end, message: 'The block inside'}]} : {}
      if (kind === 'closing-info') {
        const fix = [{start: trouble.start + marker.length, end: trouble.end, text: ''}]
        yield say('info', trouble, {marker}, {fix})
      } else if (kind === 'too-short') {
        const ends = closing ? [trouble.start, closing.start] : []
        const fix = ends.map(start => ({start, end: start + marker.length, text: longer}))
        yield say('short', trouble, {line, longer}, {...related, ...(closing && {fix})})
      } else {
        const fix = missingClose ? {fix: [missingClose]} : {}
        yield say(inner ? 'overlapped' : 'unclosed', trouble, {line, marker}, {...related, ...fix})
      }
    }
  },
})
