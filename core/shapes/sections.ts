import type {FieldSpec, SectionSpec} from '../preset.ts'
import {content} from './content.ts'
import {type Check, type Keys, kebabCase, list, may, must, number, oneOf, shape, text} from './shape.ts'
import {expectation, severity, texts, yes} from './values.ts'

export const fields = list(
  shape(
    {
      label: must(text),
      aliases: may(texts),
      expectation: must(expectation),
      type: may(oneOf('text', 'date', 'enum', 'path', 'path-line', 'link', 'reference')),
      values: may(texts),
      exceptLast: may(yes),
      opening: may(yes),
    } satisfies Keys<FieldSpec>,
    'field',
    'label',
  ),
  'label',
)

export const sections: Check = (value, name, owners) => anySections(value, name, owners)
const anySections = list(
  shape(
    {
      id: must(kebabCase),
      title: must(text),
      aliases: may(texts),
      standIns: may(texts),
      inPhases: may(texts),
      expectation: must(expectation),
      as: may(list(oneOf('heading', 'label', 'item', 'opening'))),
      content: may(list(content)),
      fields: may(fields),
      sections: may(sections),
      holdsPhases: may(yes),
      anywhere: may(yes),
      repeat: may(shape({min: must(number), severity: may(severity)})),
      block: may(yes),
      numbered: may(yes),
      whenFunctionsIn: may(text),
      unlessTestsIn: may(text),
      unlessNothingIn: may(text),
    } satisfies Keys<SectionSpec>,
    'section',
    'id',
  ),
  'id',
)
