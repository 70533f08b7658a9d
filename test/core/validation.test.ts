import {describe, expect, test} from 'vitest'
import {parseDocument} from '../../core/document.ts'
import {phasesOf} from '../../core/phases.ts'
import {lackOf} from '../../core/validation.ts'
import {vocabulary} from '../../presets/vocabulary.ts'

/** What each phase of a text lacks to be validated by a command. */
function lacks(text: string, wanted: 'command' | 'checkpoint' | 'none' = 'command') {
  const document = parseDocument(`# Plan\n\n${text}`)
  const phases = phasesOf(document, ['Phase {n}'])
  return phases.map(phase => lackOf(document, phase, phases, wanted, vocabulary))
}

const phase = (body: string) => lacks(`## Phase 1: Store\n\n${body}\n`)[0]

describe('a phase is validated by', () => {
  test.each([
    ['a command in its validation', '### Validation\n\n- [ ] `make test`'],
    ['a command in a block', '### Verification Commands\n\n```sh\nmake test\n```'],
    ['a command under a label', '**Success Criteria**:\n\n- [ ] It passes: `make test`'],
    ['a command on the line of a label', '**Validation**: `make test`'],
    ['a command in one of its parts', '### Success Criteria\n\n#### Automated Verification\n\n- [ ] `make test`'],
    ['a command in its acceptance criteria', '### Acceptance Criteria\n\n- `make test` passes'],
    ['a checkpoint with a command', '**Checkpoint**: `make test` passes'],
  ])('%s', (_, body) => {
    expect(phase(body)).toBeNull()
  })

  test.each(['Phase 1: Testing', 'Phase 1: Manual verification', 'Phase 1: Integration tests'])(
    'a command anywhere in %s',
    title => {
      expect(lacks(`## ${title}\n\n- \`make test\`\n`)).toEqual([null])
    },
  )

  test.each(['Phase 1: Store (skipped)', 'Phase 1: Store ✅', 'Phase 1: Store (deferred)'])('its state: %s', title => {
    expect(lacks(`## ${title}\n\ntext\n`)).toEqual([null])
  })
})

describe('a phase lacks', () => {
  test.each([
    ['validation', 'text'],
    ['validation', '### Changes\n\n- `make test`'],
    ['validation', '### Desired End State\n\n- `make test` passes'],
    ['validation', '### Acceptance Criteria\n\n- It works'],
    ['command', '### Validation\n\n- [ ] All tests pass'],
    ['command', '### Validation\n\n```sh\ntrue\n```'],
    ['command', '### Validation\n\n```go\nfunc TestGet(t *testing.T)\n```'],
    ['command', '**Validation**: the change in `internal/x.go` works'],
  ])('%s: %j', (lack, body) => {
    expect(phase(body)).toBe(lack)
  })
})

describe('a section for the whole plan speaks for', () => {
  const phases = ['1', '2', '3', '4'].map(number => `## Phase ${number}: Part\n\ntext\n`).join('\n')
  const covered = (heading: string, words: string) =>
    lacks(`${phases}\n## ${heading}\n\n${words}\n\n- \`make test\`\n`).flatMap((lack, index) =>
      lack === null ? [index + 1] : [],
    )

  test.each([
    ['After each phase:', [1, 2, 3, 4]],
    ['For every single phase:', [1, 2, 3, 4]],
    ['After phase 2:', [2]],
    ['Phase 1 and 3:', [1, 3]],
    ['Phases 1, 2, and 4:', [1, 2, 4]],
    ['Phases 2-4:', [2, 3, 4]],
    ['Phases 1 to 3:', [1, 2, 3]],
    ['Phase #3 & 4:', [3, 4]],
    ['Phase 12:', []],
    ['Once the phases are over:', []],
  ])('%s', (words, numbers) => {
    expect(covered('Testing Strategy', words)).toEqual(numbers)
  })

  test('a phase in its title', () => {
    expect(covered('Phase 2 Validation Commands', 'text')).toEqual([2])
  })

  test('none where it has no command or is about something else', () => {
    expect(lacks(`${phases}\n## Testing Strategy\n\nBy hand after each phase.\n`)).not.toContain(null)
    expect(covered('Rollout', 'After each phase:')).toEqual([])
  })
})

test('a checkpoint in words is enough where none but that is asked', () => {
  expect(lacks('## Phase 1: Store\n\n**Checkpoint**: it stores\n', 'checkpoint')).toEqual([null])
  expect(lacks('## Phase 1: Store\n\n**Independent Test**: it stores\n', 'checkpoint')).toEqual([null])
  expect(lacks('## Phase 1: Store\n\n- text\n', 'checkpoint')).toEqual(['checkpoint'])
  expect(lacks('## Phase 1: Store\n\n- text\n', 'none')).toEqual([null])
})
