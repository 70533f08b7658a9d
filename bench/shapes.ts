import {blueprintShape} from './blueprint-shape.ts'
import {phasedShape} from './phased-shape.ts'
import type {RandomWords} from './random-words.ts'
import {specKitShapes} from './spec-kit-shapes.ts'
import {stagedShape} from './staged-shape.ts'

/** How the plans of a preset are made: what opens them, as many units as the size asks for, and what closes them. */
export interface Shape {
  head(words: RandomWords, units: number): string
  /** The unit with the number `number`, from 1. */
  unit(words: RandomWords, number: number): string
  tail(words: RandomWords, units: number): string
}

const fence = '```'

function endState(words: RandomWords, title: string): string {
  return `# ${title}

## Overview

${words.paragraph(5)}

## Current State Analysis

${words.paragraph(4)}

${words.list(4)}

### Key Discoveries:
${words.many(6, () => `- ${words.clause()} (${words.reference})`).join('\n')}

## Desired End State

${words.paragraph(4)}

## What We're NOT Doing

${words.many(5, () => `- No ${words.noun} for the ${words.noun}`).join('\n')}

## Implementation Approach

${words.paragraph(6)} Each test is written before what it tests, as in test-driven development.
`
}

function goBlock(words: RandomWords): string {
  const type = words.type
  const fields = words.many(5, () => {
    const noun = words.noun
    return `\t${words.type} ${words.one(['string', 'int', 'time.Duration', '[]byte'])} \`json:"${noun}"\` // ${words.clause()}`
  })
  const functions = words.many(
    5,
    () =>
      `// ${words.type} says whether ${words.clause()}.\nfunc (x *${type}) ${words.type}(ctx context.Context, ${words.noun} string, n int) (*${words.type}, error)`,
  )
  return `${fence}go\n// ${type}: ${words.clause()}.\ntype ${type} struct {\n${fields.join('\n')}\n}\n\n${functions.join('\n\n')}\n${fence}`
}

function goPhase(words: RandomWords, number: number): string {
  const changes = words.many(
    3,
    index => `#### ${index + 1}. ${words.name}
**File**: \`${words.path('go')}\`
**Changes**: ${words.sentence()}

${goBlock(words)}

**Function Responsibilities:**
${words.list(4)}

**Testing Requirements:**
${fence}go
${words.many(4, () => `func Test${words.type}${words.type}(t *testing.T)`).join('\n')}
${fence}

**Test Objectives:**
${words.list(3)}

**Context for implementation:**
- ${words.reference} for the pattern
`,
  )
  return `
## Phase ${number}: ${words.name}

### Overview

${words.paragraph(3)}

### Changes Required:

${changes.join('\n')}
### Validation Commands

- \`go test ./internal/${words.noun}/...\`
- \`go vet ./...\`
`
}

function proseHeavyPhase(words: RandomWords, number: number): string {
  const changes = words.many(
    2,
    index => `#### ${index + 1}. ${words.name}
**File**: \`${words.path('ts')}\`
**Changes**: ${words.paragraph(3)}

${words.paragraph(6)}

${words.paragraph(5)}
`,
  )
  return `
## Phase ${number}: ${words.name}

### Overview

${words.paragraph(8)}

### Changes Required:

${changes.join('\n')}
### Success Criteria:

#### Automated Verification:
- [ ] Types hold: \`npx tsc --noEmit\`
- [ ] Tests pass: \`npm test -- ${words.noun}\`

#### Manual Verification:
- [ ] ${words.sentence()}

---
`
}

function plainSection(words: RandomWords, number: number): string {
  const rows = words.many(5, () => `| ${words.noun} | ${words.clause()} | ${words.reference} |`)
  return `
### Step ${number}: ${words.name}

${words.paragraph(4)}

${words.list(4)}

| What | How | Where |
|------|-----|-------|
${rows.join('\n')}

${fence}sh
make ${words.noun} && ./${words.noun}.sh --${words.noun} ${words.noun}.db
${fence}
`
}

/** By the id of the preset. */
export const shapes: Readonly<Record<string, Shape>> = {
  'go-phased': {
    head: words => endState(words, `${words.name} Implementation Plan`),
    unit: goPhase,
    tail: () => '',
  },
  humanlayer: {
    head: words => endState(words, `${words.name} Implementation Plan`),
    unit: proseHeavyPhase,
    tail: words => `\n## References\n\n- Similar code: ${words.reference}\n`,
  },
  phased: phasedShape,
  plan: {
    head: words => `# ${words.name}\n\n${words.paragraph(5)}\n\n## Steps\n`,
    unit: plainSection,
    tail: () => '',
  },
  blueprint: blueprintShape,
  ...specKitShapes,
  staged: stagedShape,
}
