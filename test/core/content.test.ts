import {describe, expect, test} from 'vitest'
import {placeOfHeading} from '../../core/bind.ts'
import {askedContents, missingMentions, tooFewPhases} from '../../core/content/asked.ts'
import {lacksOf} from '../../core/content/check.ts'
import {parseDocument} from '../../core/document.ts'
import type {ContentSpec, SectionSpec} from '../../core/preset.ts'
import {planOf} from './toy-plan.ts'

/** What the section `## Section` with `lines` lacks, as `words: what`; without words for the section as a whole. */
function lacksIn(lines: string, spec: ContentSpec): string[] {
  const document = parseDocument(`# Plan\n\n## Section\n\n${lines}\n\n## Next\n\n- [ ] \`src/next.ts:1\`\n`)
  const section = document.sections.find(({title}) => title === 'Section')
  if (!section) throw new Error('The section is gone.')
  return lacksOf(document, placeOfHeading(section), spec).map(({place, expected}) =>
    place ? `${place.part} "${document.text.slice(place.start, place.end)}": ${expected}` : expected,
  )
}

type Case = [form: string, lines: string, lacks?: string[]]

function judges(spec: ContentSpec, cases: readonly Case[]): void {
  test.each(cases)('%s', (_, lines, lacks = []) => {
    expect(lacksIn(lines, spec)).toEqual(lacks)
  })
}

const fence = (info: string, code: string) => `\`\`\`${info}\n${code}\n\`\`\``

describe('a list of two or three', () => {
  const few = ['at least 2 items']
  judges({kind: 'list', min: 2, max: 3}, [
    ['bullets', '- a\n- b'],
    ['numbers', '1. a\n2. b'],
    ['nested bullets count once', '- a\n  - x\n  - y\n- b'],
    ['rows', '| What |\n| - |\n| a |\n| b |'],
    ['a list and a table', '- a\n\n| What |\n| - |\n| b |'],
    ['headings with their own lists', '### A\n\n- x\n- y\n- z\n- v\n\n### B\n\n- x'],
    ['bold labels with their own lists', '**A**: one\n\n- x\n- y\n- z\n\n**B**: two\n\n- v'],
    ['plain labels', 'Option A: one\n\nOption B: two'],
    ['paragraphs', 'One way and\n\nanother way.', few],
    ['one item', '- a', few],
    ['one item of several parts', '- a\n  - x\n  - y', few],
    ['a single plain label', 'Note: one', few],
    ['four items', '- a\n- b\n- c\n- d', ['at most 3 items, not 4']],
    ['four headings', '### A\n\nx\n\n### B\n\nx\n\n### C\n\nx\n\n### D\n\nx', ['at most 3 items, not 4']],
    ['one heading above four items', '### All\n\n- a\n- b\n- c\n- d', ['at most 3 items, not 4']],
    ['none', 'None.'],
    ['none with a reason', 'N/A - the column is new'],
    ['none as the only item', '- None'],
    ['none in Korean', '없음'],
    ['none in Chinese', '无'],
    ['something like none', 'Nonetheless, one.', few],
    ['a negative', 'We know of no way.', few],
  ])
})

test('a list of one says so', () => {
  expect(lacksIn('Words.', {kind: 'list', min: 1})).toEqual(['at least 1 item'])
})

describe('a numbered list', () => {
  const few = ['at least 2 numbered items']
  judges({kind: 'numbered', min: 2}, [
    ['numbers', '1. a\n2. b'],
    ['numbers in parentheses', '1) a\n2) b'],
    ['numbered headings', '### 1. A\n\nx\n\n### 2. B\n\ny'],
    ['bullets', '- a\n- b', few],
    ['words', 'First a, second b.', few],
  ])
})

describe('a check list', () => {
  const few = ['at least 1 item with a check box']
  judges({kind: 'checklist', min: 1}, [
    ['open', '- [ ] a'],
    ['checked', '- [x] a'],
    ['numbered', '1. [ ] a'],
    ['under a label', '**Before**:\n\n- [ ] a'],
    ['nested', '- First\n  - [ ] a'],
    ['without boxes', '- a\n- b', few],
    ['a box in words', 'Check [ ] this', few],
    ['None - reason', 'None - nothing is deployed'],
  ])
})

