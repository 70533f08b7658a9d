import type {ContentSpec} from '../preset.ts'
import {type Check, type Key, may, must, number, oneOf, record, shape, text} from './shape.ts'
import {severity, texts} from './values.ts'

const items = {min: must(number), max: may(number), maxSeverity: may(severity)}
const contents: Readonly<Record<ContentSpec['kind'], Readonly<Record<string, Key>>>> = {
  list: items,
  numbered: items,
  checklist: items,
  steps: items,
  tasks: items,
  table: {columns: must(texts), values: may(record(texts)), dates: may(text)},
  code: {},
  'code-or-none': {},
  tree: {},
  diagram: {},
  command: {},
  'file-references': {},
  words: {min: must(number)},
  pairs: {first: must(text), second: must(text)},
  reasons: {labels: must(texts)},
  'change-paths': {labels: must(texts)},
}
const anyKind = oneOf(...Object.keys(contents))

export const content: Check = (value, name, owners) => {
  const {kind} = (value ?? {}) as Partial<ContentSpec>
  anyKind(kind, `${name}.kind`, owners)
  const keys = {kind: must(text), ...(kind && contents[kind]), severity: may(severity)}
  shape(keys, 'content', 'kind')(value, name, owners)
}
