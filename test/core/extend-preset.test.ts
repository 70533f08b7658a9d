import {describe, expect, test} from 'vitest'
import {definePreset, extendPreset, type PresetChanges, type SectionSpec} from '../../index.ts'

const part = (id: string, ...sections: SectionSpec[]): SectionSpec => ({
  id,
  title: `The ${id}`,
  expectation: 'required',
  ...(sections.length > 0 ? {sections} : {}),
})

const base = definePreset({
  id: 'rfc',
  summary: 'Requests for comments',
  titleForms: ['RFC: {name}'],
  fingerprints: [{of: [{title: ['RFC: {name}']}]}],
  priority: 50,
  fields: [
    {label: 'Date', expectation: 'required', type: 'date'},
    {label: 'Security/Privacy', expectation: 'optional'},
  ],
  sections: [
    {...part('goal'), aliases: ['Aim'], fields: [{label: 'Owner', expectation: 'required'}]},
    part('testing', part('unit', part('setup')), part('manual')),
    part('release', part('manual')),
  ],
  phases: {
    id: 'phases',
    noun: 'phase',
    titles: ['Phase {n}'],
    expectation: 'required',
    validation: 'command',
    parts: [part('changes'), part('checks')],
    fields: [{label: 'Gate', expectation: 'required'}],
    kinds: [{id: 'first', names: ['Set-up'], expectation: 'required', parts: [part('tools')]}],
  },
  metadata: {
    fence: 'json',
    expectation: 'expected',
    keys: [
      {key: 'id', expectation: 'required', type: 'text'},
      {
        key: 'stages',
        expectation: 'required',
        type: 'objects',
        items: [{key: 'branch', expectation: 'required', type: 'text'}],
      },
    ],
  },
  mentions: [{id: 'cost', topic: 'the costs', words: ['cost'], expectation: 'expected'}],
  literals: ['[Name]'],
  templateText: {lines: ['Write here'], labelsIn: {goal: ['Hint']}},
  rules: {'no-open-questions': ['error', {a: 1, b: 1}], 'no-placeholders': 'warning'},
})

const extended = (changes: Omit<PresetChanges, 'id'>) => extendPreset(base, {id: 'team', ...changes})

/** Ids as paths, in order. */
function paths(sections: readonly SectionSpec[] = [], above = ''): string[] {
  return sections.flatMap(({id, sections: inner}) => [`${above}${id}`, ...paths(inner, `${above}${id}/`)])
}

test('what is not mentioned stays', () => {
  const {id, priority, ...rest} = extended({})
  const {id: baseId, priority: basePriority, ...baseRest} = base
  expect([id, baseId]).toEqual(['team', 'rfc'])
  expect(rest).toEqual(baseRest)
})

test('the priority is above that of the base, and below the next', () => {
  const {priority} = extended({})
  expect(priority).toBeGreaterThan(50)
  expect(extendPreset(extended({}), {id: 'group'}).priority).toBeGreaterThan(priority)
  expect(priority).toBeLessThan(51)
  expect(extended({priority: 7}).priority).toBe(7)
})

test('the base is left as it was', () => {
  const before = structuredClone(base)
  extended({
    sections: {change: {goal: {title: 'X'}}, add: [{...part('new'), in: 'testing'}], remove: ['release']},
    literals: ['x'],
    rules: {'no-placeholders': 'off'},
  })
  expect(base).toEqual(before)
})

test('single values are replaced, and null takes them off', () => {
  expect(extended({summary: 'S', fingerprints: []})).toMatchObject({summary: 'S', fingerprints: []})
  const bare = extended({titleForms: null, phases: null, metadata: null, mentions: null, fields: null})
  for (const key of ['titleForms', 'phases', 'metadata', 'mentions', 'fields']) expect(bare).not.toHaveProperty(key)
})

