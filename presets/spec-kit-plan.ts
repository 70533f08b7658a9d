import {definePreset} from '../core/preset.ts'
import {instructions, standInPaths} from './leftovers.ts'
import {optionLabels, planFeatures, planFields, planLiterals, planSections, planTitles} from './spec-kit/plan-half.ts'
import {phaseTitles, vocabulary} from './vocabulary.ts'

const header = {title: planTitles.filter(form => form.endsWith('{name}'))}
const {summary, specField, technicalContext, projectStructure, constitutionCheck, structureDecision} = planFeatures

export default definePreset({
  id: 'spec-kit-plan',
  summary: 'Technical plan of a feature whose tasks stand in a file of their own',
  titleForms: planTitles,
  priority: 22,
  fingerprints: [
    {of: [technicalContext, projectStructure, constitutionCheck, structureDecision, specField], atLeast: 2},
    {of: [header, specField]},
    {of: [header, constitutionCheck]},
    {of: [header, {label: 'Branch'}, summary]},
    {of: [header, {section: 'Technical Context'}, summary]},
  ],
  fields: planFields,
  sections: planSections,
  phases: {id: 'phases', noun: 'phase', titles: phaseTitles, expectation: 'optional', validation: 'none'},
  vocabulary,
  literals: [...planLiterals, ...standInPaths],
  templateText: {labelsIn: optionLabels, phrases: instructions},
  rules: {},
})
