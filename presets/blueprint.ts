import {definePreset, type SectionForm} from '../core/preset.ts'
import {instructions, standInPaths} from './leftovers.ts'
import {vocabulary} from './vocabulary.ts'

const anyForm: readonly SectionForm[] = ['heading', 'label', 'item']

const alternatives = {
  title: 'Considered Alternatives',
  aliases: ['Alternatives Considered', 'Alternatives', 'Options Considered'],
}
const selected = {title: 'Selected Approach', aliases: ['Chosen Approach', 'Selected Solution']}
const steps = {
  title: 'Step-by-Step Logic',
  aliases: ['Step-by-Step Implementation', 'Implementation Steps', 'Implementation Logic'],
}
const dod = {
  title: 'Functional DoD',
  aliases: ['Functional Definition of Done', 'Definition of Done', 'Acceptance Criteria'],
}

export default definePreset({
  id: 'blueprint',
  summary: 'Plan of one task for a junior engineer: alternatives, files, contracts, steps, errors, diagrams, tests',
  priority: 30,
  fingerprints: [
    {
      of: [{label: alternatives.title}, {label: selected.title}, {label: steps.title}, {label: dod.title}],
      atLeast: 2,
    },
  ],
  sections: [
    {
      id: 'alternatives',
      ...alternatives,
      expectation: 'required',
      block: true,
      as: anyForm,
      content: [{kind: 'list', min: 2, max: 3, maxSeverity: 'warning'}],
    },
    {id: 'selected-approach', ...selected, expectation: 'required', as: anyForm, content: [{kind: 'words', min: 12}]},
    {
      id: 'files',
      title: 'Files to Create/Modify',
      aliases: ['File Targets', 'Files to Create', 'Files to Modify', 'Files to Change', 'Files to Create or Modify'],
      expectation: 'required',
      block: true,
      as: anyForm,
      content: [
        {kind: 'list', min: 1},
        {kind: 'file-references', each: true},
      ],
    },
    {
      id: 'contracts',
      title: 'Contracts & Interfaces',
      aliases: ['Contracts and Interfaces', 'Contracts', 'Interfaces'],
      expectation: 'required',
      block: true,
      as: anyForm,
      content: [{kind: 'code-or-none'}],
    },
    {id: 'steps', ...steps, expectation: 'required', block: true, as: anyForm, content: [{kind: 'steps', min: 2}]},
    {
      id: 'errors',
      title: 'Error Handling & Edge Cases',
      aliases: ['Error Handling and Edge Cases', 'Error Handling', 'Edge Cases', 'Edge Cases & Error Handling'],
      expectation: 'required',
      block: true,
      as: anyForm,
      content: [{kind: 'list', min: 1}],
    },
    {
      id: 'diagrams',
      title: 'Architecture Diagrams',
      aliases: ['Diagrams', 'Architecture Diagram', 'Code Architecture'],
      expectation: 'required',
      block: true,
      as: anyForm,
      content: [{kind: 'diagram'}],
    },
    {
      id: 'functional-dod',
      ...dod,
      expectation: 'required',
      block: true,
      as: anyForm,
      content: [{kind: 'checklist', min: 1}],
    },
    {
      id: 'testing',
      title: 'Testing Requirements',
      aliases: ['Test Requirements', 'Tests', 'Testing'],
      expectation: 'required',
      block: true,
      as: anyForm,
      content: [
        {kind: 'list', min: 1},
        {kind: 'command', severity: 'warning'},
      ],
    },
  ],
  vocabulary,
  literals: [
    ...standInPaths,
    '{{stdout}}',
    '(What are the 2-3 ways to solve this?)',
    '(Which one did you choose and exactly _why_ is it the best fit for this specific codebase regarding performance, readability, and scale?)',
    '(List exact file paths)',
    '(Define any new types, schemas, or API signatures)',
    '(Break down the execution into sequential, logical steps or pseudocode)',
    '(Explicitly list what can fail and how the code should handle it)',
    '(Provide diagrams as needed for both overall architecture and code architecture to bring more clarity. An image is worth a thousand words)',
    '(What user-facing or system-facing criteria must be met?)',
    '(List the exact unit, integration, or manual tests they must write, including specific edge cases to cover)',
  ],
  templateText: {phrases: instructions},
  rules: {},
  fileName: 'implementation-plan.md',
})