describe('a label', () => {
  const one: ContentSpec = {kind: 'list', min: 1}
  const box: ContentSpec = {kind: 'checklist', min: 1}

  test.each<[lines: string, spec: ContentSpec, lacks: string[]]>([
    ['- [ ] Automated: `make test`', box, []],
    ['- Automated: `make test`', box, ['at least 1 item with a check box']],
    ['**Pattern**: as in `src/a.ts`', one, []],
    ['**Pattern**: as in `src/a.ts`', {...one, min: 2}, ['at least 2 items']],
    ['**Pattern**:\n\nAs in `src/a.ts`', one, ['at least 1 item']],
    ['**Pattern**:\nAs in `src/a.ts`', one, ['at least 1 item']],
    ['**Pattern**:\n\n- as in `src/a.ts`', one, []],
  ])('may be the one item with its line: %j', (lines, spec, lacks) => {
    const document = parseDocument(`# Plan\n\n${lines}\n`)
    const [label] = document.labels
    if (!label) throw new Error('The label is gone.')
    const place = {form: 'label' as const, title: label, range: label, body: label.content}
    expect(lacksOf(document, place, spec).map(({expected}) => expected)).toEqual(lacks)
  })
})

describe('steps', () => {
  const few = ['at least 2 numbered steps, or pseudocode']
  judges({kind: 'steps', min: 2}, [
    ['numbers', '1. a\n2. b'],
    ['headings', '### Step A\n\nx\n\n### Step B\n\ny'],
    ['bullets that are numbered', '- Step 1: a\n- **Step 2**: b'],
    ['rows', '| Step | What |\n| - | - |\n| 1 | a |\n| 2 | b |'],
    ['pseudocode', fence('text', 'for each job: hold it')],
    ['one step', '1. a', few],
    ['bullets', '- a\n- b', few],
    ['prose', 'First a, then b.', few],
  ])
})

describe('tasks', () => {
  const few = ['at least 1 task, such as "- [ ] T001 …"']
  judges({kind: 'tasks', min: 1}, [
    ['boxes', '- [ ] T001 Write src/a.ts'],
    ['in bold', '- [x] **T001** Write src/a.ts'],
    ['in brackets', '- [ ] [T001] Write src/a.ts'],
    ['headings', '### T001 Write src/a.ts\n\nAs said.'],
    ['headings with boxes', '### - [ ] T001 Write src/a.ts\n\nAs said.'],
    ['bullets with marks', '- ✅ T001 Write src/a.ts'],
    ['bullets', '- T001: Write src/a.ts'],
    ['without ids', '- [ ] Write src/a.ts', few],
    ['ids in prose', 'After T001 comes T002.\n\n- [ ] as said', few],
    ['none', 'No set-up tasks - the project exists.'],
    ['none in parentheses', '(none - nothing blocks the stories)'],
  ])
})

describe('a table', () => {
  const spec: ContentSpec = {
    kind: 'table',
    columns: ['Risk', 'Likelihood', 'Mitigation'],
    aliases: {Likelihood: ['Probability']},
    values: {Likelihood: ['Low', 'Medium', 'High']},
  }
  const head = '| Risk | Likelihood | Mitigation |\n| - | - | - |\n'
  const columns = 'Risk, Likelihood, Mitigation'
  judges(spec, [
    ['full', `${head}| a | Low | b |`],
    [
      'in another order, with more columns',
      '| # | Mitigation | Risk | Likelihood |\n| - | - | - | - |\n| 1 | b | a | high |',
    ],
    ['with another name', '| Risks | Probability | Mitigation |\n| - | - | - |\n| a | Medium | b |'],
    ['in bold', '| **Risk** | **Likelihood** | **Mitigation** |\n| - | - | - |\n| a | **Low** | b |'],
    ['with remarks', `${head}| a | Low (for now) | b |`],
    ['with a mark', `${head}| a | 🔴 High | b |`],
    ['the second of two', `| Area |\n| - |\n| x |\n\n${head}| a | Low | b |`],
    ['none', '- a: b', [`a table with the columns ${columns}`]],
    [
      'a column too few',
      '| Risk | Mitigation |\n| - | - |\n| a | b |',
      ['table "Risk | Mitigation": the column Likelihood'],
    ],
    ['two too few', '| Risk |\n| - |\n| a |', ['table "Risk": the columns Likelihood, Mitigation']],
    ['no rows', head, ['table "Risk | Likelihood | Mitigation": a row']],
    ['an empty cell', `${head}| a | Low | |`, ['row "a | Low | ": a value for "Mitigation"']],
    ['a short row', `${head}| a | Low |`, ['row "a | Low": a value for "Mitigation"']],
    ['a value of its own', `${head}| a | Perhaps | b |`, ['cell "Perhaps": one of Low, Medium, High for "Likelihood"']],
    [
      'two faults',
      `${head}| a | | b |\n| a | Huge | b |`,
      ['row "a | | b": a value for "Likelihood"', 'cell "Huge": one of Low, Medium, High for "Likelihood"'],
    ],
    ['not needed', 'None: nothing can go wrong.'],
  ])
})

