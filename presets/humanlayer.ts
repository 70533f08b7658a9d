import {definePreset} from '../core/preset.ts'
import {desiredState, endStateSections, planTitles} from './end-state.ts'
import {endStateSlots, instructions, phasedChoices, phasedLines, phasedSlots, standInPaths} from './leftovers.ts'
import {planFeatures} from './spec-kit/plan-half.ts'
import {taskTitles} from './spec-kit/tasks-half.ts'
import {
  approach,
  automated,
  changes,
  currentState,
  manual,
  outOfScope,
  phaseStandIns,
  phases,
  phaseTitles,
  references,
  validation,
  vocabulary,
} from './vocabulary.ts'

/** Without fields for each component, a file with its code says what changes. */
const looseChanges = [
  ...changes.aliases,
  'Changes Completed',
  'Changes Made',
  'File',
  'Files to Modify',
  'Files to Edit',
  'Files to Create',
  'Files to Create/Modify',
  'Task Checklist',
  'Work Required',
  'Actions',
  'Steps',
  'Implementation',
  'Implementation Details',
  'Modification',
  'Fix',
  'Tests to Add',
]
const phase = {phases: phaseTitles.filter(title => !title.startsWith('Step'))}
const planTitle = {title: [...planTitles, '{name} Plan: {name}', 'Plan {name}']}
/** A phase has its own goal, and so has one plan of several; that says nothing about the whole. */
const opening = {
  label: ['Overview', 'Objective', 'Goal', 'Summary', 'Executive Summary', '개요', '요약', '概述'],
  outside: [...phaseTitles, 'Task {n}', 'Plan {n}'],
}
const criteria = {label: [validation.title, automated.title, 'Verification', '자동 검증', '自动验证']}
/** Words of plans that number tasks or steps where others number phases. */
const work = {section: ['Step {n}', 'Task {n}', 'Steps', 'Implementation Steps', 'Implementation Tasks']}
const current = {section: [currentState.title, 'Current State', '현재 상태 분석', '现状分析', '当前状态分析']}
/** Lists of tasks have phases, too, and so have plans of a feature with its branch, or held against a constitution. */
const unless = [
  {title: taskTitles},
  planFeatures.constitutionCheck,
  {section: 'Constitutional…'},
  planFeatures.technicalContext,
  {section: ['Pre-Implementation Gates', '…Pre-Implementation Gates', 'Requirement Mapping']},
  {label: ['Feature Branch', 'Spec ID', 'Spec Version', 'Feature Spec']},
]
/** What only looks at how things are, or says what is wanted, may tell in phases what could follow. */
const kinds = [
  'Assessment',
  'Audit',
  'Audit Report',
  'Analysis',
  'Review',
  'Research',
  'Report',
  'Specification',
  'Technical Specification',
  'Feature Specification',
  'Spec',
  'Feature Spec',
  'Technical Spec',
  'Tech Spec',
  'Requirements',
  'Requirements Document',
  'PRD',
  'RFC',
]
const forms = ['{kind}', '{name} {kind}', '{name} {kind}: {name}', '{kind}: {name}', '{kind} of {name}']
const noPlan = {title: kinds.flatMap(kind => forms.map(form => form.replace('{kind}', kind)))}
const excluded = {section: [outOfScope.title, 'What We Are NOT Doing', '하지 않을 일', '我们不做什么']}

export default definePreset({
  id: 'humanlayer',
  summary: 'Phased plan with automated and manual success criteria for each phase; code may be given in full',
  priority: 10,
  fingerprints: [
    {of: [current, desiredState, excluded], atLeast: 2},
    {of: [current, phase], unless: [noPlan]},
    {of: [desiredState, phase]},
    {of: [excluded, phase]},
    {of: [criteria, opening, phase], unless: [...unless, noPlan]},
    {of: [{section: phases.title}, phase], unless: [...unless, noPlan]},
    {of: [{section: 'Implementation Plan'}, phase], unless: [...unless, noPlan]},
    {of: [planTitle, opening, phase], unless},
    {of: [planTitle, opening, criteria, work]},
    {of: [planTitle, opening, {label: approach.aliases}, work]},
  ],
  sections: [...endStateSections, {id: 'references', ...references, expectation: 'expected'}],
  phases: {
    id: 'phases',
    noun: 'phase',
    titles: phaseTitles,
    standIns: phaseStandIns,
    expectation: 'required',
    validation: 'command',
    parts: [
      {id: 'overview', title: 'Overview', expectation: 'optional', as: ['heading', 'label', 'opening']},
      {id: 'changes', title: changes.title, aliases: looseChanges, expectation: 'expected'},
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
  literals: [...endStateSlots, ...phasedSlots, ...standInPaths],
  templateText: {lines: phasedLines, choices: phasedChoices, phrases: instructions},
  rules: {},
})
