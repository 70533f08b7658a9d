import type {MetadataKey, MetadataSpec} from '../preset.ts'
import {type Check, either, type Keys, list, may, must, oneOf, shape, text} from './shape.ts'
import {expectation, texts, yes} from './values.ts'

const metadataKeys: Check = (value, name, owners) => anyMetadataKeys(value, name, owners)
const anyMetadataKeys = list(
  shape(
    {
      key: must(text),
      expectation: must(expectation),
      type: must(oneOf('text', 'date', 'enum', 'ids', 'objects')),
      values: may(texts),
      pattern: may(text),
      form: may(text),
      items: may(metadataKeys),
      unique: may(yes),
      names: may(texts),
      told: may(either(value => typeof value === 'string', oneOf('heading'), shape({field: must(text)}))),
    } satisfies Keys<MetadataKey>,
    'key',
    'key',
  ),
  'key',
)

export const metadata = shape({
  fence: must(text),
  expectation: must(expectation),
  keys: must(metadataKeys),
} satisfies Keys<MetadataSpec>)
