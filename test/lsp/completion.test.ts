import {describe, expect, test} from 'vitest'
import {
  type CompletionContext,
  type CompletionItem,
  CompletionRequest,
  CompletionTriggerKind,
  InsertTextFormat,
  type TextEdit,
} from 'vscode-languageserver/node'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {presets, rules} from '../../index.ts'
import {Client} from './client.ts'
import {fixtures, isIn, openPlan, positionsIn, samples, withCursor} from './samples.ts'

const snippets = {textDocument: {completion: {completionItem: {snippetSupport: true}}}}
const asked: CompletionContext = {triggerKind: CompletionTriggerKind.Invoked}
const typed = (triggerCharacter: string): CompletionContext => ({
  triggerKind: CompletionTriggerKind.TriggerCharacter,
  triggerCharacter,
})

interface Completed {
  labels: string[]
  items: CompletionItem[]
  /** The text once the item with that label is taken. */
  take(label: string): string
}

/** What an editor is offered at `‸`. */
async function complete(marked: string, context: CompletionContext = asked, client?: Client): Promise<Completed> {
  const {text, position} = withCursor(marked)
  const editor = client ?? (await Client.start())
  const uri = await openPlan(editor, text)
  const found = await editor.connection.sendRequest(CompletionRequest.type, {textDocument: {uri}, position, context})
  const items = [...(found as CompletionItem[])].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
  const take = (wanted: string) => {
    const item = items.find(({label}) => label === wanted)
    return TextDocument.applyEdits(
      TextDocument.create(uri, 'markdown', 1, text),
      item ? [item.textEdit as TextEdit] : [],
    )
  }
  return {labels: items.map(({label}) => label), items, take}
}

const stages = fixtures['staged/clean.md'] ?? ''

const plan = `<!-- plan-lint preset: go-phased -->
# Ünïcode 😀

## Overview

Retries.

## Desired End State

It works.

## Phase 1: Queue

### Overview

A queue.

## References
`

describe('headings', () => {
  test('those that are missing are offered, first what the template has here', async () => {
    const before = plan.replace('## Desired', '#‸\n\n## Desired')
    const {labels, take} = await complete(before, typed('#'))
    expect(labels[0]).toBe('## Current State Analysis')
    expect(labels).toContain("## What We're NOT Doing")
    expect(labels).not.toContain('## Overview')
    expect(labels).not.toContain('## Desired End State')
    expect(take("## What We're NOT Doing")).toBe(before.replace('#‸', "## What We're NOT Doing"))
  })

  test('in a phase its own parts come first', async () => {
    const {labels} = await complete(plan.replace('A queue.\n', 'A queue.\n\n###‸\n'), typed('#'))
    expect(labels).toEqual(['### Changes Required', '### Context for Implementation', '### Validation Commands'])
  })

  test('the next phase has the next number', async () => {
    const marked = plan.replace('A queue.\n', 'A queue.\n\n## Pha‸\n')
    const {labels, take} = await complete(marked)
    expect(labels).toEqual(['## Phase 2:'])
    expect(take('## Phase 2:')).toBe(marked.replace('## Pha‸', '## Phase 2: '))
  })

  test('the first phase stands in the section for phases', async () => {
    const marked = '<!-- plan-lint preset: staged -->\n# A\n\n## Implementation Stages\n\n#‸\n'
    const {labels, take} = await complete(marked, typed('#'))
    expect(labels[0]).toBe('### Stage 1:')
    expect(take('### Stage 1:')).toBe(marked.replace('#‸', '### Stage 1: '))
  })

  test('a number in the title of a part is that of its phase', async () => {
    const part = /#### TODO for Stage 2\n(?:\n?- .*)+/
    expect(stages).toMatch(part)
    const {labels} = await complete(stages.replace(part, '####‸'), typed('#'))
    expect(labels).toEqual(['#### TODO for Stage 2'])
  })

  test('an empty line is left alone until somebody asks', async () => {
    const marked = plan.replace('## Desired', '‸\n\n## Desired')
    expect((await complete(marked, typed(' '))).labels).toEqual([])
    const {labels, take} = await complete(marked)
    expect(labels[0]).toBe('## Current State Analysis')
    expect(take('## Current State Analysis')).toBe(marked.replace('‸', '## Current State Analysis'))
  })

  test('with snippets the cursor comes to stand under the heading, or in it', async () => {
    const client = await Client.start({capabilities: snippets})
    const marked = plan.replace('## References\n', '##‸').replaceAll('\n', '\r\n')
    const {items} = await complete(marked, typed('#'), client)
    const edits = items.map(({textEdit, insertTextFormat}) => [textEdit?.newText, insertTextFormat])
    expect(edits).toContainEqual(['## Phase 2: $0', InsertTextFormat.Snippet])
    expect(edits).toContainEqual(['## Key Discoveries\r\n\r\n$0', InsertTextFormat.Snippet])
  })

  test('words of one’s own are no heading of the template', async () => {
    expect((await complete(plan.replace('## References', '## My own ‸'), typed(' '))).labels).toEqual([])
  })
})

