import type {PhaseKind, PhaseSpec} from '../preset.ts'
import {content} from './content.ts'
import {fields, sections} from './sections.ts'
import {type Keys, kebabCase, list, may, must, number, oneOf, shape, text} from './shape.ts'
import {expectation, severity, texts, yes} from './values.ts'

const validation = oneOf('command', 'checkpoint', 'none')

const phaseKinds = list(
  shape(
    {
      id: must(kebabCase),
      names: must(texts),
      numbers: may(text),
      standIns: may(texts),
      insteadOf: may(texts),
      ofStories: may(yes),
      expectation: must(expectation),
      validation: may(validation),
      content: may(list(content)),
      fields: may(fields),
      parts: may(sections),
    } satisfies Keys<PhaseKind>,
    'kind',
    'id',
  ),
  'id',
)

export const phases = shape({
  id: must(kebabCase),
  noun: must(text),
  titles: must(texts),
  standIns: may(texts),
  before: may(kebabCase),
  expectation: must(expectation),
  min: may(number),
  few: may(severity),
  validation: must(validation),
  parts: may(sections),
  fields: may(fields),
  kinds: may(phaseKinds),
} satisfies Keys<PhaseSpec>)