describe('a table of dates', () => {
  const head = '| Date | Change |\n| - | - |\n'
  const rows = (...dates: string[]) => head + dates.map(date => `| ${date} | x |`).join('\n')
  const late = (date: string) => `row "${date}": its place by date: the oldest comes first`
  judges({kind: 'table', columns: ['Date', 'Change'], dates: 'Date'}, [
    ['in order', rows('2026-01-31', '2026-02-01', '2026-02-01', '2026-03-01')],
    ['long, the newest first', rows('2026-03-01', '2026-02-01', '2026-01-31')],
    ['short, the newest first', rows('2026-02-01', '2026-01-31'), [late('2026-01-31')]],
    ['one out of order', rows('2026-01-01', '2026-03-01', '2026-02-01', '2026-04-01'), [late('2026-02-01')]],
    ['one too late', rows('2026-04-01', '2026-01-01', '2026-02-01', '2026-03-01'), [late('2026-04-01')]],
    ['a day that does not exist', rows('2026-02-30'), ['cell "2026-02-30": a day that exists']],
    ['a date in words', rows('Jan 5, 2026'), ['cell "Jan 5, 2026": a date such as 2026-01-31']],
    ['empty', rows(''), ['row "| x": a value for "Date"']],
  ])
})

describe('words', () => {
  const few = ['at least 5 words']
  judges({kind: 'words', min: 5}, [
    ['enough', "It's the one that costs least."],
    ['too few', "It doesn't cost.", few],
    ['punctuation is none', 'A - b - c - (d).', few],
    ['Korean', '가장 적은 비용이 드는 방법이다'],
    ['Chinese', '这是三种方法中花费最少的一种'],
    ['too few in Chinese', '最少的', few],
    ['none does not excuse', 'None.', few],
  ])
})

describe('code', () => {
  const lacking = ['a code block']
  judges({kind: 'code'}, [
    ['a fence', fence('go', 'func TestHold(t *testing.T)')],
    ['an indented block', 'As follows:\n\n    func TestHold(t *testing.T)'],
    ['a tree is none', fence('text', '├── a.go\n└── b.go'), lacking],
    ['a list', '- `TestHold`', lacking],
    ['no new tests', 'No new tests in this phase; the old ones still pass:\n\n- `TestHold`'],
    ['no new tests, said later', 'All tests pass as before. No new test functions are needed.'],
    ['none in the only item', 'New tests:\n\n- None required, `TestHold` covers it'],
    ['a list of which one item says none', '- None of the old ones\n- `TestHold`', lacking],
    ['a broken fence', '```go\nfunc TestHold(t *testing.T)'],
  ])
})

describe('code or none', () => {
  const lacking = ['a code block, or "None" with the reason']
  judges({kind: 'code-or-none'}, [
    ['code', fence('ts', 'hold(job: Job): void')],
    ['none with a reason', 'None - the script has no callers'],
    ['no contracts', 'No new code contracts: this task only verifies.'],
    ['none in Korean', '없음 - 새 형식이 필요하지 않다'],
    ['none in Chinese', '无 - 不新增任何类型'],
    ['none alone', 'None.', lacking],
    ['words', 'The queue calls the printer.', lacking],
  ])
})

describe('a tree', () => {
  const lacking = ['a tree of files in a code block']
  judges({kind: 'tree'}, [
    ['drawn', fence('text', 'src/\n├── a.ts\n└── b.ts')],
    ['indented', fence('', 'src/\n  a.ts')],
    ['a list', '- src/a.ts', lacking],
  ])
})