describe('sections', () => {
  const changed = (sections: PresetChanges['sections'] & object) => paths(extended({sections}).sections)

  test('are changed by id, path, or the end of a path', () => {
    const change = {
      goal: {expectation: 'optional', aliases: null},
      'testing/manual': {title: 'By Hand'},
      setup: {title: 'Tools'},
    } as const
    const {sections} = extended({sections: {change}})
    expect(sections[0]).toEqual({...part('goal'), expectation: 'optional', fields: base.sections[0]?.fields})
    expect(sections[1]?.sections?.[1]).toMatchObject({id: 'manual', title: 'By Hand'})
    expect(sections[1]?.sections?.[0]?.sections?.[0]).toMatchObject({id: 'setup', title: 'Tools'})
    expect(sections[2]).toEqual(base.sections[2])
  })

  test('are added at the end, beside others, or into one', () => {
    const add = [
      part('last'),
      {...part('early'), before: 'goal'},
      {...part('late'), after: 'testing'},
      {...part('middle'), after: 'unit'},
      {...part('inner'), in: 'testing/unit'},
      {...part('only'), in: 'goal'},
    ]
    const added = ['early', 'goal', 'goal/only', 'testing', 'testing/unit', 'testing/unit/setup', 'testing/unit/inner']
    const rest = ['testing/middle', 'testing/manual', 'late', 'release', 'release/manual', 'last']
    expect(changed({add})).toEqual([...added, ...rest])
    expect(extended({sections: {add: [part('last')]}}).sections.at(-1)).toEqual(part('last'))
    expect(extended({sections: {add: [{...part('x'), after: 'goal'}]}}).sections[1]).toEqual(part('x'))
  })

  test('are taken out with what they hold', () => {
    expect(changed({remove: ['testing', 'release/manual']})).toEqual(['goal', 'release'])
  })

  test('can be replaced: the new one goes beside the old one', () => {
    expect(changed({add: [{...part('trials'), after: 'testing'}], remove: ['testing']})).toEqual([
      'goal',
      'trials',
      'release',
      'release/manual',
    ])
  })

  test('have fields of their own', () => {
    const fields = {add: [{label: 'By', expectation: 'expected', before: 'Owner'} as const]}
    expect(extended({sections: {change: {goal: {fields}}}}).sections[0]?.fields?.map(({label}) => label)).toEqual([
      'By',
      'Owner',
    ])
    const first = {add: [{label: 'By', expectation: 'expected'} as const]}
    expect(extended({sections: {change: {release: {fields: first}}}}).sections[2]?.fields).toEqual(first.add)
  })
})

test('fields go by label, slashes and all', () => {
  const {fields} = extended({
    fields: {change: {'Security/Privacy': {expectation: 'required'}}, remove: ['Date']},
  })
  expect(fields).toEqual([{label: 'Security/Privacy', expectation: 'required'}])
})

test('phases have parts, fields and kinds', () => {
  const {phases} = extended({
    phases: {
      noun: 'stage',
      min: 2,
      parts: {change: {checks: {expectation: 'optional'}}, remove: ['changes']},
      fields: {add: [{label: 'Owner', expectation: 'required'}]},
      kinds: {change: {first: {names: ['Start'], parts: {add: [part('people')]}}}},
    },
  })
  expect(phases).toMatchObject({noun: 'stage', min: 2, titles: ['Phase {n}']})
  expect(phases?.parts).toEqual([{...part('checks'), expectation: 'optional'}])
  expect(phases?.fields?.map(({label}) => label)).toEqual(['Gate', 'Owner'])
  expect(phases?.kinds?.[0]).toMatchObject({names: ['Start']})
  expect(paths(phases?.kinds?.[0]?.parts)).toEqual(['tools', 'people'])
})

test('where the base has no phases they are given whole', () => {
  const bare = extended({phases: null})
  const {phases = null} = base
  expect(extendPreset(bare, {id: 'whole', phases}).phases).toEqual(base.phases)
  expect(() => extendPreset(bare, {id: 'part', phases: {noun: 'stage'}})).toThrow(
    '"phases" of preset "part": "id" and "titles" and "expectation" and "validation" are missing.',
  )
})

test('metadata and mentions are changed by key and id', () => {
  const {metadata, mentions} = extended({
    metadata: {keys: {change: {'stages/branch': {unique: true}}, remove: ['id']}},
    mentions: {add: [{id: 'risk', topic: 'the risks', words: ['risk'], expectation: 'required'}], remove: ['cost']},
  })
  expect(metadata?.keys).toMatchObject([{key: 'stages', items: [{key: 'branch', unique: true}]}])
  expect(mentions?.map(({id}) => id)).toEqual(['risk'])
})

test('words are added', () => {
  const {literals, templateText, vocabulary} = extended({
    literals: ['[Name]', '<name>'],
    templateText: {lines: ['Or here'], labelsIn: {goal: ['Tip'], release: ['Tip']}},
    vocabulary: {checkpoints: ['Gate']},
  })
  expect(literals).toEqual([...base.literals, '<name>'])
  expect(templateText).toEqual({
    ...base.templateText,
    lines: ['Write here', 'Or here'],
    labelsIn: {goal: ['Hint', 'Tip'], release: ['Tip']},
  })
  expect(vocabulary.checkpoints).toEqual([...base.vocabulary.checkpoints, 'Gate'])
})

