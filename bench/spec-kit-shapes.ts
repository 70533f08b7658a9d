import type {RandomWords} from './random-words.ts'
import type {Shape} from './shapes.ts'

const tasksInStory = 12
const setupTasks = 3
const foundationTasks = 4
const firstStoryTask = setupTasks + foundationTasks + 1

const idOf = (number: number) => `T${String(number).padStart(3, '0')}`

/** Tasks with the numbers from `first` on; each writes a file of its own. */
function tasks(words: RandomWords, first: number, count: number, tags: string): string {
  return words
    .many(count, index => {
      const number = first + index
      const after = index > 0 && words.below(1) < 0.3 ? ` (depends on ${idOf(number - 1)})` : ''
      const parallel = after === '' && words.below(1) < 0.4 ? '[P] ' : ''
      const words3 = `${words.noun} ${words.noun} that ${words.verb} the ${words.noun}`
      return `- [ ] ${idOf(number)} ${parallel}${tags}Write the ${words3} in src/${words.noun}/${words.noun}_${number}.ts${after}`
    })
    .join('\n')
}

function openingPhases(words: RandomWords): string {
  return `
## Phase 1: Setup (Shared Infrastructure)

**Purpose**: ${words.sentence()}

${tasks(words, 1, setupTasks, '')}

---

## Phase 2: Foundational (Blocking Prerequisites)

**Purpose**: ${words.sentence()}

${tasks(words, setupTasks + 1, foundationTasks, '')}

**Checkpoint**: ${words.sentence()}

---
`
}

function story(words: RandomWords, number: number): string {
  const first = firstStoryTask + (number - 1) * tasksInStory
  const tests = 4
  const tag = `[US${number}] `
  return `
## Phase ${number + 2}: User Story ${number} - ${words.name} (Priority: P${Math.min(number, 3)})

**Goal**: ${words.sentence()}

**Independent Test**: ${words.sentence()}

### Tests for User Story ${number}

${tasks(words, first, tests, tag)}

### Implementation for User Story ${number}

${tasks(words, first + tests, tasksInStory - tests, tag)}

**Checkpoint**: User Story ${number} works by itself

---
`
}

function closingPhases(words: RandomWords, stories: number): string {
  return `
## Phase ${stories + 3}: Polish & Cross-Cutting Concerns

**Purpose**: ${words.sentence()}

${tasks(words, firstStoryTask + stories * tasksInStory, 3, '')}

---

## Dependencies & Execution Order

### Phase Dependencies

- **Setup (Phase 1)**: No dependencies
- **Foundational (Phase 2)**: Depends on Setup, blocks all stories

### User Story Dependencies

${words.many(stories, index => `- **User Story ${index + 1}**: None; ${words.clause()}`).join('\n')}

### Within Each User Story

${words.list(3)}

## Notes

- [P] tasks touch different files
`
}

function planHead(words: RandomWords): string {
  return `# Implementation Plan: ${words.name}

**Branch**: \`003-${words.noun}\` | **Date**: 2026-02-24 | **Spec**: [spec.md](spec.md)
**Input**: Feature specification from \`/specs/003-${words.noun}/spec.md\`

## Summary

${words.paragraph(6)}

## Technical Context

**Language/Version**: PHP 8.3
**Primary Dependencies**: Symfony 7, Doctrine ORM
**Storage**: MariaDB 10.11
**Testing**: PHPUnit
**Target Platform**: Linux server
**Project Type**: web
**Performance Goals**: pages under 500 ms
**Constraints**: no background worker
**Scale/Scope**: 600 applicants
`
}

const layout = `
## Project Structure

### Documentation (this feature)

\`\`\`text
specs/003-feature/
├── plan.md
└── research.md
\`\`\`

### Source Code (repository root)

\`\`\`text
src/
├── Controller/
└── Service/
\`\`\`

**Structure Decision**: One project, as it is.
`

export const specKitShapes: Readonly<Record<string, Shape>> = {
  'spec-kit-tasks': {
    head: words =>
      `# Tasks: ${words.name}\n\n**Input**: Design documents from \`/specs/021-${words.noun}/\`\n**Prerequisites**: plan.md, spec.md\n${openingPhases(words)}`,
    unit: story,
    tail: closingPhases,
  },
  'spec-kit': {
    head: words => planHead(words) + layout + openingPhases(words),
    unit: story,
    tail: closingPhases,
  },
  'spec-kit-plan': {
    head: words => `${planHead(words)}
## Constitution Check

- [x] No new service to operate
${layout}
## Complexity Tracking

| Violation | Why Needed | Simpler Alternative Rejected Because |
|-----------|------------|--------------------------------------|
`,
    unit: words => `| ${words.name} | ${words.sentence()} | ${words.sentence()} |\n`,
    tail: () => '',
  },
}
