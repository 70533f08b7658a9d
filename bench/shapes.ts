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

${words.paragraph(6)}
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

function phasedPhase(words: RandomWords, number: number): string {
  const changes = words.many(
    6,
    index => `${index + 1}. **File**: \`${words.path('ts')}\`
   - **Change**: ${words.sentence()}
   - **Why**: ${words.sentence()}
`,
  )
  return `
### Phase ${number}: ${words.name}

**Overview**: ${words.paragraph(3)}

**Changes Required**:
${changes.join('\n')}
**Success Criteria**:
- **Automated**:
  - [ ] Tests pass (\`npm test -- ${words.noun}\`)
  - [ ] ${words.clause()} (\`npm run ${words.noun}\`)

- **Manual**:
  - [ ] ${words.clause()}
  - [ ] ${words.clause()}

**Confirmation Gate**: ${words.sentence()}

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

function blueprintFile(words: RandomWords, number: number): string {
  return `
#### ${words.name} (${number})

${words.paragraph(4)}

${fence}java
/** ${words.sentence()} */
public record ${words.type}(Duration ${words.noun}, double ${words.noun}Rate, int ${words.noun}Count) {
    public Optional<Duration> ${words.noun}(int attempt) {
        if (attempt >= ${words.noun}Count) {
            return Optional.empty();
        }
        return Optional.of(first.multipliedBy(attempt));
    }
}
${fence}

1. ${words.sentence()}
2. ${words.sentence()}
   - ${words.clause()};
   - ${words.clause()}.
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
  phased: {
    head: words => `# Implementation Plan: ${words.name}

**Date:** 2026-01-19
**Author:** Ines Okafor
**Status:** Approved

${endState(words, 'x').slice(4)}
## Implementation Phases
`,
    unit: phasedPhase,
    tail: words => `
## Testing Strategy

### Unit Tests
- **Location**: \`src/${words.noun}/\`
- **Coverage**: ${words.clause()}
  - [ ] ${words.clause()}

## Rollout & Deployment

### Rollback Plan
- **Trigger**: ${words.sentence()}
- **Steps**: ${words.sentence()}

## References

- [${words.name}](../${words.noun}.md)
`,
  },
  plan: {
    head: words => `# ${words.name}\n\n${words.paragraph(5)}\n\n## Steps\n`,
    unit: plainSection,
    tail: () => '',
  },
  blueprint: {
    head: words => `# ${words.name}

${words.paragraph(3)}

## Step 1: Architectural Analysis & Trade-offs

### Considered Alternatives

1. **${words.name}.** ${words.paragraph(2)}
2. **${words.name}.** ${words.paragraph(2)}

### Selected Approach

${words.paragraph(6)}

## Step 2: The Implementation Blueprint

### Contracts & Interfaces
`,
    unit: blueprintFile,
    tail: words => `
### Error Handling & Edge Cases

${words.list(5)}

## Step 3: Definition of Done (DoD) & Testing Strategy

### Functional DoD

${words.list(4, '- [ ]')}

### Testing Requirements

${words.list(4, '- [ ]')}
`,
  },
  ...specKitShapes,
  staged: stagedShape,
}
