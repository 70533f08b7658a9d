import {definePreset, type SectionSpec} from '../core/preset.ts'
import {instructions, phasedChoices, phasedLines, phasedSlots, standInPaths} from './leftovers.ts'
import {planFeatures} from './spec-kit/plan-half.ts'
import {
  approach,
  automated,
  changes,
  currentState,
  desiredEndState,
  integrationTests,
  keyDiscoveries,
  manual,
  manualTests,
  openQuestions,
  outOfScope,
  overview,
  phaseStandIns,
  phases,
  phaseTitles,
  references,
  rollback,
  testing,
  unitTests,
  validation,
  vocabulary,
  type Words,
} from './vocabulary.ts'

/** Titles that name a part here are not the whole: a plan with the part alone lacks the section around it. */
function whole({title, aliases}: Words, ...parts: Words[]): Words {
  const titles = parts.flatMap(part => [part.title, ...part.aliases])
  return {title, aliases: aliases.filter(alias => !titles.includes(alias))}
}

const whatExists: Words = {title: 'What Exists', aliases: ['What Exists Now', 'What We Have']}
const keyOutcomes: Words = {title: 'Key Outcomes', aliases: ['Outcomes']}
const successDefinition: Words = {title: 'Success Definition', aliases: ['Definition of Success']}
const strategy: Words = {title: 'High-Level Strategy', aliases: ['Strategy', 'Overall Strategy']}
const decisions: Words = {
  title: 'Architecture Decisions',
  aliases: ['Architectural Decisions', 'Design Decisions', 'Key Decisions'],
}

const sections: readonly SectionSpec[] = [
  {id: 'overview', ...overview, expectation: 'required'},
  {
    id: 'current-state',
    ...whole(currentState, whatExists),
    expectation: 'required',
    sections: [
      {
        id: 'what-exists',
        ...whatExists,
        expectation: 'required',
        content: [
          {kind: 'list', min: 1},
          {kind: 'file-references', each: true, lines: true},
        ],
      },
      {
        id: 'whats-missing',
        title: "What's Missing",
        aliases: ['What Is Missing', 'Gaps'],
        expectation: 'required',
        content: [{kind: 'list', min: 1}],
      },
      {
        id: 'constraints',
        title: 'Constraints & Considerations',
        aliases: ['Constraints and Considerations', 'Constraints'],
        expectation: 'expected',
        fields: [
          {label: 'Technical', expectation: 'expected'},
          {label: 'Business', expectation: 'expected'},
          {label: 'Backwards Compatibility', aliases: ['Backward Compatibility'], expectation: 'expected'},
          {label: 'Security/Privacy', aliases: ['Security', 'Privacy'], expectation: 'expected'},
        ],
      },
    ],
  },
  {
    id: 'desired-end-state',
    ...whole(desiredEndState, keyOutcomes, successDefinition),
    expectation: 'required',
    sections: [
      {
        id: 'success-definition',
        ...successDefinition,
        expectation: 'required',
      },
      {
        id: 'key-outcomes',
        ...keyOutcomes,
        expectation: 'required',
        content: [{kind: 'numbered', min: 1}],
      },
    ],
  },
  {
    id: 'key-discoveries',
    ...keyDiscoveries,
    expectation: 'required',
    anywhere: true,
    sections: [
      {
        id: 'finding',
        title: 'Finding {n}',
        aliases: ['Discovery {n}'],
        expectation: 'required',
        repeat: {min: 1},
        fields: [
          {label: 'Location', expectation: 'required', type: 'path-line'},
          {label: 'Insight', expectation: 'required'},
          {label: 'Implication', expectation: 'required'},
        ],
      },
    ],
  },
  {
    id: 'out-of-scope',
    ...outOfScope,
    expectation: 'required',
    content: [
      {kind: 'list', min: 1},
      {kind: 'reasons', labels: ['Not in Scope', 'Deferred']},
    ],
  },
  {
    id: 'approach',
    ...whole(approach, strategy, decisions),
    expectation: 'required',
    holdsPhases: true,
    sections: [
      {id: 'strategy', ...strategy, expectation: 'required'},
      {
        id: 'decisions',
        ...decisions,
        expectation: 'required',
        content: [
          {kind: 'list', min: 1},
          {kind: 'reasons', labels: ['Decision {n}']},
        ],
      },
      {
        id: 'risk-mitigation',
        title: 'Risk Mitigation',
        aliases: ['Risks', 'Risks & Mitigations', 'Risks and Mitigations'],
        block: true,
        expectation: 'required',
        content: [{kind: 'pairs', first: 'Risk', second: 'Mitigation'}],
      },
    ],
  },
  {id: 'phases', ...phases, expectation: 'optional'},
  {
    id: 'testing',
    ...testing,
    expectation: 'required',
    sections: [
      {
        id: 'unit-tests',
        ...unitTests,
        expectation: 'required',
        content: [{kind: 'checklist', min: 1}],
        fields: [
          {label: 'Location', expectation: 'required', type: 'path'},
          {label: 'Coverage', expectation: 'required'},
        ],
      },
      {
        id: 'integration-tests',
        ...integrationTests,
        expectation: 'required',
        content: [{kind: 'checklist', min: 1}],
        fields: [
          {label: 'Location', expectation: 'required', type: 'path'},
          {label: 'Coverage', expectation: 'required'},
        ],
      },
      {id: 'manual-tests', ...manualTests, expectation: 'required', content: [{kind: 'checklist', min: 1}]},
    ],
  },
  {
    id: 'rollout',
    title: 'Rollout & Deployment',
    aliases: ['Rollout and Deployment', 'Rollout', 'Deployment', 'Deployment Plan', 'Rollout Plan'],
    expectation: 'required',
    sections: [
      {
        id: 'deployment-strategy',
        title: 'Deployment Strategy',
        aliases: ['Rollout Strategy'],
        expectation: 'required',
      },
      {
        id: 'rollback-plan',
        ...rollback,
        expectation: 'required',
        fields: [
          {label: 'Trigger', expectation: 'required'},
          {label: 'Steps', expectation: 'required'},
        ],
      },
      {
        id: 'monitoring',
        title: 'Monitoring',
        aliases: ['Observability', 'Monitoring & Alerts', 'Monitoring and Alerts'],
        expectation: 'required',
        fields: [
          {label: 'Metrics to Watch', aliases: ['Metrics'], expectation: 'required'},
          {label: 'Alerts', expectation: 'required'},
        ],
      },
    ],
  },
  {
    id: 'references',
    ...references,
    expectation: 'expected',
    sections: [
      {id: 'tickets', title: 'Related Tickets', aliases: ['Tickets', 'Related Issues'], expectation: 'expected'},
      {
        id: 'research',
        title: 'Research & Documentation',
        aliases: ['Research and Documentation', 'Research', 'Documentation'],
        expectation: 'expected',
      },
      {
        id: 'code-references',
        title: 'Code References',
        expectation: 'expected',
        content: [
          {kind: 'list', min: 1},
          {kind: 'file-references', each: true, lines: true},
        ],
      },
    ],
  },
  {id: 'open-questions', ...openQuestions, expectation: 'required'},
  {
    id: 'change-log',
    title: 'Change Log',
    aliases: ['Changelog', 'Change History', 'Revision History'],
    expectation: 'expected',
    content: [{kind: 'table', columns: ['Date', 'Author', 'Change'], dates: 'Date'}],
  },
]

