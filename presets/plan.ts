import {definePreset} from '../core/preset.ts'
import {instructions, standInPaths} from './leftovers.ts'
import {phaseTitles, vocabulary} from './vocabulary.ts'

export default definePreset({
  id: 'plan',
  summary: 'Any other plan: leftovers, open questions and broken structure only',
  priority: 0,
  fingerprints: [],
  sections: [],
  phases: {id: 'phases', noun: 'phase', titles: phaseTitles, expectation: 'optional', validation: 'none'},
  vocabulary,
  literals: standInPaths,
  templateText: {phrases: instructions},
  rules: {
    'required-sections': 'off',
    'document-title': 'off',
    'phase-validation': 'off',
    'no-function-bodies': 'off',
  },
})
