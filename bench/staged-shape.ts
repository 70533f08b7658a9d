import type {RandomWords} from './random-words.ts'
import type {Shape} from './shapes.ts'

const idOf = (number: number) => `stage-${number}`
const nameOf = (number: number) => `Stage ${number} of the Parcels`
const branchOf = (number: number) => `feature/2026-03-16-parcels-${idOf(number)}`

function entry(number: number): string {
  return `    {
      "id": "${idOf(number)}",
      "name": "${nameOf(number)}",
      "branch": "${branchOf(number)}",
      "worktree_path": "../worktrees/2026-03-16-parcels/${idOf(number)}",
      "status": "not-started",
      "depends_on": [${number > 1 ? `"${idOf(number - 1)}"` : ''}]
    }`
}

function head(words: RandomWords, units: number): string {
  return `# Implementation Plan: Parcels

\`\`\`json metadata
{
  "plan_id": "2026-03-16-parcels",
  "created": "2026-03-16",
  "author": "Leila Haddad",
  "status": "approved",
  "stages": [
${words.many(units, index => entry(index + 1)).join(',\n')}
  ]
}
\`\`\`

## Overview
${words.paragraph(3)}

## Requirements

### Functional Requirements
${words.list(4, '- [ ]')}

### Non-Functional Requirements
${words.list(2, '- [ ]')}

## Technical Approach

### Architecture
${words.paragraph(3)}

### Technologies
- **Language**: Go
- **Infrastructure**: ${words.clause()}

### Design Patterns
${words.paragraph(2)}

### Existing Code to Follow
${words.paragraph(1)} (${words.reference})

## Implementation Stages
`
}

function stage(words: RandomWords, number: number): string {
  return `
### Stage ${number}: ${nameOf(number)}

**Stage ID**: \`${idOf(number)}\`
**Branch**: \`${branchOf(number)}\`
**Status**: Not Started
**Dependencies**: ${number > 1 ? idOf(number - 1) : 'None'}

#### What
${words.paragraph(3)}

#### Why
${words.paragraph(2)}

#### How

**Architecture**:
${words.paragraph(2)}

**Implementation Details**:
${words.list(4)}

**Files to Change**:
- Create: \`${words.path('go')}\`
- Modify: \`${words.path('go')}\`

**Code Example**:
\`\`\`go
func ${words.noun}(ctx context.Context, c ${words.type}, since time.Time) error {
	events, err := c.Events(ctx, since)
	if err != nil {
		return fmt.Errorf("${words.noun} %s: %w", c.Name(), err)
	}
	return store.Append(ctx, events)
}
\`\`\`

#### Validation
- [ ] Run \`just test-${words.noun}\`
- [ ] Manual test: ${words.clause()}

#### TODO for Stage ${number}
${words.many(3, () => `- [ ] ${words.clause()}`).join('\n')}

---
`
}

function tail(words: RandomWords, units: number): string {
  return `
## Testing Strategy

### Unit Tests
**Coverage Goal**: 80% of \`${words.path('go')}\`
**Key Scenarios**:
${words.list(3)}

### Integration Tests
${words.list(2)}

### Manual Testing
${words.list(2, '- [ ]')}

## Deployment Plan

### Pre-deployment
- [ ] Run \`just ${words.noun}\`

### Staging Deployment
- [ ] Deploy to staging: \`just deploy-staging\`

### Production Deployment
- [ ] Deploy: \`just deploy-production\`

### Rollback Plan
${words.list(2)}

## Risks & Mitigations

| Risk | Likelihood | Impact | Mitigation |
|------|------------|--------|------------|
${words.many(4, () => `| ${words.clause()} | Low | Low | ${words.clause()} |`).join('\n')}

## Dependencies

### Upstream Dependencies
- [ ] ${words.clause()}

### Downstream Impact
- ${words.clause()}

## Open Questions

- [x] Who ${words.verb} the ${words.noun}? **Decision**: ${words.clause()}

## Success Criteria

${words.list(3, '- [ ]')}

## Overall TODO List

### Implementation (per stage)
${words.many(units, index => `- [ ] Stage ${index + 1}: ${nameOf(index + 1)}`).join('\n')}

## References

- Similar implementation: ${words.reference}
`
}

export const stagedShape: Shape = {head, unit: stage, tail}
