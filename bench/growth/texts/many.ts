import {type GrowingText, unitsUpTo} from '../text.ts'

const fence = '```'

/** One of many parts, by its number. */
const parts: Readonly<Record<string, (number: number) => string>> = {
  headings: number => `## Part ${number}\n\n`,
  'headings with words': number => `## Part ${number}\n\nWords.\n\n`,
  'equal headings': () => '## Part\n\nWords.\n\n',
  'headings of all levels': number => `${'#'.repeat(1 + (number % 6))} Part ${number}\n\nWords.\n\n`,
  'underlined headings': number => `Part ${number}\n---\n\n`,
  'overview headings': () => '## Overview\n\nWords.\n\n',
  titles: number => `# Plan ${number}\n\n`,
  phases: number => `## Phase ${number}: Build\n\n- [ ] \`make test\`\n\n`,
  'phases without words': number => `## Phase ${number}\n`,
  'phases with gaps': number => `## Phase ${2 * number}: Build\n\nWords.\n\n`,
  'phases in parts': number => `## Phase ${number}.A: Build\n\nWords.\n\n`,
  'phases with labels': number =>
    `## Phase ${number}: Build\n\n**File**: \`a.go\`\n\n${fence}go\nfunc A${number}() error\n${fence}\n\n**Function Responsibilities:**\n\n- x\n\n`,
  'equal phases': () => '## Phase 1: Build\n\n- [ ] `make test`\n\n',
  'phases skipped': number =>
    `${number === 1 ? '**Status**: Done\n\n' : ''}## Phase ${number}: Build (skipped)\n\n- [ ] \`make test\`\n\n`,
  'phases, steps and stages': number => `## Phase ${number}: x\n\n### Step ${number}: y\n\n## Stage ${number}: z\n\n`,
  'phases and changes': number =>
    `## Phase ${number}: x\n\n### Changes Required:\n\n#### 1. A\n\n**File**: \`a.ts\`\n\n### Success Criteria:\n\n#### Automated Verification:\n\n- [ ] \`make\`\n\n`,
  stories: number =>
    `## Phase ${number}: User Story ${number} - Build (Priority: P1)\n\n**Goal**: x\n\n- [ ] T${number} [P] [US${number}] Write src/a${number}.ts\n\n`,
  'phase with many changes': number =>
    `${number === 1 ? '## Phase 1: x\n\n### Changes Required:\n\n' : ''}#### ${number}. A\n\n**File**: \`a.go\`\n\n**Function Responsibilities:**\n- x\n\n`,
  'section with many phases named': number =>
    `${number === 1 ? '## Testing\n\n' : ''}Phase ${number} comes after Phase ${number - 1}, see [Phase ${number}](#phase-${number}).\n\n`,
  paragraphs: number => `Paragraph ${number} says something.\n\n`,
  'list items': number => `- Item ${number}\n`,
  boxes: number => `- [${number % 2 ? 'x' : ' '}] Item ${number}\n`,
  'boxes far apart': number => `- [ ] Item ${number}\n\nWords.\n\n`,
  'numbered items': number => `${number}. Item\n`,
  'rows of a table': number => `${number === 1 ? '| Name | Use |\n|---|---|\n' : ''}| Name ${number} | for it |\n`,
  tables: number => `| Name | Use |\n|---|---|\n| Name ${number} | for it |\n\n`,
  'slots in a table': number => `${number === 1 ? '| Name | Use |\n|---|---|\n' : ''}| [NAME OF IT] | for it |\n`,
  labels: number => `**Label ${number}**: value\n\n`,
  'equal labels': () => '**File**: `a.ts`\n\n',
  'labels in one paragraph': number => `**Label ${number}**: value\n`,
  'labels alone': number => `**Label ${number}**\n\n`,
  'status lines': () => '**Status**: Done\n\n',
  slots: () => 'The [NAME OF IT] and [TODO].\n\n',
  'slots in one paragraph': () => 'The [NAME OF IT] and [TODO]\n',
  'template lines': () => '[Describe what is done here]\n\n',
  'slots in comments': () => '<!-- TODO: write it -->\n\n',
  'comments in prose': () => 'a <!-- b --> c\n',
  'open comments': () => 'a <!-- b\n\n',
  markers: () => 'It is fast [NEEDS CLARIFICATION: how fast?]\n\n',
  'markers in one paragraph': () => 'It is fast NEEDS CLARIFICATION: how fast?\n',
  questions: number => `${number === 1 ? '## Open Questions\n\n' : ''}${number}. What is it?\n`,
  'questions with answers': number =>
    `${number === 1 ? '## Open Questions\n\n' : ''}${number}. What is it?\n   - **Answer**: that\n`,
  'question sections': number => `## Open Questions\n\n${number}. What is it?\n\n`,
  directives: () => '<!-- plan-lint-disable-next-line no-placeholders -- so -->\nThe [NAME].\n\n',
  'directives that open': () => '<!-- plan-lint-disable no-placeholders -- so -->\n\nThe [NAME].\n\n',
  'directives that open and close': () =>
    '<!-- plan-lint-disable -- so -->\n\nThe [NAME].\n\n<!-- plan-lint-enable -->\n\n',
  'unknown directives': number => `<!-- plan-lint-disable rule-${number} -- so -->\n\n`,
  definitions: number => `[name ${number}]: https://example.org/${number}\n`,
  'links to definitions': number => `[name ${number}]: https://example.org/${number}\n\nSee [name ${number}].\n\n`,
  'rules across': () => '---\n\n',
  commands: number => `Run \`npm test -- part-${number}\`.\n\n`,
  paths: number => `See \`src/part-${number}/file.ts:${number}\`.\n`,
  fences: number => `${fence}go\nfunc A${number}() error\n${fence}\n\n`,
  'open fences': () => `${fence}markdown\n${fence}go\nx\n${fence}\n`,
  'fences closed with words': () => `${fence}\na\n${fence}go\n`,
  'fences that show documents': () => `${fence}markdown\n# A\n\n${fence}\n\n## B\n\n${fence}\n\nx\n\n`,
  'fences in lists': number => `- Item ${number}:\n  ${fence}ts\n  const a = 1\n  ${fence}\n`,
  'bare fences': () => `${fence}\nwords\n${fence}\n\n`,
  'fences never closed': number => `${fence}${'`'.repeat(number % 50)}\nwords\n\n`,
  'bodies in fences': number =>
    `${fence}go\nfunc A${number}() error {\n\treturn run()\n}\n${fence}\n\n${fence}sql\nSELECT * FROM a WHERE b = ${number};\n${fence}\n\n`,
  structs: number => `${fence}go\ntype A${number} struct {\n\tName string \`json:"name"\`\n\tAge int\n}\n${fence}\n\n`,
  trees: () => `${fence}text\nsrc/\n├── a/\n└── [name]/\n${fence}\n\n`,
  'metadata blocks': number => `${fence}json metadata\n{"plan_id": "a${number}"}\n${fence}\n\n`,
}

export const many: readonly GrowingText[] = Object.entries(parts).map(([name, part]) => ({
  name: `Many ${name}`,
  preset: 'auto',
  longest: 2_000_000,
  of: length => `# Plan\n\n${unitsUpTo(length, part).join('')}`,
}))