describe('a diagram', () => {
  const lacking = ['a diagram: a mermaid block, an image or a drawing in characters']
  judges({kind: 'diagram'}, [
    ['mermaid', fence('mermaid', 'flowchart LR\n  a --> b')],
    ['plantuml', fence('plantuml', 'a -> b')],
    ['dot', fence('dot', 'digraph { a -> b }')],
    ['d2', fence('d2', 'a -> b')],
    ['an image', '![Queue and printer](queue.svg)'],
    ['an image by reference', '![Queue][queue]\n\n[queue]: queue.svg'],
    ['HTML', '<img src="queue.svg" alt="Queue">'],
    ['boxes', fence('', '┌───┐\n│ a │\n└───┘')],
    ['ASCII', fence('text', '+---+\n| a |--> b\n+---+')],
    ['arrows', fence('', 'queue → printer')],
    ['indented', 'As follows:\n\n    queue --> printer'],
    ['code', fence('ts', 'const a = b => c'), lacking],
    ['a link', '[Queue](queue.svg)', lacking],
    ['arrows in prose', 'The queue → the printer', lacking],
    ['N/A', 'N/A - one function'],
  ])
})

describe('a command', () => {
  const lacking = ['a command to run, such as `make test`']
  judges({kind: 'command'}, [
    ['in back-ticks', '- [ ] All pass: `make test`'],
    ['in a block', fence('sh', 'make test')],
    ['an empty gesture', fence('sh', 'echo ok'), lacking],
    ['words', 'All tests pass.', lacking],
  ])
})

describe('a reference to a file', () => {
  const lacking = ['a file with its line, such as `src/main.ts:42`']
  judges({kind: 'file-references', lines: true}, [
    ['one of many', '- It is slow\n- The loop is in `src/a.ts:42`'],
    ['a line in words', 'The loop in `src/a.ts` (line 42) is slow.'],
    ['a link', '[the loop](src/a.ts#L42)'],
    ['without a line', '- The loop is in `src/a.ts`', lacking],
    ['none', '- It is slow', lacking],
  ])
})

describe('a reference to a file in each item', () => {
  judges({kind: 'file-references', each: true}, [
    ['items', '- `src/a.ts`: hold\n- src/b.ts'],
    ['nested', '- Queue\n  - File: `src/a.ts`'],
    ['rows', '| File | Change |\n| - | - |\n| `src/a.ts` | hold |'],
    ['items that say none', '- `src/a.ts`\n- No other files\n- None deleted'],
    ['rows that say none', '| File | Change |\n| - | - |\n| *(none)* | only verifies |'],
    ['items without', '- `src/a.ts`\n- the printer', ['item "the printer": the path of a file']],
    ['rows without', '| File | Change |\n| - | - |\n| printer | hold |', ['row "printer | hold": the path of a file']],
    ['prose', 'The queue and the printer.'],
  ])
})

describe('pairs', () => {
  const lacking = ['items such as "**Risk**: … → **Mitigation**: …"']
  judges({kind: 'pairs', first: 'Risk', second: 'Mitigation'}, [
    ['with arrows', '- **Risk**: a → **Mitigation**: b\n- **Risk**: c -> **Mitigation**: d'],
    ['in two items', '- **Risk**: a\n- **Mitigation**: b'],
    ['nested', '- **Risk**: a\n  - **Mitigation**: b'],
    ['in paragraphs', '**Risk**: a\n\n**Mitigation**: b'],
    ['with plain words', '- **Risk**: a. Mitigation: b'],
    ['with an arrow only', '- **Risk**: a → b'],
    ['numbered', '- **Risk 1**: a\n  - **Mitigation**: b'],
    ['without labels', '- a → b\n- c → d'],
    ['without a label for the first', '1. **Slow**: the disk. Mitigation: a cache'],
    ['headings', '### Risk 1: a\n\n**Mitigation**: b'],
    ['a table', '| Risk | Mitigation |\n| - | - |\n| a | b |'],
    [
      'a risk alone',
      '- **Risk**: a → **Mitigation**: b\n- **Risk**: c',
      ['item "**Risk**:": a "Mitigation" for the risk'],
    ],
    ['an empty mitigation', '- **Risk**: a → **Mitigation**:', ['item "**Risk**:": a "Mitigation" for the risk']],
    ['a table with a gap', '| Risk | Mitigation |\n| - | - |\n| a | |', ['row "a | ": a "Mitigation" for the risk']],
    ['items with and without', '- a → b\n- c', ['item "c": a "Mitigation" for the risk']],
    ['risks only', '- the disk is slow', lacking],
    ['prose', 'The disk may be slow.', lacking],
    ['none', 'None: nothing is stored.'],
  ])
})

