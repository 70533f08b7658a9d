import {definePreset} from '../core/preset.ts'
import {instructions, standInPaths} from './leftovers.ts'
import {optionLabels, planFeatures, planFields, planLiterals, planSections, planTitles} from './spec-kit/plan-half.ts'
import {taskLines, taskLiterals, taskPhases, taskRules, taskSections} from './spec-kit/tasks-half.ts'
import {phaseTitles, vocabulary} from './vocabulary.ts'

const tasks = {tasks: 3}
const {summary, specField, technicalContext, projectStructure} = planFeatures

export default definePreset({
  id: 'spec-kit',
  summary: 'Plan and tasks of a feature in one file, in phases by user story',
  titleForms: planTitles,
  priority: 26,
  fingerprints: [
    {of: [tasks, technicalContext]},
    {of: [tasks, projectStructure]},
    {of: [tasks, summary, specField, {title: planTitles}]},
  ],
  fields: planFields,
  sections: [...planSections, ...taskSections],
  phases: {
    id: 'phases',
    noun: 'phase',
    titles: phaseTitles,
    before: 'dependencies',
    expectation: 'required',
    validation: 'none',
    kinds: taskPhases,
  },
  vocabulary,
  literals: [...new Set([...planLiterals, ...taskLiterals]), ...standInPaths],
  templateText: {
    lines: taskLines,
    labelsIn: optionLabels,
    phrases: instructions,
  },
  rules: taskRules,
})
