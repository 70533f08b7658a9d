import {expect, test} from 'vitest'
import {commandsIn} from '../../core/commands.ts'
import {parseDocument} from '../../core/document.ts'
import {applyFixes} from '../../core/fixes.ts'
import {lint} from '../../core/lint.ts'
import {wholeOf} from '../../core/ranges.ts'
import {referencesIn} from '../../core/tasks/references.ts'
import {presets} from '../../presets/index.ts'
import {taskWords} from '../../presets/task-words.ts'
import {rules} from '../../rules/index.ts'

/** More than a function can be given as arguments. */
const count = 150_000

const fence = '```'

test.each([
  ['fences in a fence', `${fence}markdown\n${`${fence}go\n`.repeat(count)}`],
  [
    'fences in a fence that is closed',
    `${fence}markdown\n${`${fence}go\n${fence}\n`.repeat(count / 2)}${fence}\n\n# A\n`,
  ],
  ['cells', `|a|\n|-|\n${'|[A b]|\n'.repeat(count)}`],
  ['numbered headings', `# A\n\n## Phase 1: B\n\n### Changes Required:\n\n${'#### 1. a\n'.repeat(count)}`, 'phased'],
])('a document may hold any number of %s', (_, text, preset = 'plan') => {
  expect(lint(text, {rules, presets, preset}).preset).toBe(preset)
})

test.each(['* ', '- ', '\t'])('a line may hold any number of %j', mark => {
  expect(parseDocument(`# A\n\n${mark.repeat(8_000_000 / mark.length)}\n`).headings).toHaveLength(1)
})

test('a heading may hold any number of words', () => {
  expect(lint(`# A\n\n## ${'a '.repeat(5_000_000)}\n`, {rules, presets, preset: 'plan'}).preset).toBe('plan')
})

test('a line may hold any number of commands', () => {
  const text = `${'`make a` '.repeat(count)}\n`
  expect(commandsIn(parseDocument(text), wholeOf(text))).toHaveLength(count)
})

test.each(['T001, ', 'T001 removed '])('a line may name any number of tasks: %s', task => {
  const {mentions, gone} = referencesIn(task.repeat(count), taskWords)
  expect(mentions.length + gone.length).toBe(count)
})

test('a fix may hold any number of edits', () => {
  const fix = Array.from({length: count}, (_, index) => ({start: index, end: index + 1, text: 'b'}))
  const finding = {rule: 'a', severity: 'error', message: 'a', data: {}, start: 0, end: 1, fix} as const
  expect(applyFixes('a'.repeat(count), [finding])).toEqual({text: 'b'.repeat(count), fixed: 1})
})