describe('values', () => {
  test.each([
    ['an empty one', '**Status**: ‸', '**Status**: Blocked'],
    ['one begun', '**Status**: Bl‸', '**Status**: Blocked'],
    ['one with a remark', '**Status**: In Pro‸gress (since May)', '**Status**: Blocked (since May)'],
    ['right behind the colon', '**Status**:‸', '**Status**: Blocked'],
    ['in code', '**Status**: `‸`', '**Status**: `Blocked`'],
    ['a choice that nobody made', '**Status**: Not Started | In‸ Progress', '**Status**: Blocked'],
  ])('of a field: %s', async (_, marked, expected) => {
    const text = stages.replace('**Status**: In Progress', marked)
    const {labels, take} = await complete(text)
    expect(labels).toEqual(['Not Started', 'In Progress', 'Blocked', 'Completed'])
    expect(take('Blocked')).toBe(text.replace(marked, expected))
  })

  test.each([
    ['the plan', '  "status": "in-progress"', '  "status": "‸in-progress"', '  "status": "draft"', 'draft'],
    ['a stage', '      "status": "not-started"', '      "status": ‸', '      "status": "blocked"', 'blocked'],
    [
      'a stage, half typed',
      '      "status": "not-started"',
      '      "status": "bl‸',
      '      "status": "blocked"',
      'blocked',
    ],
  ])('in the metadata, of %s', async (_, before, marked, after, label) => {
    const {take} = await complete(stages.replace(before, marked))
    expect(take(label)).toBe(stages.replace(before, after))
  })

  test('in the front matter', async () => {
    const {labels, take} = await complete('---\nstatus: Dr‸\n---\n<!-- plan-lint preset: phased -->\n\n# 😀\n')
    expect(labels).toContain('Approved')
    expect(take('Approved')).toContain('---\nstatus: Approved\n---\n')
  })

  test('in a table', async () => {
    const table = '<!-- plan-lint preset: phased -->\n# A\n\n| Date | x |\n| --- | --- |\n| Status | ‸ |\n'
    const {take} = await complete(table)
    expect(take('Draft')).toBe(table.replace('‸', 'Draft'))
  })

  test('prose after a label is no value', async () => {
    const text = stages.replace('**Status**: In Progress', '**Status**: Waiting for ‸')
    expect((await complete(text, typed(' '))).labels).toEqual([])
  })
})

const tasks = `<!-- plan-lint preset: spec-kit-tasks -->
# Tasks: Ünïcode 😀

## Phase 1: Setup

- [ ] T001 Create \`app/\`
- [ ] T002 😀 Configure it (depends on T001, ‸)
- [ ] T003 Run it

## Notes

Prose.
`

describe('ids', () => {
  test('tasks, those before the one that waits first', async () => {
    const text = tasks
      .replace('T002 😀', 'T009 😀')
      .replace('T003 Run it', 'T003 Run it\n- [ ] T004 Stop it, after ‸')
      .replace('‸)', ')')
    const {labels, items, take} = await complete(text, typed(' '))
    expect(labels).toEqual(['T001', 'T009', 'T003'])
    expect(items[0]?.detail).toBe('Create `app/`')
    expect(take('T003')).toBe(text.replace('‸', 'T003'))
  })

  test('a task that is named already, and the one that waits, are not offered', async () => {
    for (const text of [tasks, tasks.replaceAll('\n', '\r\n'), `\ufeff${tasks}`]) {
      const {labels, take} = await complete(text, typed(' '))
      expect(labels).toEqual(['T003'])
      expect(take('T003')).toBe(text.replace('‸', 'T003'))
    }
  })

  test('an unfinished id is replaced as a whole', async () => {
    const {labels, take} = await complete(tasks.replace('T001, ‸', 'T0‸01'))
    expect(labels).toEqual(['T001', 'T003'])
    expect(take('T003')).toBe(tasks.replace('T001, ‸', 'T003'))
  })

  test('in prose, where such words may mean anything, they are offered once an id is begun', async () => {
    const prose = (words: string) => tasks.replace('‸', 'T003').replace('Prose.', words)
    expect((await complete(prose('We start after ‸'), typed(' '))).labels).toEqual([])
    expect((await complete(prose('We start after T‸'))).labels).toEqual(['T001', 'T002', 'T003'])
    expect((await complete(prose('We start T‸'))).labels).toEqual([])
  })

  test('stages, in the metadata', async () => {
    const [before, first, second] = ['"depends_on": []', '"depends_on": [‸]', '"depends_on": ["delay-mail", "‸]']
    const empty = await complete(stages.replace(before, first))
    expect(empty.labels).toEqual(['tracking-page', 'delay-mail'])
    expect(empty.take('delay-mail')).toBe(stages.replace(before, '"depends_on": ["delay-mail"]'))
    const begun = await complete(stages.replace(before, second), typed('"'))
    expect(begun.labels).toEqual(['tracking-page'])
    expect(begun.items[0]?.detail).toBe('Tracking Page')
    expect(begun.take('tracking-page')).toBe(stages.replace(before, '"depends_on": ["delay-mail", "tracking-page"]'))
  })

  test('stages, in the field of a section', async () => {
    const field = '**Dependencies**: carrier-poller'
    const {labels, take} = await complete(stages.replace(field, `${field}, ‸`), typed(' '))
    expect(labels).toEqual(['delay-mail'])
    expect(take('delay-mail')).toBe(stages.replace(field, `${field}, delay-mail`))
    expect((await complete(stages.replace(field, '**Dependencies**: needs the ‸'), typed(' '))).labels).toEqual([])
    const list = stages.replace(field, '**Dependencies**:\n- `car‸`\n')
    expect((await complete(list)).take('carrier-poller')).toBe(list.replace('car‸', 'carrier-poller'))
  })
})

