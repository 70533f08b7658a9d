import {describe, expect, test} from 'vitest'
import {detectPreset} from '../../core/detect.ts'
import {parseDocument} from '../../core/document.ts'
import {definePreset, type Feature, type Fingerprint} from '../../core/preset.ts'
import {presets} from '../../presets/index.ts'
import {vocabulary} from '../../presets/vocabulary.ts'

function preset(id: string, priority: number, fingerprints: readonly Fingerprint[]) {
  const templateText = {}
  return definePreset({
    ...{id, priority, fingerprints, vocabulary, templateText},
    ...{summary: id, sections: [], literals: [], rules: {}},
  })
}

/** The evidence for a preset that has nothing but these features. */
function evidence(text: string, of: readonly Feature[], atLeast?: number): string[] | undefined {
  const fingerprint = atLeast === undefined ? {of} : {of, atLeast}
  return detectPreset(parseDocument(text), [preset('own', 1, [fingerprint])])?.evidence
}

describe('a feature is found', () => {
  const tasks = '- [ ] T001 Store\n- [x] T002 [P] Cache\n- [ ] **T003** Log\n'

  test.each<[string, string, Feature, string]>([
    ['a section', '# Plan\n\n### 2. Risks:\n', {section: 'Risks'}, '2. Risks (line 3)'],
    ['one of several sections', '## Dangers\n', {section: ['Risks', 'Dangers']}, 'Dangers (line 1)'],
    ['a label', 'text\n\n**Gate**: none\n', {label: 'Gate'}, 'Gate (line 3)'],
    [
      'a label outside the phases',
      '# Plan\n\n## Phase 1: A\n\n**Gate**: one\n\n## Rest\n\n**Gate**: all\n',
      {label: 'Gate', outside: ['Phase {n}']},
      'Gate (line 9)',
    ],
    ['a label that is a section', '## Gate\n', {label: 'Gate'}, 'Gate (line 1)'],
    [
      'a title',
      '\n# Implementation Plan: Store\n',
      {title: ['Implementation Plan: {name}']},
      'Implementation Plan: Store (line 2)',
    ],
    ['phases', '# Plan\n\n## Stage 1: Store\n', {phases: ['Phase {n}', 'Stage {n}']}, 'Stage 1: Store (line 3)'],
    ['tasks', `# Plan\n\n${tasks}`, {tasks: 3}, '3 tasks such as T001 (line 3)'],
    [
      'a fence',
      '```json metadata\n{"stages": []}\n```\n',
      {fence: 'json metadata', contains: '"stages"'},
      '```json metadata (line 1)',
    ],
    ['functions', 'text\n\n```go\nfunc Get()\n```\n', {functionsIn: 'go'}, '```go (line 3)'],
  ])('%s', (_, text, feature, words) => {
    expect(evidence(text, [feature])).toEqual([words])
  })
})

describe('a feature is not found', () => {
  test.each<[string, string, Feature]>([
    ['a section in code', '```md\n## Risks\n```\n', {section: 'Risks'}],
    ['a section that is a label', '**Risks**: none\n', {section: 'Risks'}],
    ['a section of a longer title', '## Risks we take\n', {section: 'Risks'}],
    [
      'a label inside a phase only',
      '# Plan\n\n## Phase 1: A\n\n**Gate**: one\n',
      {label: 'Gate', outside: ['Phase {n}']},
    ],
    ['a label in a sentence', 'The **Gate**: none\n', {label: 'Gate'}],
    ['a title below the first', '# Store\n\n# Implementation Plan: Store\n', {title: ['Implementation Plan: {name}']}],
    ['phases of another name', '## Stage 1: Store\n', {phases: ['Phase {n}']}],
    ['tasks, too few', '- [ ] T001 Store\n- [ ] T002 Cache\n', {tasks: 3}],
    ['tasks without boxes', '- T001 Store\n- T002 Cache\n- T003 Log\n', {tasks: 3}],
    ['tasks inside lines', '- [ ] see T001\n- [ ] see T002\n- [ ] see T003\n', {tasks: 3}],
    ['a fence without the words', '```json metadata\n{}\n```\n', {fence: 'json metadata', contains: '"stages"'}],
    ['functions of another language', '```ts\nfunction get() {}\n```\n', {functionsIn: 'go'}],
    ['a block without functions', '```go\ntype Store struct{}\n```\n', {functionsIn: 'go'}],
  ])('%s', (_, text, feature) => {
    expect(evidence(text, [feature])).toBeUndefined()
  })
})

