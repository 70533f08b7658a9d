import type {Feature, SectionSpec} from '../core/preset.ts'
import {approach, currentState, desiredEndState, keyDiscoveries, outOfScope, overview, phases} from './vocabulary.ts'

export const planTitles = ['{name} Implementation Plan', '{name} Plan', 'Implementation Plan: {name}', 'Plan: {name}']

/** What leads to a plan tells what it is about, too. */
const contexts = ['Context', 'Background']
/** A problem is told by how things are now. */
const problems = ['Problem Statement', 'The Problem', 'Problem', 'Current State']
/** Facts that were looked up are how things are, in a list of their own or not. */
const facts = ['Key Facts', 'Verified Facts', 'Reference Facts', 'Relevant Facts', 'Facts']
const approaches = ['Implementation Approach', 'Approach']

/** What only a plan describes that leads from one state to another; no list of tasks does. */
export const desiredState: Feature = {
  section: [desiredEndState.title, 'Desired End State…', '원하는 최종 상태', '期望的最终状态'],
}

/** From where to where, and where not: what plans of this family say before their phases. */
export const endStateSections: readonly SectionSpec[] = [
  {id: 'overview', ...overview, standIns: contexts, expectation: 'required'},
  {id: 'current-state', ...currentState, standIns: [...problems, ...facts], expectation: 'required'},
  {id: 'desired-end-state', ...desiredEndState, expectation: 'required'},
  {
    id: 'key-discoveries',
    ...keyDiscoveries,
    expectation: 'expected',
    anywhere: true,
    content: [
      {kind: 'list', min: 1},
      {kind: 'file-references', lines: true},
    ],
  },
  {id: 'out-of-scope', ...outOfScope, expectation: 'required', content: [{kind: 'list', min: 1}]},
  {id: 'approach', ...approach, inPhases: approaches, expectation: 'required', holdsPhases: true},
  {id: 'phases', ...phases, expectation: 'optional'},
]