describe('reasons', () => {
  const lack = (words: string) => [`item "${words}": a reason, after a dash`]
  judges({kind: 'reasons', labels: ['Not in Scope', 'Deferred']}, [
    ['after a dash', '- **Not in scope**: accounting - nobody asked'],
    ['after a long dash', '- **Deferred**: scanning — needs new devices'],
    ['in parentheses', '- **Deferred**: scanning (new devices)'],
    ['with because', '- **Deferred**: scanning because of the devices'],
    ['in a sentence of its own', '- **Deferred**: scanning. New devices come first.'],
    ['below', '- **Deferred**: scanning\n  - New devices come first'],
    ['without a label', '- Accounting: nobody asked'],
    ['in Korean', '- **Deferred**: 새 장치가 필요하기 때문에 스캔은 나중에'],
    ['in Chinese', '- **Deferred**: 扫描，需要新设备'],
    ['none', '- None'],
    ['a label without', '- **Not in scope**: accounting', lack('**Not in scope**: accounting')],
    ['no label and none', '- Accounting', lack('Accounting')],
    ['a hyphen is no dash', '- **Deferred**: re-scanning', lack('**Deferred**: re-scanning')],
  ])
})

describe('files to change', () => {
  judges({kind: 'change-paths', labels: ['Create', 'Modify', 'Delete']}, [
    ['items', '- Create: `src/a.ts`\n- Modify: src/b.ts'],
    ['in bold', '- **Create**: `src/a.ts`'],
    ['groups', '**Create**:\n\n- `src/a.ts`\n- `src/b.ts`'],
    ['without labels', '- `src/a.ts` (new)'],
    ['none', '- Create: None\n- Modify: `src/a.ts`'],
    ['no changes', 'Only this plan - no code changes yet'],
    ['no paths', '- The queue', ['items such as "- Modify: `src/main.ts`"']],
    ['one without', '- Create: `src/a.ts`\n- Modify: the queue', ['item "Modify: the queue": the path of a file']],
  ])
})

describe('of several places', () => {
  const notes: SectionSpec = {
    id: 'notes',
    title: 'Context',
    aliases: ['Notes'],
    expectation: 'required',
    content: [{kind: 'list', min: 1}],
  }
  const placesIn = (text: string) => {
    const plan = planOf(`# Plan\n\n${text}`, {sections: [notes]})
    return [...askedContents(plan)].map(({place: {title}}) => plan.text.slice(title.start, title.end))
  }

  test('the section is that with its own title', () => {
    expect(placesIn('## Notes\n\n- a\n\n## Context\n\nb\n')).toEqual(['Context'])
  })

  test('else that which holds what is asked', () => {
    expect(placesIn('## Notes\n\na\n\n## Notes (2)\n\n- b\n')).toEqual(['Notes (2)'])
  })

  test('else the first', () => {
    expect(placesIn('## Notes\n\na\n\n## Notes (2)\n\nb\n')).toEqual(['Notes'])
  })
})

describe('what the whole plan has to hold', () => {
  const tdd = {id: 'tdd', topic: 'tests first', words: ['TDD', 'test-first'], expectation: 'expected'} as const

  test.each([
    ['# Plan\n\nWritten test-first.\n', []],
    ['# Plan\n\nThe tdd way.\n', []],
    ['# Plan\n\nWith tests.\n', ['tdd']],
    ['# Plan\n\n```go\nfunc A() {\n', []],
  ])('a mention in %j', (text, ids) => {
    expect(missingMentions(planOf(text, {mentions: [tdd]})).map(({id}) => id)).toEqual(ids)
    expect(missingMentions(planOf(text, {mentions: [{...tdd, expectation: 'optional'}]}))).toEqual([])
  })

  const phases = {
    id: 'phases',
    noun: 'stage',
    titles: ['Stage {n}'],
    expectation: 'required',
    min: 3,
    validation: 'none',
  } as const

  test('enough phases', () => {
    const two = '# Plan\n\n## Stage 1: A\n\nx\n\n## Stage 2: B\n\ny\n'
    const plan = planOf(two, {phases})
    expect(tooFewPhases(plan)).toEqual({
      place: plan.phases[0]?.section.heading.title,
      noun: 'stage',
      count: 2,
      min: 3,
      severity: 'warning',
    })
    expect(tooFewPhases(planOf(`${two}\n## Stage 3: C\n\nz\n`, {phases}))).toBeNull()
    expect(tooFewPhases(planOf('# Plan\n\nNo stages.\n', {phases}))).toBeNull()
  })
})