describe('a fingerprint', () => {
  const text = '## One\n\n## Three\n'
  const of: Feature[] = [{section: 'One'}, {section: 'Two'}, {section: 'Three'}]

  test('asks for all its features, or for as many as it says', () => {
    expect(evidence(text, of)).toBeUndefined()
    expect(evidence(text, of, 2)).toEqual(['One (line 1)', 'Three (line 3)'])
    expect(evidence(text, of, 1)).toEqual(['One (line 1)'])
  })

  test('is one of several, and the preset of the highest priority wins', () => {
    const low = preset('low', 1, [{of: [{section: 'One'}]}])
    const high = preset('high', 2, [{of: [{section: 'Two'}]}, {of: [{section: 'Three'}]}])
    expect(detectPreset(parseDocument(text), [low, high])).toEqual({preset: high, evidence: ['Three (line 3)']})
    expect(detectPreset(parseDocument('## One\n'), [low, high])?.preset).toBe(low)
    expect(detectPreset(parseDocument('## Four\n'), [low, high])).toBeNull()
  })
})

describe('our presets', () => {
  const tasks = '- [ ] T001 Store\n- [ ] T002 [P] Cache\n- [ ] T003 Log\n'

  test.each([
    ['go-phased', '# A Plan\n\n## Phase 1: Store\n\n**Function Responsibilities:**\n\n- Get reads\n'],
    ['go-phased', '# A Plan\n\n**Test Objectives**:\n\n```go\nfunc TestGet(t *testing.T)\n```\n'],
    ['humanlayer', "# A Plan\n\n## Current State Analysis\n\na\n\n## What We're NOT Doing\n\nb\n\n## Phase 1: Store\n"],
    ['phased', '# Implementation Plan: A\n\n## Phase 1: Store\n\n**Confirmation Gate**: ask\n'],
    ['phased', '# A\n\n**Date**: x\n**Author**: y\n**Status**: Draft\n\n## Implementation Phases\n'],
    ['phased', '# A\n\n## Key Discoveries\n\n### Finding 1: slow\n'],
    ['spec-kit-plan', '# Implementation Plan: A\n\n## Technical Context\n\na\n\n## Project Structure\n'],
    ['spec-kit-plan', '# A\n\n**Spec**: [spec](spec.md)\n\n## Constitution Check\n'],
    ['spec-kit-tasks', `# Tasks: A\n\n## Phase 1: Setup\n\n${tasks}`],
    ['spec-kit', `# Implementation Plan: A\n\n## Technical Context\n\na\n\n## Tasks\n\n${tasks}`],
    ['blueprint', '# A\n\n## Considered Alternatives\n\na\n\n**Selected Approach**: b\n'],
    ['blueprint', '# A\n\n## Step 3: Step-by-Step Logic\n\n## Functional DoD\n'],
    ['staged', '# Implementation Plan: A\n\n```json metadata\n{"stages": []}\n```\n'],
    ['staged', '# A\n\n## Implementation Stages\n\n### Stage 1: Store\n\n**Stage ID**: store\n'],
  ])('%s knows %j', (id, text) => {
    expect(detectPreset(parseDocument(text), presets)?.preset.id).toBe(id)
  })

  test.each([
    '',
    'text\n',
    '# Store\n\nHow to install it.\n\n## Usage\n\n```go\nfunc Get()\n```\n\n## License\n\nMIT\n',
    '# Changes\n\n## 1.2.0\n\n- Cache\n\n## 1.1.0\n\n- Store\n',
    '# Guide\n\n## Step 1: Install\n\n## Step 2: Run\n\n- [ ] done\n',
    '# Design\n\n## Overview\n\na\n\n## Alternatives\n\nb\n\n## Open Questions\n\nNone.\n',
  ])('none knows %j', text => {
    expect(detectPreset(parseDocument(text), presets)).toBeNull()
  })
})
