import {describe, expect, test} from 'vitest'
import {definePreset, type PresetDefinition} from '../../index.ts'
import {presets} from '../../presets/index.ts'

const least: PresetDefinition = {id: 'rfc', summary: 'Requests for comments'}
const section = {id: 'goal', title: 'Goal', expectation: 'required'} as const
const phases = {
  id: 'phases',
  noun: 'phase',
  titles: ['Phase {n}'],
  expectation: 'required',
  validation: 'none',
} as const

test('what a definition leaves out is filled in', () => {
  expect(definePreset(least)).toMatchObject({
    ...least,
    sections: [],
    fingerprints: [],
    rules: {},
    vocabulary: {questions: expect.arrayContaining(['Open Questions'])},
    templateText: {phrases: expect.arrayContaining(['ACTION REQUIRED'])},
    literals: expect.arrayContaining(['path/to/file.ext']),
  })
})

test('words are added to those that templates share, each once', () => {
  const {vocabulary, literals, templateText} = definePreset({
    ...least,
    vocabulary: {questions: ['Riddles', 'Open Questions']},
    literals: ['[Name]'],
    templateText: {lines: ['Write here'], labelsIn: {goal: ['Hint']}},
  })
  expect(vocabulary.questions.filter(title => title === 'Open Questions')).toHaveLength(1)
  expect(vocabulary.questions).toContain('Riddles')
  expect(vocabulary.validation).toContain('Success Criteria')
  expect(literals).toEqual(expect.arrayContaining(['path/to/file.ext', '[Name]']))
  expect(templateText).toMatchObject({lines: ['Write here'], labelsIn: {goal: ['Hint']}})
  expect(templateText.phrases?.length).toBeGreaterThan(0)
})

test('its priority is above that of every preset of this package', () => {
  expect(definePreset(least).priority).toBeGreaterThan(Math.max(...presets.map(({priority}) => priority)))
})

test('what it gives can be defined again', () => {
  const preset = definePreset({...least, sections: [section]})
  expect(definePreset(preset)).toEqual(preset)
})

describe('a mistake is told with its place', () => {
  test.each<[string, object, string | RegExp]>([
    ['id', {id: 'RFC'}, 'Preset "RFC": "id" must be lower-case words joined by hyphens, not "RFC".'],
    ['kept id', {id: 'auto'}, 'Preset "auto": the id "auto" is kept for detection; choose another.'],
    ['no id', {id: undefined}, '"preset": "id" is missing.'],
    ['no summary', {summary: undefined}, 'Preset "rfc": "summary" is missing.'],
    ['empty text', {summary: ' '}, 'Preset "rfc": "summary" must be a text, not " ".'],
    ['unknown key', {section: []}, 'Preset "rfc": the key "section" is unknown. Did you mean "sections"?'],
    ['far key', {xyzzy: 1}, 'Preset "rfc": the key "xyzzy" is unknown.'],
    ['no list', {sections: {goal: section}}, 'Preset "rfc": "sections" must be a list, not an object.'],
    ['no object', {sections: ['goal']}, 'Preset "rfc": "sections[0]" must be an object, not "goal".'],
    [
      'keys of a section',
      {sections: [{id: 'goal'}]},
      'Section "goal" of preset "rfc": "title" and "expectation" are missing.',
    ],
    [
      'a member',
      {sections: [{...section, expectation: 'requird'}]},
      'Section "goal" of preset "rfc": "expectation" is "requird"; it can be required, expected, optional. Did you mean "required"?',
    ],
    ['flag', {sections: [{...section, anywhere: false}]}, /"anywhere" is false; it can be true\.$/],
    ['twice', {sections: [section, section]}, 'Preset "rfc": the id "goal" stands twice in "sections"; rename one.'],
    [
      'inside',
      {
        sections: [
          {...section, sections: [{...section, fields: [{label: 'By', expectation: 'required', typ: 'date'}]}]},
        ],
      },
      'Field "By" of section "goal" of section "goal" of preset "rfc": the key "typ" is unknown. Did you mean "type"?',
    ],
    [
      'content',
      {sections: [{...section, content: [{kind: 'lst', min: 1}]}]},
      /^Section "goal" of preset "rfc": "content\[0\]\.kind" is "lst"; it can be .*\. Did you mean "list"\?$/,
    ],
    [
      'content without its keys',
      {sections: [{...section, content: [{kind: 'list'}]}]},
      'Content "list" of section "goal" of preset "rfc": "min" is missing.',
    ],
    ['number', {priority: '9'}, 'Preset "rfc": "priority" must be a number, not "9".'],
    [
      'phases',
      {phases: {...phases, validation: 'test'}},
      /^"phases" of preset "rfc": "validation" is "test"; it can be/,
    ],
    ['kind', {phases: {...phases, kinds: [{id: 'x'}]}}, /^Kind "x" of "phases" of preset "rfc": "names" and/],
    ['title form', {titleForms: ['RFC {n}']}, 'Preset "rfc": "titleForms[0]" may hold "{name}" and no other braces.'],
    [
      'feature',
      {fingerprints: [{of: [{heading: 'Goal'}]}]},
      /^"fingerprints\[0\]" of preset "rfc": "of\[0\]" needs one of the keys section, label,/,
    ],
    [
      'features',
      {fingerprints: [{of: [{section: 'Goal'}], atLeast: 2}]},
      'Preset "rfc": "fingerprints[0]" asks for 2 of 1 features; ask for at least 1 and no more than there are.',
    ],
    ['metadata', {metadata: {fence: 'json', keys: []}}, '"metadata" of preset "rfc": "expectation" is missing.'],
    [
      'mention',
      {mentions: [{id: 'cost', topic: 'the costs', words: ['cost']}]},
      /^Mention "cost" of preset "rfc": "exp/,
    ],
    ['severity', {rules: {'no-placeholders': 'of'}}, /^Preset "rfc": "rules\.no-placeholders" is "of"; it can be off/],
    [
      'setting',
      {rules: {'no-placeholders': ['error']}},
      /"rules\.no-placeholders\[1\]" must be an object, not nothing\.$/,
    ],
    ['words', {vocabulary: {riddles: []}}, '"vocabulary" of preset "rfc": the key "riddles" is unknown.'],
    ['a word for a list', {literals: '[Name]'}, 'Preset "rfc": "literals" must be a list, not "[Name]".'],
  ])('%s', (_, mistake, message) => {
    const define = () => definePreset({...least, ...mistake} as PresetDefinition)
    expect(define).toThrow(TypeError)
    expect(define).toThrow(message)
  })
})
