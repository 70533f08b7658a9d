import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {derive} from '../../core/derive/derive.ts'
import {analyse} from '../../core/lint.ts'
import {scaffoldWithoutId} from '../../core/scaffold/scaffold.ts'
import {lint, type PresetDefinition, presets, rules, type SectionSpec} from '../../index.ts'
import {filled} from './filled.ts'
import {findingsIn, id, names, presetOf, read, templateText} from './read.ts'

function derived(template: string) {
  return derive(template, {id, summary: 'A plan of our own'}, presets)
}

function definitionOf(template: string): PresetDefinition {
  return derived(template).definition
}

const groups = new Map(rules.map(rule => [rule.id, rule.group]))

describe.each(names)('the template %s', name => {
  test('judged by its own preset is nothing but left over', () => {
    const {findings} = lint(templateText(name), {plugins: [{presets: [presetOf(read(`${name}.md`))]}], preset: id})
    expect(findings.length).toBeGreaterThan(4)
    expect(findings.filter(({rule}) => groups.get(rule) !== 'leftovers')).toEqual([])
  })

  test('filled in leaves nothing to say', () => {
    expect(findingsIn(read(`${name}.filled.md`), read(`${name}.md`))).toEqual([])
  })

  test('told of whatever is kept of it: each slot of the template in a filled plan', () => {
    const template = read(`${name}.md`)
    const {literals = [], templateText: {lines = []} = {}} = definitionOf(template)
    const plan = read(`${name}.filled.md`)
    const kept = [...literals.map(words => `See ${words} for it`), ...lines].filter(words => !/\/\/|^…/.test(words))
    expect(kept.length).toBeGreaterThan(2)
    for (const words of kept) {
      expect(findingsIn(`${plan}\n${words}\n`, template).join('\n'), words).toMatch(/no-placeholders|no-template-text/)
    }
  })

  test('told of what is missing: each section that it asks for', () => {
    const template = read(`${name}.md`)
    const plan = read(`${name}.filled.md`)
    const asked = (definitionOf(template).sections ?? []).filter(({expectation}) => expectation === 'required')
    expect(asked.length).toBeGreaterThan(0)
    for (const {title, aliases = []} of asked) {
      const heading = [title, ...aliases].map(words => `## ${words}\n`).find(words => plan.includes(words))
      expect(heading, title).toBeDefined()
      expect(findingsIn(plan.replace(heading ?? '', '## Something Else\n'), template).join('\n')).toMatch(
        `required-sections The plan has no section "${title}"`,
      )
    }
  })

  test('a plan begun by its preset is clean once it is filled in', () => {
    const template = read(`${name}.md`)
    const begun = scaffoldWithoutId(presetOf(template), 'Search in invoices')
    const {plan} = analyse(begun, {rules: [], presets: [presetOf(template)], preset: id})
    expect(plan.leftovers.slots.length).toBeGreaterThan(2)
    expect(findingsIn(begun, template)).not.toEqual([])
    expect(findingsIn(filled(begun), template)).toEqual([])
  })

  test('its preset is data that JSON holds whole', () => {
    const definition = definitionOf(read(`${name}.md`))
    expect(JSON.parse(JSON.stringify(definition))).toEqual(definition)
  })
})

describe.each(['blueprint', 'go-phased', 'phased', 'spec-kit', 'staged'])(
  'a plan begun by %s, taken for a template',
  made => {
    const preset = presets.find(each => each.id === made)
    const template = preset ? scaffoldWithoutId(preset) : ''

    test('is nothing but left over', () => {
      const {findings} = lint(template, {plugins: [{presets: [presetOf(template)]}], preset: id})
      expect(findings.length).toBeGreaterThan(10)
      expect(findings.filter(({rule}) => groups.get(rule) !== 'leftovers')).toEqual([])
    })

    test('begins plans that are clean once they are filled in', () => {
      const begun = scaffoldWithoutId(presetOf(template), 'Search in invoices')
      expect(findingsIn(begun, template).length).toBeGreaterThan(5)
      expect(findingsIn(filled(begun), template)).toEqual([])
    })

    test('asks for the sections that its preset asks for', () => {
      const asked = (sections: readonly SectionSpec[] = []) =>
        sections.filter(({expectation}) => expectation !== 'optional').map(({title}) => title)
      const derivedTitles = asked(definitionOf(template).sections)
      for (const title of asked(preset?.sections)) expect(derivedTitles).toContain(title)
    })
  },
)