test('rules are laid over those of the base, options merged', () => {
  const rules = (own: PresetChanges['rules'] & object) => extended({rules: own}).rules['no-open-questions']
  expect(rules({'no-open-questions': 'warning'})).toEqual(['warning', {a: 1, b: 1}])
  expect(rules({'no-open-questions': ['info', {b: 2}]})).toEqual(['info', {a: 1, b: 2}])
  expect(rules({'no-open-questions': 'off'})).toBe('off')
  expect(extended({rules: {'no-empty-sections': 'info'}}).rules).toEqual({...base.rules, 'no-empty-sections': 'info'})
})

describe('a mistake is told with its place', () => {
  const field = {label: 'X', expectation: 'required'} as const

  test.each<[string, object, string]>([
    ['no id', {id: undefined}, 'A preset made of "rfc": give it an "id" of its own.'],
    ['id of the base', {id: 'rfc'}, 'A preset made of "rfc": give it an "id" of its own.'],
    ['key', {section: {}}, 'Preset "team": the key "section" is unknown. Did you mean "sections"?'],
    [
      'kind of change',
      {sections: {ad: []}},
      'Preset "team": the key "ad" is unknown; changes are change, add, remove. Did you mean "add"?',
    ],
    [
      'a list',
      {sections: [part('x')]},
      'Preset "team": say what changes in its sections as {change: {…}, add: […], remove: […]}.',
    ],
    ['near id', {sections: {remove: ['gaol']}}, 'Preset "team": there is no section "gaol". Did you mean "goal"?'],
    [
      'far id',
      {sections: {remove: ['xyzzyxyzzy']}},
      'Preset "team": there is no section "xyzzyxyzzy". There are goal, testing, testing/unit, testing/unit/setup, testing/manual, release, release/manual.',
    ],
    [
      'id of several',
      {sections: {change: {manual: {}}}},
      'Preset "team": "manual" is more than one section; write testing/manual or release/manual.',
    ],
    ['place', {sections: {add: [{...part('x'), after: 'gool'}]}}, 'Preset "team": there is no section "gool". Did you'],
    [
      'two places',
      {sections: {add: [{...part('x'), after: 'goal', in: 'testing'}]}},
      'Section "x" of preset "team": give one of "before", "after" and "in".',
    ],
    [
      'there already',
      {sections: {add: [part('goal')], remove: ['goal']}},
      'Section "goal" of preset "team": it is there already; change it instead of adding it.',
    ],
    [
      'new id',
      {sections: {change: {goal: {id: 'aim'}}}},
      'Section "goal" of preset "team": its id stays; to give it another, remove it and add a new one.',
    ],
    [
      'inner sections',
      {sections: {change: {testing: {sections: []}}}},
      'Section "testing" of preset "team": change each of its sections by a path such as "testing/…".',
    ],
    [
      'a value',
      {sections: {change: {goal: 'optional'}}},
      'Section "goal" of preset "team": give its new keys as an object.',
    ],
    ['needed key', {sections: {change: {goal: {title: null}}}}, 'Section "goal" of preset "team": "title" is missing.'],
    [
      'field of a section',
      {sections: {change: {goal: {fields: {remove: ['Ovner']}}}}},
      'Section "goal" of preset "team": there is no field "Ovner". Did you mean "Owner"?',
    ],
    [
      'no field at all',
      {sections: {change: {release: {fields: {remove: ['Owner']}}}}},
      'Section "release" of preset "team": there is no field "Owner".',
    ],
    ['half a label', {fields: {remove: ['Privacy']}}, 'Preset "team": there is no field "Privacy". There are Date,'],
    [
      'field in a field',
      {fields: {add: [{...field, in: 'Date'}]}},
      'Field "X" of preset "team": a field holds no others; say "before" or "after", not "in".',
    ],
    [
      'part of a phase',
      {phases: {parts: {remove: ['chekcs']}}},
      '"phases" of preset "team": there is no section "chekcs". Did you mean "checks"?',
    ],
    [
      'key of metadata',
      {metadata: {keys: {remove: ['branche']}}},
      '"metadata" of preset "team": there is no key "branche". Did you mean "branch"?',
    ],
    [
      'what comes out',
      {rules: {'no-placeholders': 'oof'}},
      'Preset "team": "rules.no-placeholders" is "oof"; it can be',
    ],
  ])('%s', (_, mistake, message) => {
    const extend = () => extendPreset(base, {id: 'team', ...mistake} as PresetChanges)
    expect(extend).toThrow(TypeError)
    expect(extend).toThrow(message)
  })
})
