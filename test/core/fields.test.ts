import {describe, expect, test} from 'vitest'
import {fieldsOf} from '../../core/fields.ts'
import type {FieldSpec, PhaseSpec, Preset, SectionSpec} from '../../core/preset.ts'
import {planOf} from './toy-plan.ts'

const required = {expectation: 'required'} as const

/** Every field asked for, as `parent/label`, with its value; null where it is missing. */
function fieldsIn(text: string, preset: Partial<Preset>): Record<string, string | null> {
  const fields = [...fieldsOf(planOf(text, preset))]
  return Object.fromEntries(
    fields.map(({spec, parent, value}) => [
      `${parent}/${spec.label}`,
      value && text.slice(value.start, value.end).replace(/\s+/g, ' '),
    ]),
  )
}

const head: FieldSpec[] = [
  {label: 'Date', aliases: ['날짜', '日期'], ...required},
  {label: 'Author', ...required},
  {label: 'Status', ...required},
]

const all = {'/Date': '2026-01-31', '/Author': 'Ann', '/Status': 'Draft'}
const none = {'/Date': null, '/Author': null, '/Status': null}

describe('the fields of a document', () => {
  test.each<[form: string, lines: string, found: Record<string, string | null>]>([
    ['in bold', '**Date**: 2026-01-31\n**Author**: Ann\n**Status**: Draft', all],
    ['in bold, the colon inside', '**Date:** 2026-01-31\n**Author:** Ann\n**Status:** Draft', all],
    ['in bold, with dashes', '**Date** - 2026-01-31\n\n**Author** – Ann\n\n**Status** — Draft', all],
    ['in bold, with nothing between', '**Date** 2026-01-31\n\n**Author** Ann\n\n**Status** Draft', all],
    ['in underlined bold', '__Date__: 2026-01-31\n__Author__: Ann\n__Status__: Draft', all],
    ['in bold italics', '***Date***: 2026-01-31\n\n***Author***: Ann\n\n***Status***: Draft', all],
    ['in italics', '*Date*: 2026-01-31\n*Author*: Ann\n*Status*: Draft', all],
    ['in italics with the value', '*Date: 2026-01-31*\n*Author: Ann*\n_Status: Draft_', all],
    ['plain', 'Date: 2026-01-31\nAuthor: Ann\nStatus: Draft', all],
    ['in capitals', '**DATE**: 2026-01-31\n**AUTHOR**: Ann\n**STATUS**: Draft', all],
    ['as items', '- **Date**: 2026-01-31\n- Author: Ann\n* *Status*: Draft', all],
    ['quoted', '> **Date**: 2026-01-31\n> **Author**: Ann\n> **Status**: Draft', all],
    ['on one line in bold', '**Date**: 2026-01-31 | **Author**: Ann | **Status**: Draft', all],
    ['on one line with dots', '**Date**: 2026-01-31 · **Author**: Ann · **Status**: Draft', all],
    [
      'on one line, plain',
      'Date: 2026-01-31 | Author: Ann | Status: Draft',
      {...all, '/Date': '2026-01-31 | Author: Ann | Status: Draft'},
    ],
    ['in code', '**Date**: `2026-01-31`\n**Author**: **Ann**\n**Status**: `Draft`', all],
    ['in two lines', '**Date**:\n2026-01-31\n**Author**:\nAnn\n**Status**:\nDraft', all],
    ['in paragraphs', '**Date**\n\n2026-01-31\n\n**Author**\n\nAnn\n\n**Status**\n\nDraft', all],
    ['with full-width colons', '**Date**：2026-01-31\n**Author**：Ann\n**Status**：Draft', all],
    ['in a table of rows', '| | |\n| - | - |\n| **Date** | 2026-01-31 |\n| Author | Ann |\n| Status | Draft |', all],
    [
      'in a table, the first as its header',
      '| Date | 2026-01-31 |\n| - | - |\n| Author | Ann |\n| Status | Draft |',
      all,
    ],
    [
      'in a table with a header',
      '| Field | Value |\n| - | - |\n| Date | 2026-01-31 |\n| Author | Ann |\n| Status | Draft |',
      all,
    ],
    [
      'in a table of three columns',
      '| Field | Value | Note |\n| - | - | - |\n| Date | 2026-01-31 | |\n| Author | Ann | |\n| Status | Draft | |',
      all,
    ],
    ['in a table of columns', '| Date | Author | Status |\n| - | - | - |\n| 2026-01-31 | Ann | Draft |', all],
    ['in a table of two columns', '| Date | Author |\n| - | - |\n| 2026-01-31 | Ann |\n\n**Status**: Draft', all],
    ['under a heading for them', '## Metadata\n\n- **Date**: 2026-01-31\n- **Author**: Ann\n- **Status**: Draft', all],
    ['in other languages', '**날짜**: 2026-01-31\n**Author**: Ann\n**Status**: Draft', all],
    ['missing', 'A plan from 2026-01-31 by Ann, a draft.', none],
    ['in a section', '## Overview\n\n**Date**: 2026-01-31\n**Author**: Ann\n**Status**: Draft', none],
    ['in code blocks', '```text\nDate: 2026-01-31\nAuthor: Ann\nStatus: Draft\n```', none],
    ['part of a sentence', 'The **Date** is 2026-01-31, the author: Ann', none],
    ['empty', '**Date**:\n**Author**: \n**Status**:\n\n---', {'/Date': '', '/Author': '', '/Status': ''}],
    [
      'empty in a table',
      '| Date | |\n| - | - |\n| Author | |\n| Status | |',
      {'/Date': '', '/Author': '', '/Status': ''},
    ],
    [
      'empty but for a comment',
      '**Date**: 2026-01-31\n**Author**: Ann\n**Status**:\n\n<!-- Draft? -->',
      {...all, '/Status': ''},
    ],
    ['twice, once empty', '**Status**:\n\n**Date**: 2026-01-31\n**Author**: Ann\n\n**Status**: Draft', all],
  ])('%s', (_, lines, found) => {
    expect(fieldsIn(`# Plan\n\n${lines}\n\n## Next\n\nThat was all.\n`, {fields: head})).toEqual(found)
  })

  test.each<[form: string, matter: string, found: Record<string, string | null>]>([
    ['plain', 'date: 2026-01-31\nauthor: Ann\nstatus: Draft', all],
    ['quoted', 'date: "2026-01-31"\nauthor: \'Ann\'\nstatus: "Draft"', all],
    ['with comments', 'date: 2026-01-31 # of the first version\nauthor: Ann\nstatus: Draft', all],
    ['in lists', 'date: 2026-01-31\nauthors:\n  - Ann\nstatus: Draft', {...all, '/Author': '- Ann'}],
    [
      'in lists without indent',
      'date: 2026-01-31\nauthors:\n- Ann\n- Ben\nstatus: Draft',
      {...all, '/Author': '- Ann - Ben'},
    ],
    ['empty', 'date:\nauthor: ""\nstatus: # later', {'/Date': '', '/Author': '', '/Status': ''}],
    ['missing', 'title: Plan\ntags: [date, author]', none],
  ])('in the front matter, %s', (_, matter, found) => {
    expect(fieldsIn(`---\n${matter}\n---\n\n# Plan\n\nText.\n`, {fields: head})).toEqual(found)
  })

  test('in the text win over the front matter', () => {
    const text = '---\ndate: 2025-01-01\nauthor: Ann\nstatus: Draft\n---\n\n# Plan\n\n**Date**: 2026-01-31\n'
    expect(fieldsIn(text, {fields: head})).toEqual(all)
  })
})