test('no text makes it throw', () => {
  const parts = names.flatMap(name => read(`${name}.md`).split(/(?<=\n)/))
  const line = fc.oneof(fc.constantFrom(...parts), fc.string({unit: 'binary', maxLength: 40}))
  fc.assert(
    fc.property(fc.array(line, {maxLength: 40}), lines => {
      const template = lines.join('')
      const {definition, faults} = derived(template)
      expect(JSON.parse(JSON.stringify(definition))).toEqual(definition)
      if (faults.length === 0) presetOf(template)
    }),
    {seed: 8, numRuns: 300},
  )
})

describe('titles', () => {
  test.each([
    ['# Implementation Plan: [TITLE]', 'Implementation Plan: {name}'],
    ['# [Service/Task Name] Work Plan', '{name} Work Plan'],
    ['# RFC [number]: <what changes>', 'RFC {name}: {name}'],
    ['# ADR-0000: Your short title', 'ADR-{name}: {name}'],
    ['# PROP-NNNN: {short title}', 'PROP-{name}: {name}'],
    ['# [Title]', undefined],
    ['# How we plan', undefined],
  ])('%s', (line, form) => {
    expect(definitionOf(`${line}\n\n## A\n\n[What it is]\n`).titleForms?.[0]).toBe(form)
  })

  test('a template without a title asks for none', () => {
    expect(definitionOf('## Aim\n\n[What it is]\n\n## Way\n\n[How it goes]\n').rules).toEqual({'document-title': 'off'})
  })
})

describe('sections', () => {
  test.each([
    ['## Notes (Optional)', 'optional'],
    ['## Notes *(if applicable)*', 'optional'],
    ['## Notes [optional]', 'optional'],
    ['## Notes (OPTIONAL) ⚠️', 'optional'],
    ['## Notes *(mandatory)*', 'required'],
    ['## Notes\n<!-- plan-lint: optional -->', 'optional'],
    ['## Notes <!-- plan-lint: optional -->', 'optional'],
    ['<!-- This section is optional -->\n## Notes', 'optional'],
    ['## Notes\n\n*Skip this section if there is nothing to note.*', 'optional'],
    ['## Notes\n\n> Fill ONLY if something is odd', 'optional'],
    ['## Notes\n\nSay which parts are optional for users.', 'required'],
  ])('%j is %s', (heading, expectation) => {
    const [section, other] =
      definitionOf(`# T: [x y]\n\n${heading}\n\n[Some words]\n\n## Aim\n\n[More words]\n`).sections ?? []
    expect(section).toMatchObject({title: 'Notes', expectation})
    expect(other).toMatchObject({title: 'Aim', expectation: 'required'})
  })

  test('that only say how to work, between others with slots, may be left out', () => {
    const slots = ['Aim', 'Way', 'Cost'].map(title => `## ${title}\n\n[Words about it]\n`).join('\n')
    const expectationOf = (section: string, others = slots) =>
      definitionOf(`# T: [x y]\n\n${others}\n${section}\n`).sections?.at(-1)?.expectation
    expect(expectationOf('## Habits\n\nAs we all do:\n\n- Commit often\n- Write tests first')).toBe('optional')
    expect(expectationOf('## Habits\n\n- [ ] Commit often')).toBe('required')
    expect(expectationOf('## Habits\n\n- What do we commit?')).toBe('required')
    expect(expectationOf('## Habits\n\n- Habit 1\n- Habit 2')).toBe('required')
    expect(expectationOf('## Habits\n\nWe commit often.')).toBe('required')
    expect(expectationOf('## Rollback Plan\n\n- Switch it off')).toBe('required')
    expect(expectationOf('## Habits\n\n- Commit often', '## Aim\n\nWords about it.\n')).toBe('required')
  })

  test('with a long title are known by what it says before it explains itself', () => {
    const template =
      '# T: [x y]\n\n## Wanted tree with files to be added and what each is for\n\n[the tree]\n\n## Way\n\n[how it goes]\n'
    const plan = (title: string) => `# T: it\n\n## ${title}\n\nOne file.\n\n## Way\n\nAlong.\n`
    for (const title of ['Wanted tree', 'Wanted tree with files to be added and what each is for'])
      expect(findingsIn(plan(title), template), title).toEqual([])
    expect(findingsIn(plan('Tree'), template)).not.toEqual([])
  })

  test('of which there are several are one that is repeated', () => {
    const template =
      '# T: [x y]\n\n## Findings\n\n### Finding 1: [Name of it]\n\n**Place**: [where it is]\n\n### Finding 2: [Name of it]\n'
    expect(definitionOf(template).sections?.[0]?.sections).toMatchObject([
      {title: 'Finding {n}', repeat: {min: 1}, fields: [{label: 'Place', expectation: 'required'}]},
    ])
  })

  test('have ids of sections where parts of phases go by the same title', () => {
    const template = '# T: [x y]\n\n## Success Criteria\n\n- [ ] [what is seen]\n\n## Way\n\n[how it goes]\n'
    expect(definitionOf(template).sections?.[0]).toMatchObject({id: 'success-criteria'})
  })

  test('go by the ids that they have in other presets', () => {
    const template = "# T: [x y]\n\n## What We're NOT Doing\n\n- [one thing]\n\n## Own Part\n\n[some words]\n"
    expect(definitionOf(template).sections?.map(section => section.id)).toEqual(['out-of-scope', 'own-part'])
  })
})

