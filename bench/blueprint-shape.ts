import type {RandomWords} from './random-words.ts'
import type {Shape} from './shapes.ts'

const fence = '```'

function head(words: RandomWords): string {
  return `# ${words.name}

${words.paragraph(3)}

## Step 1: Architectural Analysis & Trade-offs

### Considered Alternatives

1. **${words.name}.** ${words.paragraph(2)}
2. **${words.name}.** ${words.paragraph(2)}

### Selected Approach

${words.paragraph(6)}

## Step 2: The Implementation Blueprint

### Files to Create/Modify

| File | Action | What |
|------|--------|------|
${words.many(3, () => `| \`${words.path('java')}\` | Modify | ${words.clause()} |`).join('\n')}

### Contracts & Interfaces
`
}

function contract(words: RandomWords, number: number): string {
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

function tail(words: RandomWords): string {
  return `
### Step-by-Step Logic

${words.list(5, '1.')}

### Error Handling & Edge Cases

${words.list(5)}

### Architecture Diagrams

${fence}mermaid
sequenceDiagram
    Queue->>Worker: ${words.noun}
    Worker->>Server: ${words.noun}
${fence}

## Step 3: Definition of Done (DoD) & Testing Strategy

### Functional DoD

${words.list(4, '- [ ]')}

### Testing Requirements

${words.list(4, '- [ ]')}
- [ ] Run: \`./gradlew :${words.noun}:test\`
`
}

export const blueprintShape: Shape = {head, unit: contract, tail}
