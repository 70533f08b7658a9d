import {definePreset} from '../core/preset.ts'
import {desiredState} from './end-state.ts'
import {instructions, standInPaths} from './leftovers.ts'
import {taskLines, taskLiterals, taskPhases, taskRules, taskSections, taskTitles} from './spec-kit/tasks-half.ts'
import {phaseTitles, vocabulary} from './vocabulary.ts'

const list = {title: taskTitles}
/** Only by these words, with nothing before or behind them. */
const checkpoint = {label: [...vocabulary.checkpoints.map(title => title.replaceAll('…', '')), 'Phase {n} Checkpoint']}

export default definePreset({
  id: 'spec-kit-tasks',
  summary: 'Tasks of a feature, in phases by user story',
  titleForms: taskTitles,
  priority: 24,
  fingerprints: [
    {of: [{tasks: 3}], unless: [desiredState]},
    {of: [list, {phases: phaseTitles}, checkpoint]},
    {of: [list, {phases: phaseTitles}, {section: 'T0{n}…'}]},
  ],
  sections: taskSections,
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
  literals: [...taskLiterals, '[DATE]', '[###-feature-name]', '[###-feature]', ...standInPaths],
  templateText: {lines: taskLines, phrases: instructions},
  rules: taskRules,
})