describe('annotations', () => {
  const template = (annotation: string) =>
    `# T: [x y]\n\n## Aim\n\n${annotation}\n\n- [one thing]\n\n## Way\n\n[how it goes]\n`

  test('say how many there are to be', () => {
    const plan = (items: string) => `# T: it\n\n## Aim\n\n${items}\n\n## Way\n\nAlong the road.\n`
    expect(findingsIn(plan('- one'), template('<!-- plan-lint: min=2 -->'))).toEqual([
      'error section-content "Aim" needs at least 2 items',
    ])
    expect(findingsIn(plan('- one\n- two'), template('<!-- plan-lint: min=2 -->'))).toEqual([])
  })

  test('give other titles, several of them', () => {
    const own = template('<!-- plan-lint: alias="Goal" alias=\'What For\' -->')
    for (const title of ['Goal', 'What For']) {
      expect(findingsIn(`# T: it\n\n## ${title}\n\n- one\n\n## Way\n\nAlong.\n`, own)).toEqual([])
    }
  })

  test('free a section from the order, and all of them where they stand at the top', () => {
    const plan = '# T: it\n\n## Way\n\nAlong.\n\n## Aim\n\n- one\n'
    expect(findingsIn(plan, template('')).join()).toContain('section-order')
    expect(findingsIn(plan, template('<!-- plan-lint: any-order -->'))).toEqual([])
    expect(findingsIn(plan, template('').replace('## Aim', '<!-- plan-lint: any-order -->\n\n## Aim'))).toEqual([])
  })

  test('are about the field that they stand behind', () => {
    const {fields, sections} = definitionOf(
      '# T: [x y]\n\n**Owner**: [name] <!-- plan-lint: alias="Author" -->\n**Reviewer**: [name] <!-- plan-lint: optional -->\n\n## Aim\n\n[what it is for]\n',
    )
    expect(fields).toMatchObject([
      {label: 'Owner', aliases: ['Author'], expectation: 'required'},
      {label: 'Reviewer', expectation: 'optional'},
    ])
    expect(sections).toMatchObject([{expectation: 'required'}])
  })

  test('ask for a number of phases', () => {
    const {phases} = definitionOf(
      '# T: [x y]\n\n## Phase 1: [name of it]\n<!-- plan-lint: min=2, alias="Round" -->\n\n[what is done]\n',
    )
    expect(phases).toMatchObject({titles: ['Phase {n}', 'Round {n}'], min: 2, few: 'error'})
  })

  test.each([
    ['optinal', 'unknown annotation "optinal"; did you mean "optional"?'],
    ['xyzzy', 'unknown annotation "xyzzy"; there are optional, min, alias, any-order'],
    ['min', '"min" needs a value; write min=2'],
    ['min=none', '"min" is a number from 1 on, not "none"; write min=2'],
    ['min=0', '"min" is a number from 1 on, not "0"; write min=2'],
    ['optional=yes', '"optional" takes no value; leave out "=yes"'],
    ['alias=""', '"alias" needs a value; write alias="Another Title"'],
    ['', 'the annotation says nothing; there are optional, min, alias, any-order'],
  ])('that cannot be meant are told: %s', (words, message) => {
    expect(derived(template(`<!-- plan-lint: ${words} -->`)).faults).toMatchObject([{line: 5, message}])
  })

  test('are no slip where they are directives to plan-lint', () => {
    const own = template('<!-- plan-lint preset: plan -->\n<!-- plan-lint-disable section-order -->')
    expect(derived(own).faults).toEqual([])
    expect(definitionOf(own).templateText?.phrases).toBeUndefined()
  })
})

