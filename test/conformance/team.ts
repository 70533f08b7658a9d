import {definePreset, defineRule} from '../../index.ts'

const url = (id: string) => `https://example.org/${id}`

/** Its findings lie where hosts have their own idea of a place: on no text, over several lines, at the end. */
const marks = defineRule({
  id: 'marks',
  summary: 'A mark was left behind',
  severity: 'error',
  url: url('marks'),
  messages: {
    word: '"HELP" is here',
    block: 'A block is here',
    line: 'A line is too much',
    blank: 'Nothing is here',
    end: 'The text ends',
  },
  *check({text, place}, _options, say) {
    const related = [{...place, message: 'The title'}]
    for (const {index: start} of text.matchAll(/HELP/g)) {
      const word = {start, end: start + 4}
      const suggestions = ['Help', 'HILF'].map(other => ({title: `Write ${other}`, edits: [{...word, text: other}]}))
      yield say('word', word, {}, {related, suggestions, fix: [{...word, text: 'help'}]})
    }
    for (const {index: start, 0: block} of text.matchAll(/BEGIN[\s\S]*?END/g)) {
      const range = {start, end: start + block.length}
      const ends = [
        {start, end: start + 5, text: 'begin'},
        {start: range.end - 3, end: range.end, text: 'end'},
      ]
      yield say('block', range, {}, {fix: [{...range, text: ''}], suggestions: [{title: 'Whisper', edits: ends}]})
    }
    for (const {index: start, 0: line} of text.matchAll(/^DROP.*\n/gm)) {
      const range = {start, end: start + line.length}
      yield say('line', range, {}, {fix: [{...range, text: ''}]})
    }
    for (const {index} of text.matchAll(/(?<=\n\n)(?=\n)/g)) {
      yield say('blank', {start: index, end: index}, {})
    }
    if (text.endsWith('FIN')) {
      const end = {start: text.length, end: text.length}
      yield say('end', end, {}, {fix: [{...end, text: '.'}]})
    }
  },
})

const notes = defineRule({
  id: 'notes',
  summary: 'A note is left',
  severity: 'info',
  options: {word: {type: 'string', default: 'NOTE', description: 'What a note begins with.'}},
  url: url('notes'),
  messages: {found: 'A note is here'},
  *check({text}, {word}, say) {
    for (const {index: start} of text.matchAll(new RegExp(word, 'g')))
      yield say('found', {start, end: start + word.length}, {})
  },
})

const memo = definePreset({
  id: 'memo',
  summary: 'Memos',
  fingerprints: [{of: [{section: 'Memo'}]}],
  sections: [{id: 'decision', title: 'Decision', expectation: 'optional'}],
  rules: {'no-empty-sections': 'off'},
})

export const rules = [marks, notes]
export const presets = [memo]
