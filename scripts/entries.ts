import type {ContentSpec, FieldSpec, MetadataKey, Preset, SectionSpec} from '../core/preset.ts'

/** One thing that a preset asks for, or allows. */
export interface Entry {
  /** Where the preset has it: `overview`, `phase/changes/component/File`, `key-discoveries: list`. */
  key: string
  isOptional: boolean
  /** What is told where it is missing. */
  rule: string
  data: Readonly<Record<string, string>>
  /** The parts of plans that it is about: the document's own, those of a phase, or of a phase of that kind. */
  scope: 'anywhere' | 'document' | 'phase' | {kind: string}
  /** How the mutations begin that take it away, where the data do not tell. */
  mutation?: string
}

type Scope = Entry['scope']

function contentEntries(
  contents: readonly ContentSpec[] | undefined,
  path: string,
  section: string,
  scope: Scope,
  isValidation = false,
): Entry[] {
  return (contents ?? []).map(({kind}) => {
    const entry = {key: `${path}: ${kind}`, isOptional: false, scope}
    // A phase without a command cannot be validated, which is told as that.
    if (isValidation && kind === 'command') return {...entry, rule: 'phase-validation', data: {}}
    return {...entry, rule: 'section-content', data: {section}, mutation: `spoil ${kind} `}
  })
}

function fieldEntries(fields: readonly FieldSpec[] | undefined, path: string, scope: Scope, parent?: string): Entry[] {
  return (fields ?? []).map(({label, expectation}) => ({
    key: `${path}${label}`,
    isOptional: expectation === 'optional',
    rule: 'required-fields',
    data: {field: label, ...(parent === undefined ? {} : {parent})},
    scope,
  }))
}

function sectionEntries(
  sections: readonly SectionSpec[] | undefined,
  path: string,
  scope: Scope,
  parent: string | undefined,
  isValidation = false,
): Entry[] {
  return (sections ?? []).flatMap(({id, expectation, fields, content, sections: parts}) => {
    const key = path + id
    const inValidation = isValidation || (scope === 'phase' && id === 'validation')
    const data = {section: id, ...(parent === undefined ? {} : {parent})}
    return [
      {key, isOptional: expectation === 'optional', rule: 'required-sections', data, scope},
      ...fieldEntries(fields, `${key}/`, scope, id),
      ...contentEntries(content, key, id, scope, inValidation),
      ...sectionEntries(parts, `${key}/`, scope, id, inValidation),
    ]
  })
}

function phaseEntries({phases}: Preset): Entry[] {
  if (!phases) return []
  const {id, noun, expectation, min, fields, parts, kinds = []} = phases
  const isOptional = expectation === 'optional'
  const asked = {scope: 'anywhere', data: {section: id}} as const
  return [
    {key: id, isOptional, rule: 'required-sections', ...asked},
    ...(min ? [{key: `${id}: at least ${min}`, isOptional, rule: 'section-content', ...asked}] : []),
    ...fieldEntries(fields, `${noun}/`, 'phase'),
    ...sectionEntries(parts, `${noun}/`, 'phase', undefined),
    ...kinds.flatMap((kind): Entry[] => [
      {
        key: kind.id,
        isOptional: kind.expectation === 'optional',
        rule: 'required-sections',
        data: {section: kind.id},
        scope: 'anywhere',
      },
      ...fieldEntries(kind.fields, `${kind.id}/`, {kind: kind.id}),
      ...contentEntries(kind.content, kind.id, kind.id, {kind: kind.id}),
      ...sectionEntries(kind.parts, `${kind.id}/`, {kind: kind.id}, undefined),
    ]),
  ]
}

function metadataEntries(keys: readonly MetadataKey[], path: string, at: string): Entry[] {
  return keys.flatMap(({key, expectation, items}) => [
    {
      key: path + key,
      isOptional: expectation === 'optional',
      rule: 'stage-metadata',
      data: {key},
      scope: 'document' as const,
      mutation: `delete ${at}${key}`,
    },
    ...metadataEntries(items ?? [], `${path}${key}[].`, `${at}${key}.0.`),
  ])
}

/** All that `preset` knows by name of a plan, in the order of its data. */
export function entriesOf(preset: Preset): Entry[] {
  const {titleForms, fields, sections, phases, mentions = [], metadata} = preset
  return [
    ...(titleForms
      ? [
          {
            key: 'title',
            isOptional: false,
            rule: 'document-title',
            data: {},
            scope: 'anywhere' as const,
            mutation: 'spoil the title',
          },
        ]
      : []),
    ...fieldEntries(fields, '', 'document', ''),
    ...(metadata ? metadataEntries(metadata.keys, 'metadata ', '') : []),
    ...sectionEntries(
      // The section around the phases has no purpose of its own.
      sections.filter(({id}) => id !== phases?.id),
      '',
      'document',
      '',
    ),
    ...phaseEntries(preset),
    ...mentions.map(({id, expectation}) => ({
      key: id,
      isOptional: expectation === 'optional',
      rule: 'section-content',
      data: {section: id},
      scope: 'anywhere' as const,
    })),
  ]
}