describe('phases', () => {
  test('have the parts that all of them show; a gate to the next one is not asked of the last', () => {
    const {phases} = definitionOf(read('delivery.md'))
    expect(phases).toMatchObject({
      id: 'work',
      noun: 'step',
      titles: ['Step {n}'],
      validation: 'command',
      fields: [{label: 'Handover', exceptLast: true}],
      parts: [{title: 'Files'}, {title: 'Acceptance'}],
    })
  })

  test('are begun with a checkpoint where only fixed words of the template show them done', () => {
    const template =
      '# T: [x y]\n\n## Phase 1: Base\n\n- [ ] T001 Build [part] in src/a.ts\n\n**Checkpoint**: All of it stands\n'
    const begun = scaffoldWithoutId(presetOf(template), 'it')
    expect(begun).toContain('\n**Checkpoint**: [What shows that it is done]\n')
    expect(findingsIn(filled(begun), template)).toEqual([])
  })

  test('that the template names are kinds, and stand before the section behind them', () => {
    const {phases} = definitionOf(read('feature.md'))
    expect(phases).toMatchObject({
      before: 'reading-the-tasks',
      kinds: [
        {names: ['Setup…'], validation: 'none'},
        {names: ['User Story {n}…'], validation: 'checkpoint', fields: [{label: 'Goal'}, {label: 'Independent Test'}]},
        {names: ['Finish…'], validation: 'none'},
      ],
    })
  })
})

describe('a block of metadata', () => {
  const template = read('relay.md')
  const plan = read('relay.filled.md')
  const found = (from: string, to: string) => findingsIn(plan.replace(from, to), template)

  test('gives its keys, and where the sections of the phases say the same', () => {
    const {metadata, rules: settings} = definitionOf(template)
    expect(settings).toEqual({'stage-metadata': 'error', 'stage-graph': 'error', 'stage-sync': 'error'})
    const states = (...values: string[]) => ({key: 'state', expectation: 'required', type: 'enum', values})
    const names = ['plan_id', 'id']
    expect(metadata).toEqual({
      fence: 'json metadata',
      expectation: 'required',
      keys: [
        expect.objectContaining({key: 'plan_id', type: 'text', form: 'YYYY-MM-DD-short-slug'}),
        {key: 'begun', expectation: 'required', type: 'date'},
        {key: 'owner', expectation: 'required', type: 'text'},
        {key: 'ticket', expectation: 'optional', type: 'text'},
        states('draft', 'agreed', 'closed'),
        {
          key: 'waves',
          expectation: 'required',
          type: 'objects',
          items: [
            {key: 'id', expectation: 'required', type: 'text', unique: true, told: {field: 'Wave ID'}},
            {key: 'name', expectation: 'required', type: 'text', told: 'heading'},
            {key: 'branch', expectation: 'required', type: 'text', unique: true, names, told: {field: 'Branch'}},
            {...states('waiting', 'building', 'done'), told: {field: 'State'}},
            {key: 'after', expectation: 'required', type: 'ids', told: {field: 'Waits For'}},
          ],
        },
      ],
    })
  })

  test.each([
    ['"owner": "Ruth",', '', 'error stage-metadata The metadata has no "owner"; add it'],
    [
      '"agreed"',
      '"under way"',
      'error stage-metadata "state" is "under way"; it has to be one of draft, agreed, closed',
    ],
    ['2026-02-03"', 'May"', 'error stage-metadata "begun" is "May"; it has to be a date of the calendar'],
    ['["index"]', '["indx"]', 'error stage-graph Stage field depends on "indx"'],
    [
      '**State**: Building',
      '**State**: Done',
      'error stage-sync State says "Done" here and "building" in the metadata',
    ],
    ['json metadata', 'json', 'error stage-metadata'],
    ['"id": "field"', '"id": "index"', 'error stage-graph Another stage has the "id" "index" already'],
  ])('is asked for: %s → %s', (from, to, finding) => {
    expect(found(from, to).join('\n')).toContain(finding)
  })

  test('may be left out where a comment before it says so', () => {
    const marked = template.replace('```json', '<!-- plan-lint: optional -->\n\n```json')
    const without = plan.replace(/```json[\s\S]*?```\n/, '')
    expect(findingsIn(without, template)).toEqual([expect.stringContaining('stage-metadata The plan has no')])
    expect(findingsIn(without, marked)).toEqual([])
    expect(definitionOf(marked).sections?.[0]).toMatchObject({title: 'Aim', expectation: 'required'})
  })

  test('is left alone where it is no object, and keys that no preset can check are named', () => {
    const withMetadata = (json: string) =>
      derived(`# T: [x y]\n\n\`\`\`json metadata\n${json}\n\`\`\`\n\n## Aim\n\n[it]\n`)
    for (const json of ['[1]', '{"a": ', '']) expect(withMetadata(json).definition.metadata, json).toBeUndefined()
    const {definition, notes} = withMetadata('{"a": 1, "b": {"c": ""}, "tags": ["x"], "d": ""}')
    expect(definition.metadata?.keys.map(({key}) => key)).toEqual(['d'])
    expect(notes.map(({words}) => words)).toEqual(
      ['a', 'b', 'tags'].map(key => `what "${key}" holds in the metadata is not checked`),
    )
  })
})

