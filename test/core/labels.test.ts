import {describe, expect, test} from 'vitest'
import {parseDocument} from '../../core/document.ts'

/** The labels of a text as `name = value`, with `~` before a plain one. */
function labelsIn(text: string): string[] {
  return parseDocument(text).labels.map(
    ({name, strong, value}) => `${strong ? '' : '~'}${name} = ${text.slice(value.start, value.end)}`,
  )
}

/** The content of each label by name. */
function contents(text: string): Record<string, string> {
  return Object.fromEntries(
    parseDocument(text).labels.map(({name, content}) => [name, text.slice(content.start, content.end).trim()]),
  )
}

describe('a label', () => {
  test.each([
    ['**File**: a.go', 'File = a.go'],
    ['**File:** a.go', 'File = a.go'],
    ['**File** : a.go', 'File = a.go'],
    ['**File** - a.go', 'File = a.go'],
    ['**File**：a.go', 'File = a.go'],
    ['__File__: a.go', 'File = a.go'],
    ['**File** (new): a.go', 'File = a.go'],
    ['**Files to Create/Modify:**', 'Files to Create/Modify = '],
    ['**File**', 'File = '],
    ['**File** ✅', 'File = ✅'],
    ['- **File**: a.go', 'File = a.go'],
    ['- [ ] **File**: a.go', 'File = a.go'],
    ['2. **File**: a.go', 'File = a.go'],
    ['> **File**: a.go', 'File = a.go'],
    ['**File**: `a.go`: **new**', 'File = `a.go`: **new**'],
    ['**파일**: a.go', '파일 = a.go'],
    ['File: a.go', '~File = a.go'],
    ['- File: a.go', '~File = a.go'],
    ['Files to change (all): a.go', '~Files to change (all) = a.go'],
    ['目标：快', ''],
    ['目标： 快', '~目标 = 快'],
  ])('%s', (text, label) => {
    expect(labelsIn(text)).toEqual(label === '' ? [] : [label])
  })
})

describe('no label', () => {
  test.each([
    'The **file**: a.go',
    '**File** that is new',
    '**File**, **path**',
    'See https://a.example/b',
    'a:b',
    '`File`: a.go',
    '| **File**: a.go |\n|---|\n',
    '## **File**: a.go',
    '```\n**File**: a.go\n```',
    '<!-- **File**: a.go -->',
  ])('%j', text => {
    expect(labelsIn(text)).toEqual([])
  })
})

describe('several labels on a line', () => {
  test.each([
    ['**Date**: today | **Author**: me', ['Date = today', 'Author = me']],
    ['**Date:** today · **Author:** me • **Status:** Draft', ['Date = today', 'Author = me', 'Status = Draft']],
    ['**Date**: | **Author**: me', ['Date = ', 'Author = me']],
    ['**Date**: today, **not** one', ['Date = today, **not** one']],
  ])('%s', (text, labels) => {
    expect(labelsIn(text)).toEqual(labels)
  })
})

describe('a value', () => {
  test.each([
    ['goes on in the next line', '**Why**: it is\nslow', 'it is\nslow'],
    ['goes on in an item', '- **Why**: it is\n  slow', 'it is\n  slow'],
    ['ends at the next label', '**Why**: slow\n**How**: cache', 'slow'],
    ['ends with the paragraph', '**Why**: slow\n\nMore.', 'slow'],
    ['ends with the item', '- **Why**: slow\n- more', 'slow'],
    ['may begin in the next line', '**Why**:\nit is slow', 'it is slow'],
  ])('%s', (_, text, value) => {
    expect(labelsIn(text)[0]).toBe(`Why = ${value}`)
  })
})

describe('the content of a label', () => {
  test('reaches to the next label', () => {
    expect(contents('**Why**:\n\n- slow\n- dear\n\n**How**: cache\n')).toEqual({Why: '- slow\n- dear', How: 'cache'})
  })

  test('reaches to the next heading of any level', () => {
    expect(contents('**Why**: slow\n\nMore.\n\n#### Four\n\nText.\n')).toEqual({Why: 'slow\n\nMore.'})
  })

  test('holds the labels of the items below', () => {
    const text = '**Risks**:\n\n- **Load**: high\n- **Cost**: low\n\n**Steps**: one\n'
    expect(contents(text)).toEqual({
      Risks: '- **Load**: high\n- **Cost**: low',
      Load: 'high',
      Cost: 'low',
      Steps: 'one',
    })
  })

  test('ends with its item, nested items included', () => {
    const text = '- **Risk**: load\n  - **Mitigation**: cache\n\n  More.\n- other\n'
    expect(contents(text)).toEqual({
      Risk: 'load\n  - **Mitigation**: cache\n\n  More.',
      Mitigation: 'cache',
    })
  })

  test('is the list below where a formatter drew the label into the one above', () => {
    const text = '**Stack**:\n\n- Go\n- Kotlin\n  **Store**: none\n  **Limits**:\n- fog\n- ice\n  **Size**:\n'
    expect(contents(text)).toMatchObject({Store: 'none', Limits: '- fog\n- ice', Size: ''})
  })

  test('ends with its item where the item goes on or nothing comes below', () => {
    expect(contents('- a\n  **Why**:\n\nMore.\n')).toEqual({Why: ''})
    expect(contents('- a\n  **Why**: slow\n- b\n')).toEqual({Why: 'slow'})
  })

  test('does not end at a plain label', () => {
    expect(contents('**Why**:\n\nNote: slow\n\nMore.\n')).toMatchObject({Why: 'Note: slow\n\nMore.'})
  })

  test('is but the value before another label on the line', () => {
    expect(contents('**Date**: | **Why**: slow\n\nMore.\n')).toEqual({Date: '', Why: 'slow\n\nMore.'})
  })
})

test('a label stands on its marks and its colon', () => {
  const text = '- [ ] **File** (new): a.go'
  const [label] = parseDocument(text).labels
  expect(text.slice(label?.start, label?.end)).toBe('**File** (new):')
  expect(label).toMatchObject({depth: 1, strong: true})
})