const context: SectionSpec = {
  id: 'context',
  title: 'Technical Context',
  ...required,
  fields: [
    {label: 'Language', ...required},
    {label: 'Storage', ...required},
    {label: 'Constraints', ...required},
  ],
}

describe('the fields of a section', () => {
  test.each<[form: string, lines: string, found: (string | null)[]]>([
    [
      'lists under labels',
      '**Language**:\n- Go\n- SQL\n\n**Storage**:\n\n- None\n**Constraints**: few',
      ['- Go - SQL', '- None', 'few'],
    ],
    [
      'lazy lines after a list',
      '**Language**: Go\n**Storage**:\n- SQLite\n- files\n**Constraints**: few',
      ['Go', '- SQLite - files', 'few'],
    ],
    ['headings', '### Language\n\nGo\n\n### Storage\n\nNone\n\n### Constraints\n\nFew', ['Go', 'None', 'Few']],
    [
      'headings with the value in them',
      '### Language: Go\n\n### Storage - None\n\n### Constraints\n\nFew',
      ['Go', 'None', 'Few'],
    ],
    [
      'values over several lines',
      '**Language**: Go,\nand SQL\n**Storage**: files\n**Constraints**: few',
      ['Go, and SQL', 'files', 'few'],
    ],
    [
      'values with their reason',
      '**Language**: Go\n**Storage**: None - it keeps nothing\n**Constraints**: N/A',
      ['Go', 'None - it keeps nothing', 'N/A'],
    ],
    ['some of them', '**Language**: Go', ['Go', null, null]],
    ['nothing of the kind', 'Go, without storage.', [null, null, null]],
  ])('%s', (_, lines, [language, storage, constraints]) => {
    const text = `# Plan\n\n## Technical Context\n\n${lines}\n\n## Next\n\nThat was all.\n`
    expect(fieldsIn(text, {sections: [context]})).toEqual({
      'context/Language': language,
      'context/Storage': storage,
      'context/Constraints': constraints,
    })
  })

  test('are not asked for where it is missing or empty', () => {
    expect(fieldsIn('# Plan\n\n## Next\n\nText.\n', {sections: [context]})).toEqual({})
    expect(fieldsIn('# Plan\n\n## Technical Context\n\n## Next\n\nText.\n', {sections: [context]})).toEqual({})
  })
})