test('a label of one word may have more of them in a plan', () => {
  const template =
    '# T: [x y]\n\n## Proof\n\n**Automated**:\n- [ ] `npm test`\n\n**Manual**:\n- [ ] [what is seen]\n\n**Manual Clean-up**:\n- [ ] [what goes]\n'
  const plan = (...titles: string[]) =>
    `# T: it\n\n## Proof\n\n${titles.map(title => `### ${title}\n\n- [ ] \`make\`\n`).join('\n')}`
  expect(findingsIn(plan('Automated Checks', 'Manual', 'Manual Clean-up'), template)).toEqual([])
  expect(findingsIn(plan('Automated', 'Manual Clean-up'), template).join()).toContain('has no section "Manual"')
})

test('headings in a phase of tasks group them, and a plan has groups of its own', () => {
  const phase = (number: number) =>
    `## Phase ${number}: Story ${number} - [name of it]\n\n### Work on Story ${number}\n\n- [ ] T00${number} Build [part] in src/[name].py\n\n`
  const [kind] = definitionOf(`# T: [x y]\n\n${phase(1)}${phase(2)}`).phases?.kinds ?? []
  expect(kind).toMatchObject({
    content: [{kind: 'tasks'}],
    parts: [{title: 'Work on Story {n}', expectation: 'optional'}],
  })
})

describe('what numbered components show', () => {
  const template = read('prompt.md')

  test('is asked of their phase once, and what is about functions only where it plans some', () => {
    const {phases} = definitionOf(template)
    expect(phases?.parts).toMatchObject([
      {title: 'Changes', sections: [{numbered: true, fields: [{label: 'File', type: 'path'}, {label: 'Changes'}]}]},
      {title: 'Duties of the Functions', expectation: 'expected', whenFunctionsIn: 'any'},
      {title: 'Testing Requirments', expectation: 'expected', whenFunctionsIn: 'any'},
      {title: 'Hints', expectation: 'expected'},
    ])
    const without = (words: string) => findingsIn(read('prompt.filled.md').replace(words, '**Else**:'), template)
    expect(without('**Duties of the Functions:**')).toEqual([
      'warning required-sections This phase has no section "Duties of the Functions"; add it',
    ])
  })

  test('may be spelt as in other presets where the template has a slip of the pen', () => {
    expect(definitionOf(template).phases?.parts?.[2]).toMatchObject({aliases: ['Testing Requirements']})
  })
})

