import {definePreset} from '../core/preset.ts'
import {endStateSections} from './end-state.ts'
import {
  automated,
  changes,
  currentState,
  desiredEndState,
  manual,
  outOfScope,
  phaseTitles,
  references,
  validation,
  vocabulary,
} from './vocabulary.ts'

const anyPhase = {phases: phaseTitles}
const current = {section: [currentState.title, 'Current State']}
const desired = {section: [desiredEndState.title, 'Desired End State After…']}
const excluded = {section: [outOfScope.title, 'What We Are NOT Doing']}

export default definePreset({
  id: 'humanlayer',
  summary: 'Phased plan with automated and manual success criteria for each phase; code may be given in full',
  priority: 40,
  fingerprints: [
    {of: [current, desired, anyPhase]},
    {of: [current, excluded, anyPhase]},
    {of: [desired, excluded, anyPhase]},
  ],
  sections: [...endStateSections, {id: 'references', ...references, expectation: 'expected'}],
  phases: {
    id: 'phases',
    noun: 'phase',
    titles: phaseTitles,
    expectation: 'required',
    validation: 'command',
    parts: [
      {id: 'overview', title: 'Overview', expectation: 'optional', as: ['heading', 'label', 'opening']},
      {id: 'changes', ...changes, expectation: 'expected'},
      {
        id: 'validation',
        ...validation,
        expectation: 'expected',
        sections: [
          {id: 'automated', ...automated, expectation: 'expected', content: [{kind: 'command'}]},
          {id: 'manual', ...manual, expectation: 'expected'},
        ],
      },
    ],
  },
  vocabulary,
  literals: [],
  templateText: {},
  rules: {},
})
