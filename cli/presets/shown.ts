import {fingerprintInWords} from '../../core/features.ts'
import type {FieldSpec, MetadataKey, PhaseKind, Preset, SectionSpec} from '../../core/preset.ts'
import {type Span, wrapped} from '../layout.ts'
import type {Style} from '../style.ts'
import {harmless} from '../terminal.ts'
import {contentInWords} from './content-words.ts'
import {type Branch, treeLines} from './tree.ts'

/** What a preset asks for, for people: how it is known, its fields, its sections as a tree, its phases, its rules. */
export function presetShown(preset: Preset, style: Style): string {
  const {paint, columns, split} = style
  const {id, titleForms, fileName, fields, sections, metadata} = preset
  const facts = [
    ...(titleForms ? [`Title: ${titleForms.slice(0, 3).join(', or ')}`] : []),
    ...(fileName ? [`File: ${fileName}`] : []),
    `Template text that it knows: ${preset.literals.length} slots`,
  ].flatMap(fact => wrapped([{text: harmless(fact)}], columns, split))
  const trees: [string, readonly Branch[]][] = [
    [knownBy(preset), preset.fingerprints.map(print => ({words: [{text: harmless(fingerprintInWords(print))}]}))],
    ['Fields of the document', (fields ?? []).map(field => ofField(field, style))],
    [`Metadata: a block of \`\`\`${metadata?.fence}`, (metadata?.keys ?? []).map(key => ofKey(key, style))],
    ['Sections', sections.map(section => ofSection(section, style))],
    ['Phases', ofPhases(preset, style)],
    ['Words that have to occur', ofMentions(preset, style)],
    ['Rules that it sets', ofRules(preset)],
  ]
  const parts = trees
    .filter(([, branches]) => branches.length > 0)
    .map(([title, branches]) => [paint.bold(harmless(title)), ...treeLines(branches, style)].join('\n'))
  const head = wrapped(
    [{text: harmless(id), paint: paint.bold}, {text: `: ${harmless(preset.summary)}`}],
    columns,
    split,
  )
  return `${[[...head, ...facts].join('\n'), ...parts].join('\n\n')}\n`
}

function knownBy({fingerprints}: Preset): string {
  return fingerprints.length > 1 ? 'Known by any of' : 'Known by'
}

/** A name, then what is asked of it. */
function line(name: string, asides: readonly string[], {paint}: Style): readonly Span[] {
  const words = asides.filter(Boolean).map(harmless)
  const lead = name.endsWith(':') ? ' ' : ' · '
  return [
    {text: harmless(name.replace('{n}', '1'))},
    ...(words.length > 0 ? [{text: `${lead}${words.join(' · ')}`, paint: paint.dim}] : []),
  ]
}

function ofField({label, expectation, type, values, exceptLast}: FieldSpec, style: Style): Branch {
  const form = values ? `one of ${values.join(', ')}` : type && type !== 'text' ? type.replace('-', ' and ') : ''
  return {words: line(`${label}:`, [expectation, form, exceptLast ? 'the last phase does without' : ''], style)}
}

function ofKey({key, expectation, type, values, form, unique, items = []}: MetadataKey, style: Style): Branch {
  const kind = values
    ? `one of ${values.join(', ')}`
    : (form ?? {ids: 'a list of ids', objects: 'a list'}[type as 'ids'])
  return {
    words: line(`"${key}":`, [expectation, kind ?? '', unique ? 'each different' : ''], style),
    children: items.map(item => ofKey(item, style)),
  }
}

function ofSection(section: SectionSpec, style: Style): Branch {
  const {title, expectation, repeat, whenFunctionsIn, unlessTestsIn, content = [], fields = [], sections = []} = section
  const asides = [
    expectation,
    ...(repeat ? [repeat.min > 0 ? `at least ${repeat.min}` : 'any number'] : []),
    ...(whenFunctionsIn
      ? [`where there are functions in ${whenFunctionsIn === 'any' ? 'any language' : whenFunctionsIn}`]
      : []),
    ...(unlessTestsIn ? [`unless there are tests in ${unlessTestsIn}`] : []),
    ...content.map(contentInWords),
  ]
  return {
    words: line(section.numbered ? `1. ${title}` : title, asides, style),
    children: [...fields.map(field => ofField(field, style)), ...sections.map(part => ofSection(part, style))],
  }
}

function ofPhases({phases}: Preset, style: Style): Branch[] {
  if (!phases) return []
  const {titles, expectation, min, validation, fields = [], parts = [], kinds = []} = phases
  const form = titles.map(title => title.replace('{n}', '1'))[0] ?? phases.noun
  const asides = [expectation, min === undefined ? '' : `at least ${min}`, shownDone[validation]]
  return [
    {
      words: line(form, asides, style),
      children: [
        ...fields.map(field => ofField(field, style)),
        ...parts.map(part => ofSection(part, style)),
        ...kinds.map(kind => ofKind(kind, style)),
      ],
    },
  ]
}

const shownDone = {command: 'shown done by a command', checkpoint: 'shown done by a checkpoint', none: ''}

function ofKind(kind: PhaseKind, style: Style): Branch {
  const {id, expectation, validation = 'none', content = [], fields = [], parts = []} = kind
  return {
    words: line(`kind "${id}"`, [expectation, shownDone[validation], ...content.map(contentInWords)], style),
    children: [...fields.map(field => ofField(field, style)), ...parts.map(part => ofSection(part, style))],
  }
}

function ofMentions({mentions = []}: Preset, style: Style): Branch[] {
  return mentions.map(({topic, expectation}) => ({words: line(topic, [expectation], style)}))
}

function ofRules({rules}: Preset): Branch[] {
  return Object.entries(rules).map(([id, setting]) => {
    const words = typeof setting === 'string' ? setting : `${setting[0]}, ${JSON.stringify(setting[1])}`
    return {words: [{text: `${harmless(id)}: ${harmless(words)}`}]}
  })
}