describe('headings that the template leaves open', () => {
  const template = '# T: [x y]\n\n## Stage 1: [name of it]\n\n[what is done]\n\n## Stage N: Release\n\n### Notes\n'
  const plan = '# T: it\n\n## Stage 1: Search\n\nAll of it.\n\n## Stage 2: Release\n\n### Notes\n\nNone.\n'

  test('are left over where they have its letter, or nothing under them', () => {
    expect(findingsIn(plan, template)).toEqual([])
    expect(findingsIn(plan.replace('Stage 2', 'Stage N').replace('\nNone.\n', ''), template)).toEqual([
      'error no-template-text "Stage N: Release" has the template\'s letter for a number; number it 2',
      'error no-template-text "Notes" has nothing under it, as in the template; write it, or delete the heading',
    ])
  })

  test('get the number that follows', () => {
    const lettered = plan.replace('Stage 2', 'Stage N')
    const {findings} = lint(lettered, {plugins: [{presets: [presetOf(template)]}], preset: id})
    const [edit] = findings[0]?.fix ?? []
    expect(edit && lettered.slice(0, edit.start) + edit.text + lettered.slice(edit.end)).toBe(plan)
  })

  test('are told by the rule of numbers where another letter stands there', () => {
    expect(findingsIn(plan.replace('Stage 2: Release', 'Stage N: Farewell'), template)).toContain(
      "error phase-numbering Stage N has the template's letter for a number; number it 2",
    )
  })
})

test('headings in a list of tasks group them, and a plan has groups of its own', () => {
  const template =
    '# T: [x y]\n\n## To-dos\n\n### Before\n\n- [ ] Ask\n\n### After\n\n- [ ] Tell\n\n## Way\n\n[how it goes]\n'
  expect(definitionOf(template).sections?.[0]).toEqual({
    id: 'to-dos',
    title: 'To-dos',
    expectation: 'required',
    content: [{kind: 'checklist', min: 1, severity: 'warning'}],
  })
})

test('questions may be asked and answered in any form', () => {
  const template = '# T: [x y]\n\n## Open Questions\n\n- [ ] Question 1\n- [ ] Question 2\n\n## Way\n\n[how it goes]\n'
  const plan = '# T: it\n\n## Open Questions\n\n1. Who pays? **Answer**: nobody\n\n## Way\n\nAlong.\n'
  expect(findingsIn(plan, template)).toEqual([])
})

describe('of what a filled plan keeps nothing is told', () => {
  const aim = (body: string) => `# T: [x y]\n\n## Aim\n\n${body}\n\n## Way\n\n[how it goes]\n`

  test.each([
    ['a list of fixed checks', '- [ ] The tests pass\n- [ ] Update the handbook\n- [ ] Create the pull request'],
    ['fixed commands', '```sh\n# Check all of it\nnpm test\n```'],
    ['fixed sentences', 'Each stage below has a branch of its own.\n\nCommit after each task.'],
    ['links and notes', 'See [the rules](docs/rules.md) and [the house].\n\n[the house]: https://example.com'],
    ['tags of tasks', '- [ ] T001 [P] [US1] Write src/a.ts\n- **[P]**: may be done beside others'],
    [
      'elements of HTML',
      'First<br>second <kbd>Ctrl</kbd>\n\n<details>\n<summary>More</summary>\n\nWords\n\n</details>',
    ],
    ['types and addresses in code', 'Call `find<Invoice>(id)` for `/invoices/{id}` and `list[index]`.'],
    [
      'comments for tools',
      '<!-- markdownlint-disable MD013 MD024 MD033 -->\n<!-- prettier-ignore-start of a long table -->\n\nWords.',
    ],
    ['numbered things that are meant', '- Level 1\n- Level 2\n- Level 3'],
    ['an emphasised gate', '*GATE: passed before anything is built.*'],
  ])('%s', (_, body) => {
    const plan = aim(body).replace('[x y]', 'it').replace('[how it goes]', 'Along the road.')
    expect(findingsIn(plan, aim(body)).filter(finding => /no-(?:placeholders|template-text)/.test(finding))).toEqual([])
  })
})
