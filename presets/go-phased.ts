import {definePreset} from '../core/preset.ts'
import {endStateSections, planTitles} from './end-state.ts'
import {endStateSlots, instructions, standInPaths} from './leftovers.ts'
import {automated, changes, manual, phaseStandIns, phaseTitles, validation, vocabulary} from './vocabulary.ts'

export default definePreset({
  id: 'go-phased',
  summary: 'Phased plan for Go that gives signatures, responsibilities and test objectives instead of code',
  titleForms: [...planTitles, 'Phase {name}: {name}'],
  priority: 60,
  fingerprints: [
    {of: [{label: ['Function Responsibilities', 'Function Responsiblities']}]},
    {of: [{label: 'Test Objectives'}, {functionsIn: 'go'}]},
  ],
  sections: endStateSections,
  phases: {
    id: 'phases',
    noun: 'phase',
    titles: phaseTitles,
    standIns: phaseStandIns,
    expectation: 'required',
    min: 2,
    few: 'warning',
    validation: 'command',
    parts: [
      {id: 'overview', title: 'Overview', expectation: 'required', as: ['heading', 'label', 'opening']},
      {
        id: 'changes',
        ...changes,
        block: true,
        expectation: 'required',
        content: [{kind: 'numbered', min: 1}],
        sections: [
          {
            id: 'component',
            title: 'Component',
            numbered: true,
            expectation: 'optional',
            as: ['heading', 'item'],
            repeat: {min: 0},
            fields: [
              {
                label: 'File',
                aliases: [
                  'New File',
                  'Directory',
                  'File to Create',
                  'File to Modify',
                  'File to Delete',
                  'File to Remove',
                ],
                expectation: 'required',
                type: 'path',
              },
              {
                label: 'Changes',
                aliases: ['Action', 'Purpose', 'Description', 'Summary', 'Summary of Changes', 'Modification'],
                expectation: 'required',
              },
            ],
          },
        ],
      },
      {
        id: 'responsibilities',
        title: 'Function Responsibilities',
        aliases: ['Function Responsiblities', 'Responsibilities'],
        expectation: 'required',
        whenFunctionsIn: 'go',
        content: [{kind: 'list', min: 1}],
      },
      {
        id: 'test-requirements',
        title: 'Testing Requirements',
        aliases: ['Test Requirements', 'New Tests', 'Test Signatures', 'Existing Tests…'],
        expectation: 'required',
        whenFunctionsIn: 'go',
        unlessTestsIn: 'go',
        content: [{kind: 'code'}],
      },
      {
        id: 'test-objectives',
        title: 'Test Objectives',
        aliases: ['Testing Objectives', 'Key Scenarios', 'Test Scenarios'],
        expectation: 'required',
        whenFunctionsIn: 'go',
        unlessNothingIn: 'test-requirements',
        content: [{kind: 'list', min: 1}],
      },
      {
        id: 'implementation-context',
        title: 'Context for Implementation',
        aliases: ['Implementation Context', 'Context', 'Implementation Notes', 'Pattern References'],
        expectation: 'expected',
        anywhere: true,
        content: [{kind: 'list', min: 1}],
      },
      {
        id: 'validation',
        title: 'Validation Commands',
        aliases: [validation.title, ...validation.aliases.filter(title => title !== 'Validation Commands')],
        expectation: 'required',
        content: [{kind: 'command'}],
        sections: [
          {id: 'automated', ...automated, expectation: 'optional'},
          {id: 'manual', ...manual, expectation: 'optional'},
        ],
      },
      {id: 'acceptance-criteria', title: 'Acceptance Criteria', expectation: 'optional', anywhere: true},
    ],
  },
  mentions: [
    {
      id: 'tdd',
      topic: 'test-driven development',
      words: ['TDD', 'test-driven', 'test driven', 'test-first', 'test first', 'tests first'],
      expectation: 'expected',
    },
  ],
  vocabulary,
  literals: [
    ...endStateSlots,
    '[language]',
    '[high-level purpose]',
    '[domain concept]',
    '[purpose]',
    '[specific aspect, e.g., "updated mock responses"]',
    '[specific aspect, e.g., "adjusted assertions"]',
    '// Function Signatures of methods or functions to create',
    '// Function siguatures of Tests to update or create',
    '// Function signatures of Tests to update or create',
    ...standInPaths,
  ],
  templateText: {
    phrases: instructions,
    lines: [
      'Bullet point list of what the function must do',
      'Bullet point list of test objectives',
      'Bullet point list of context valid for the implementation of this phase',
    ],
  },
  rules: {
    'no-function-bodies': 'error',
    'test-signatures': 'error',
    'struct-tags': 'warning',
    'no-database-queries': 'warning',
  },
})
