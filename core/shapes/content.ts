import type {ContentSpec} from '../preset.ts'
import {type Check, type Keys, may, must, number, oneOf, record, shape, text} from './shape.ts'
import {severity, texts, yes} from './values.ts'

/** What is known of content of one kind. */
type KeysOf<Kind> = ContentSpec extends infer Spec
  ? Spec extends {kind: unknown}
    ? Kind extends Spec['kind']
      ? Keys<Omit<Spec, 'kind' | 'severity'>>
      : never
    : never
  : never

const items = {min: must(number), max: may(number), maxSeverity: may(severity)}
const contents = {
  list: items,
  numbered: items,
  checklist: items,
  steps: items,
  tasks: items,
  table: {columns: must(texts), aliases: may(record(texts)), values: may(record(texts)), dates: may(text)},
  code: {},
  'code-or-none': {},
  tree: {},
  diagram: {},
  command: {},
  'file-references': {each: may(yes), lines: may(yes)},
  words: {min: must(number)},
  pairs: {first: must(text), second: must(text)},
  reasons: {labels: must(texts)},
  'change-paths': {labels: must(texts)},
} satisfies {[Kind in ContentSpec['kind']]: KeysOf<Kind>}
const anyKind = oneOf(...Object.keys(contents))

export const content: Check = (value, name, owners) => {
  const {kind} = (value ?? {}) as Partial<ContentSpec>
  anyKind(kind, `${name}.kind`, owners)
  const keys = {kind: must(text), ...(kind && contents[kind]), severity: may(severity)}
  shape(keys, 'content', 'kind')(value, name, owners)
}
