import type {RandomWords} from './random-words.ts'
import type {Shape} from './shapes.ts'

function finding(words: RandomWords, number: number): string {
  return `### Finding ${number}: ${words.name}
**Location**: ${words.reference}
**Insight**: ${words.sentence()}
**Implication**: ${words.sentence()}
`
}

function head(words: RandomWords): string {
  return `# Implementation Plan: ${words.name}

**Date:** 2026-01-19
**Author:** Ines Okafor
**Status:** Approved

---

## Overview

${words.paragraph(4)}

---

## Current State Analysis

### What Exists
${words.many(2, () => `- **${words.name}**: ${words.clause()} (${words.reference})`).join('\n')}

### What's Missing
${words.list(2)}

### Constraints & Considerations
- **Technical**: ${words.clause()}
- **Business**: ${words.clause()}
- **Backwards Compatibility**: ${words.clause()}
- **Security/Privacy**: ${words.clause()}

---

## Desired End State

### Success Definition
${words.paragraph(2)}

### Key Outcomes
${words.list(3, '1.')}

---

## Key Discoveries

${[1, 2].map(number => finding(words, number)).join('\n')}
---

## What We're NOT Doing

${words.many(3, () => `- **Not in scope**: ${words.name} - ${words.clause()}`).join('\n')}

---

## Implementation Approach

### High-Level Strategy
${words.paragraph(3)}

### Architecture Decisions
- **Decision 1**: ${words.name} - ${words.clause()}

### Risk Mitigation
- **Risk**: ${words.clause()} → **Mitigation**: ${words.clause()}

---

## Implementation Phases
`
}

function phase(words: RandomWords, number: number): string {
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

function tail(words: RandomWords): string {
  return `
## Testing Strategy

### Unit Tests
- **Location**: \`src/${words.noun}/\`
- **Coverage**: ${words.clause()}
  - [ ] ${words.clause()}

### Integration Tests
- **Location**: \`e2e/${words.noun}/\`
- **Coverage**: ${words.clause()}
  - [ ] ${words.clause()}

### Manual Testing
- [ ] **Happy path**: ${words.clause()}
- [ ] **Error handling**: ${words.clause()}

---

## Rollout & Deployment

### Deployment Strategy
- ${words.sentence()}

### Rollback Plan
- **Trigger**: ${words.sentence()}
- **Steps**: ${words.sentence()}

### Monitoring
- **Metrics to watch**: ${words.clause()}
- **Alerts**: ${words.clause()}

---

## References

### Related Tickets
- [${words.noun}-310](https://tickets.example.org/310): ${words.clause()}

### Research & Documentation
- [${words.name}](../research/${words.noun}.md)

### Code References
- **Similar implementation**: ${words.reference}

---

## Open Questions (should be empty before starting implementation)

- [ ] ~~Who ${words.verb} the ${words.noun}?~~ - **Resolved**: ${words.clause()}

---

## Change Log

| Date | Author | Change |
|------|--------|--------|
| 2026-01-19 | Ines Okafor | Initial draft |
`
}

export const phasedShape: Shape = {head, unit: phase, tail}