const finding: SectionSpec = {
  id: 'finding',
  title: 'Finding {n}',
  ...required,
  repeat: {min: 1},
  fields: [{label: 'Location', ...required, type: 'path-line'}],
}
const component: SectionSpec = {
  id: 'component',
  title: 'Component',
  expectation: 'optional',
  numbered: true,
  as: ['heading', 'item'],
  repeat: {min: 0},
  fields: [
    {label: 'File', ...required, type: 'path'},
    {label: 'Changes', ...required},
  ],
}
const phases: PhaseSpec = {
  id: 'phases',
  noun: 'phase',
  titles: ['Phase {n}'],
  ...required,
  validation: 'none',
  fields: [
    {label: 'Goal', ...required},
    {label: 'Gate', ...required, exceptLast: true},
  ],
  parts: [{id: 'changes', title: 'Changes', expectation: 'optional', sections: [component]}],
}

test('a section that stands several times has its fields each time', () => {
  const text = '# Plan\n\n## Finding 1: x\n\n**Location**: a.ts:4\n\n## Finding 2: y\n\nIt is slow.\n'
  const fields = [...fieldsOf(planOf(text, {sections: [finding]}))]
  expect(fields.map(({owner, value}) => [text.slice(owner.start, owner.end), value !== null])).toEqual([
    ['Finding 1: x', true],
    ['Finding 2: y', false],
  ])
})

describe('the fields of phases', () => {
  const phase = (number: number, ...lines: string[]) => `## Phase ${number}: P\n\n${lines.join('\n')}\n\n`
  const fieldsOfPhases = (...parts: string[]) => fieldsIn(`# Plan\n\n${parts.join('')}`, {phases})

  test('are asked for in each, the last one left out where it does without', () => {
    expect(
      fieldsOfPhases(
        phase(1, '**Goal**: x', '**Gate**: y'),
        phase(2, '**Goal**: z'),
        phase(3, 'Text, and:', '', '- z'),
      ),
    ).toEqual({'1/Goal': 'x', '1/Gate': 'y', '2/Goal': 'z', '2/Gate': null, '3/Goal': null})
  })

  test('are not the tasks that come next', () => {
    expect(fieldsOfPhases(phase(1, '**Goal**:', '', '- [ ] T001 Write a.ts'))).toEqual({'1/Goal': ''})
    expect(fieldsOfPhases(phase(1, '**Goal**:', '', '- [x] T001 Write a.ts'))).toEqual({'1/Goal': ''})
    expect(fieldsOfPhases(phase(1, '**Goal**:', '', '- [ ] a user logs in'))).toEqual({
      '1/Goal': '- [ ] a user logs in',
    })
  })

  test.each([
    '## Phase 1: P (skipped)\n\n- [ ] T001 x\n',
    '## Phase 1: P (None Required)\n\n**Note**: all there.\n',
    '## Phase 1: P\n\nNone.\n',
    '## Phase 1: P\n\nNo set-up tasks - the project exists.\n',
    '## Phase 1: P\n\n(none - nothing blocks the stories)\n',
    '## Phase 1: P\n\nN/A\n',
  ])('are not asked for where nothing is to be done: %j', text => {
    expect(fieldsIn(`# Plan\n\n${text}`, {phases})).toEqual({})
  })

  test('are asked for where something is', () => {
    expect(fieldsOfPhases(phase(1, 'No user sees a difference yet.', '', '- [ ] T001 x'))).toEqual({'1/Goal': null})
  })

  const parts = (lines: string) => fieldsOfPhases(phase(1, '**Goal**: x', '', '### Changes', '', lines))

  test.each<[form: string, lines: string, found: Record<string, string | null>]>([
    ['headings', '#### 1. Router\n\n**File**: `a.ts`\n\n**Changes**: one route', {File: 'a.ts', Changes: 'one route'}],
    ['items', '1. **File**: `a.ts`\n   - **Changes**: one route', {File: 'a.ts', Changes: 'one route'}],
    ['the file as the heading', '#### 1. File: a.ts\n\n**Changes**: one route', {File: 'a.ts', Changes: 'one route'}],
    ['without one', '#### 1. Router\n\n**File**: `a.ts`\n\n```ts\nroute()\n```', {File: 'a.ts', Changes: null}],
  ])('hold components as %s', (_, lines, {File, Changes}) => {
    expect(parts(lines)).toEqual({'1/Goal': 'x', 'component/File': File, 'component/Changes': Changes})
  })

  test('do not take steps for components', () => {
    expect(parts('1. Read the file\n2. Write it back')).toEqual({'1/Goal': 'x'})
    expect(parts('#### 1. Preparation\n\nRead the file.')).toEqual({'1/Goal': 'x'})
  })
})
