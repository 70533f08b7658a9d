import type {ChangeWords, Mention, Preset, TaskWords, TemplateText, Vocabulary} from '../preset.ts'
import {fingerprints} from './fingerprints.ts'
import {metadata} from './metadata.ts'
import {phases} from './phases.ts'
import {fields, sections} from './sections.ts'
import {type Check, fail, type Keys, kebabCase, list, may, must, number, oneOf, record, shape, text} from './shape.ts'
import {expectation, severity, texts} from './values.ts'

const presetId: Check = (value, name, owners) => {
  kebabCase(value, name, owners)
  if (value === 'auto') fail(owners, 'the id "auto" is kept for detection; choose another.')
}

const titleForm: Check = (value, name, owners) => {
  text(value, name, owners)
  if (/[{}]/.test(String(value).replaceAll('{name}', '')))
    fail(owners, `"${name}" may hold "{name}" and no other braces.`)
}

const mention = shape(
  {
    id: must(kebabCase),
    topic: must(text),
    words: must(texts),
    expectation: must(expectation),
  } satisfies Keys<Mention>,
  'mention',
  'id',
)

const tasks = shape({
  dependencies: must(texts),
  outcomes: must(texts),
  gone: must(texts),
  stories: must(texts),
  titles: must(texts),
  inspecting: must(texts),
  writing: must(texts),
  files: must(texts),
  tests: must(texts),
} satisfies Keys<TaskWords>)

const changes = shape({
  create: must(texts),
  modify: must(texts),
  delete: must(texts),
  rename: must(texts),
  any: must(texts),
  files: must(texts),
  columns: must(texts),
  apart: must(texts),
} satisfies Keys<ChangeWords>)

const vocabulary = shape({
  questions: must(texts),
  validation: must(texts),
  checkpoints: must(texts),
  tasks: may(tasks),
  changes: may(changes),
} satisfies Keys<Vocabulary>)

const templateText = shape({
  lines: may(texts),
  labelsIn: may(record(texts)),
  phrases: may(texts),
  choices: may(texts),
  headings: may(texts),
} satisfies Keys<TemplateText>)

const levels = oneOf('off', 'info', 'warning', 'error')
const setting: Check = (value, name, owners) => {
  if (!Array.isArray(value)) return levels(value, name, owners)
  severity(value[0], `${name}[0]`, owners)
  record(() => {})(value[1], `${name}[1]`, owners)
}

const preset = shape(
  {
    id: must(presetId),
    summary: must(text),
    titleForms: may(list(titleForm)),
    fingerprints: must(fingerprints),
    priority: must(number),
    fields: may(fields),
    sections: must(sections),
    phases: may(phases),
    metadata: may(metadata),
    mentions: may(list(mention, 'id')),
    vocabulary: must(vocabulary),
    literals: must(texts),
    templateText: must(templateText),
    rules: must(record(setting)),
    fileName: may(text),
  } satisfies Keys<Preset>,
  'preset',
  'id',
)

/**
 * Assures that a preset, called `name` where it has no id, has the form that the engine reads. The presets of this package are checked by tests instead, to
 * spare every start the time.
 * @throws {TypeError} where it has another, with the place and what would be right
 */
export function checkPreset(value: unknown, name = 'preset'): asserts value is Preset {
  preset(value, name, [])
}
