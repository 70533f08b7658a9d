import {describe, expect, test} from 'vitest'
import {changesOf} from '../../../core/changes/changes.ts'
import {parseDocument} from '../../../core/document.ts'
import {Plan} from '../../../core/plan.ts'
import {presets} from '../../../index.ts'

/** The changes that `text` tells, as `kind path`. */
function told(text: string, preset = 'plan'): string[] {
  const found = presets.find(({id}) => id === preset)
  if (!found) throw new RangeError(`There is no preset "${preset}".`)
  return changesOf(new Plan(parseDocument(text), found)).map(({kind, path}) => `${kind} ${path}`)
}

describe('an entry of a list', () => {
  test.each([
    ['## Files to Create\n\n- `src/a.ts`: reads', ['create src/a.ts']],
    ['## New Files\n\n1. **`src/a.ts`** - reads', ['create src/a.ts']],
    [
      '**Files to Modify**:\n- src/a.ts\n- `src/b.ts`, `src/c.ts`',
      ['modify src/a.ts', 'modify src/b.ts', 'modify src/c.ts'],
    ],
    ['### Deleted files\n\n- `src/a.ts`', ['delete src/a.ts']],
    ['**Files to Create/Modify**\n\n- `src/a.ts` (new)\n- `src/b.ts`', ['create src/a.ts', 'write src/b.ts']],
    [
      '**Files**:\n- Create: `src/a.ts`\n- Modify: `src/b.ts:10-20`\n- Test: `test/a.ts`',
      ['create src/a.ts', 'modify src/b.ts'],
    ],
    ['**File**: `src/a.ts` (NEW, ~40 lines)', ['create src/a.ts']],
    ['**New file**: `src/a.ts`', ['create src/a.ts']],
    ['1. **File**: `src/a.ts` (EDIT — the handler)', ['modify src/a.ts']],
    ['- [NEW] `src/a.ts`', ['create src/a.ts']],
    ['- `src/a.ts` (modified)', ['modify src/a.ts']],
    ['- `src/a.ts` — DELETE', ['delete src/a.ts']],
    ['- Rename `src/a.ts` → `src/b.ts`', ['delete src/a.ts', 'create src/b.ts']],
    ['- Move `src/a.ts` to `lib/a.ts`', ['delete src/a.ts', 'create lib/a.ts']],
    ['### 2. Modify `src/a.ts`', ['modify src/a.ts']],
    ['### Step 3: Create `src/a.ts`', ['create src/a.ts']],
    ['## 新建文件\n\n- `src/a.ts`', ['create src/a.ts']],
    ['## 수정 파일\n\n- `src/a.ts`', ['modify src/a.ts']],
    ['- `src/a.ts` 삭제', ['delete src/a.ts']],
    ['## Files\n\n- `src/a.ts` (new), `src/b.ts`', ['create src/a.ts', 'write src/b.ts']],
    ['- Create/modify `src/a.ts`', ['write src/a.ts']],
    ['- Modify `src/a.ts` (or b.ts)', ['write src/a.ts']],
    ['1. Extend `src/a.ts`, or create `src/b.ts`', ['write src/a.ts']],
    ['- Modify `sql/NEW.sql`', []],
    ['## New Files\n\n- `src/a.ts` — add a case to the table', ['write src/a.ts']],
    ['## New Files\n\n- `src/a.ts` — adds a case', ['create src/a.ts']],
  ])('%j', (text, expected) => {
    expect(told(`# Plan\n\n${text}\n`)).toEqual(expected)
  })

  test.each([
    ['a file that is only mentioned', '- `src/a.ts` reads the gauge'],
    ['a file in the words of an entry', '## Files to Modify\n\n- `src/a.ts`: as in `src/b.ts`', ['modify src/a.ts']],
    ['what is under an entry', '## Files to Modify\n\n- `src/a.ts`\n  - `src/b.ts` does the same', ['modify src/a.ts']],
    ['what is not done', '- Do not modify `src/a.ts`'],
    ['what is deleted inside a file', '- Remove the timer from `src/a.ts`', ['modify src/a.ts']],
    ['what may not be needed', '- Create `src/a.ts` if it does not exist', ['write src/a.ts']],
    ['slots and patterns', '## Files to Create\n\n- `src/[name].ts`\n- `src/*.ts`\n- `src/<id>.ts`\n- `src/.../a.ts`'],
    ['what is struck', '- ~~Create `src/a.ts`~~'],
    ['what is left out', "## What We're NOT Doing\n\n- Modify `src/a.ts`"],
    ['what is done to verify', '## Manual Testing\n\n1. Delete `src/a.ts` and start again'],
    ['code', '```sh\nCreate: src/a.ts\n```'],
  ])('tells of no other: %s', (_, text, expected: string[] = []) => {
    expect(told(`# Plan\n\n${text}\n`)).toEqual(expected)
  })
})

describe('a table', () => {
  test.each([
    [
      '| File | Action |\n| --- | --- |\n| `src/a.ts` | Create |\n| `src/b.ts` | **MODIFY** |',
      ['create src/a.ts', 'modify src/b.ts'],
    ],
    [
      '| Change | Path | Why |\n| - | - | - |\n| New | `src/a.ts` | x |\n| Delete | `src/b.ts` | y |',
      ['create src/a.ts', 'delete src/b.ts'],
    ],
    ['## Files to Modify\n\n| File | Change |\n| - | - |\n| `src/a.ts` | Reads faster |', ['modify src/a.ts']],
    [
      '| File | Purpose |\n| - | - |\n| `src/a.ts` (new) | Reads |\n| `src/b.ts` | Writes |',
      ['create src/a.ts', 'write src/b.ts'],
    ],
    ['| Risk | Impact |\n| - | - |\n| `src/a.ts` (new) | High |', []],
  ])('%j', (text, expected) => {
    expect(told(`# Plan\n\n${text}\n`)).toEqual(expected)
  })
})

describe('a task', () => {
  test.each([
    ['Create src/a.ts', ['create src/a.ts']],
    ['Create Gauge model in src/models/gauge.ts', ['create src/models/gauge.ts']],
    ['Create the alarm helper in src/utils.ts', ['write src/utils.ts']],
    ['Add a route to src/api.ts', ['write src/api.ts']],
    ['Add tests to test/api.test.ts', ['write test/api.test.ts']],
    ['Update the handler in src/api.ts', ['modify src/api.ts']],
    ['Update src/api.ts as in src/b.ts', ['modify src/api.ts']],
    ['Delete src/a.ts and src/b.ts', ['delete src/a.ts', 'delete src/b.ts']],
    ['Create src/a.ts and update src/b.ts', ['create src/a.ts', 'modify src/b.ts']],
    ['Rename `src/a.ts` to `src/b.ts`', ['delete src/a.ts', 'create src/b.ts']],
    ['Verify src/a.ts', []],
    ['Create src/a.ts (skipped: not needed)', []],
    ['在 src/models/gauge.ts 创建 Gauge', []],
    ['创建 `src/a.ts`', ['create src/a.ts']],
  ])('%j', (text, expected) => {
    expect(told(`# Tasks: A\n\n## Phase 1: Setup\n\n- [ ] T001 ${text}\n`, 'spec-kit-tasks')).toEqual(expected)
  })
})