export default definePreset({
  id: 'phased',
  summary: 'Phased plan with findings, confirmation gates, rollout and change log',
  titleForms: ['Implementation Plan: {name}'],
  priority: 50,
  fingerprints: [
    {of: [{label: 'Confirmation Gate'}]},
    {
      of: [{label: 'Date'}, {label: 'Author'}, {label: 'Status'}, {section: phases.title}],
      unless: [planFeatures.technicalContext, planFeatures.constitutionCheck],
    },
    {of: [{section: keyDiscoveries.title}, {section: 'Finding {n}'}]},
    {of: [{section: 'Finding {n}'}, {label: 'Implication'}]},
  ],
  fields: [
    {label: 'Date', expectation: 'required', type: 'date'},
    {label: 'Author', expectation: 'required'},
    {
      label: 'Status',
      expectation: 'required',
      type: 'enum',
      values: ['Draft', 'In Review', 'Approved', 'In Progress', 'Completed'],
    },
  ],
  sections,
  phases: {
    id: 'phases',
    noun: 'phase',
    titles: phaseTitles,
    standIns: phaseStandIns,
    expectation: 'required',
    validation: 'command',
    fields: [{label: 'Confirmation Gate', expectation: 'required', exceptLast: true}],
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
                aliases: ['New File', 'Directory', 'File to Create', 'File to Modify', 'File to Delete'],
                expectation: 'required',
                type: 'path',
              },
              {label: 'Change', aliases: ['Action', 'Modification'], expectation: 'required'},
              {label: 'Why', aliases: ['Reason', 'Rationale'], expectation: 'required'},
            ],
          },
        ],
      },
      {
        id: 'validation',
        ...validation,
        expectation: 'required',
        sections: [
          {
            id: 'automated',
            ...automated,
            expectation: 'required',
            content: [{kind: 'checklist', min: 1}, {kind: 'command'}],
          },
          {id: 'manual', ...manual, expectation: 'required', content: [{kind: 'checklist', min: 1}]},
        ],
      },
    ],
  },
  vocabulary,
  literals: [...phasedSlots, ...standInPaths],
  templateText: {lines: phasedLines, choices: phasedChoices, phrases: instructions},
  rules: {},
})