describe('directives', () => {
  const inComment = (words: string) => tasks.replace('‸', 'T003').replace('Prose.', words)

  test('their names, once one is begun', async () => {
    expect((await complete(inComment('<!-- ‸ -->'), typed(' '))).labels).toEqual([])
    const marked = inComment('<!-- plan-lint-‸')
    const {labels, take} = await complete(marked, typed('-'))
    expect(labels).toContain('plan-lint-disable-file')
    expect(take('plan-lint-disable-line')).toBe(marked.replace('plan-lint-‸', 'plan-lint-disable-line '))
  })

  test('with snippets the comment is closed, unless it is already', async () => {
    const client = await Client.start({capabilities: snippets})
    const edits = async (words: string) =>
      (await complete(inComment(words), asked, client)).items.map(({textEdit}) => textEdit?.newText)
    expect(await edits('<!-- plan-lint‸')).toContain('plan-lint-disable $0 -->')
    expect(await edits('<!-- plan-lint‸ -->')).toContain('plan-lint-disable $0')
  })

  test('the rules that they may name', async () => {
    const marked = inComment('<!-- plan-lint-disable-next-line task-ids, ‸ -->')
    const {labels, items, take} = await complete(marked, typed(' '))
    expect(labels).toEqual(rules.map(({id}) => id).filter(id => id !== 'task-ids'))
    expect(items[0]?.detail).toBe(rules[0]?.summary)
    expect(take('task-files')).toBe(marked.replace('‸', 'task-files'))
    const unfinished = inComment('<!-- plan-lint-disable no-pl‸')
    expect((await complete(unfinished)).take('no-placeholders')).toBe(unfinished.replace('no-pl‸', 'no-placeholders'))
  })

  test('the presets', async () => {
    const marked = tasks.replace('‸', '').replace('preset: spec-kit-tasks -->', 'preset: spec‸-kit-tasks-->')
    const {labels, take} = await complete(marked)
    expect(labels).toEqual(presets.map(({id}) => id))
    expect(take('phased')).toBe(marked.replace('spec‸-kit-tasks', 'phased'))
  })

  test.each([
    ['a reason', '<!-- plan-lint-disable task-ids -- the ‸ -->'],
    ['code', '`<!-- plan-lint-disable ‸` switches off'],
    ['a fence', '```html\n<!-- plan-lint-disable ‸\n```'],
    ['what follows a comment', '<!-- plan-lint-disable --> ‸'],
  ])('none in %s', async (_, words) => {
    expect((await complete(inComment(words))).labels).toEqual([])
  })
})

test.each([
  ['a fence', '```sh\n#‸\n```'],
  ['a comment', '<!-- of\n##‸\n-->'],
  ['a sentence', 'We call it a plan: a - b, "c", #‸'],
  ['an item', '- ‸'],
])('in %s nothing is offered', async (_, words) => {
  const text = plan.replace('A queue.', words)
  for (const context of [asked, typed(' '), typed('#')]) expect((await complete(text, context)).labels).toEqual([])
})

test('in a document that is no plan nothing is offered', async () => {
  const client = await Client.start()
  const uri = await client.open('# Read me\n\n#')
  const position = {line: 2, character: 1}
  expect(await client.connection.sendRequest(CompletionRequest.type, {textDocument: {uri}, position})).toEqual([])
})

test('whatever the text and the place, an edit is on the line of the cursor and holds it', async () => {
  const client = await Client.start()
  let count = 0
  for (const [name, text] of Object.entries(samples)) {
    const uri = await openPlan(client, text)
    const isInText = isIn(text)
    for (const position of positionsIn(text, text.length > 50_000 ? 3 : 20)) {
      const request = {textDocument: {uri}, position, context: asked}
      const items = (await client.connection.sendRequest(CompletionRequest.type, request)) as CompletionItem[]
      const wrong = items.filter(({textEdit, label}) => {
        const {range} = textEdit as TextEdit
        const isAround = range.start.character <= position.character && position.character <= range.end.character
        const isOnLine = range.start.line === position.line && range.end.line === position.line
        return label.trim() === '' || !isInText(range) || !isOnLine || !isAround
      })
      expect(wrong, `${name}:${position.line}:${position.character}`).toEqual([])
      const again = await client.connection.sendRequest(CompletionRequest.type, request)
      expect(again, name).toEqual(items)
      count += items.length
    }
  }
  expect(count).toBeGreaterThan(100)
})
